"""What is known to be true of a text."""

from collections.abc import Iterator

from granview.core.text import TextReference
from granview.export.texts.block_context import ANSWERS, BlockContext, PageBlocks, passage
from granview.export.texts.excerpt import excerpt
from granview.export.texts.formatted_runs import Mark
from granview.export.texts.page_content import Bar, Block, TextFormat, Words
from granview.export.texts.span_marks import known_mark
from granview.export.texts.unprintable_characters import on_one_line

_ANSWER = TextFormat("good", 0.28, under="solid")


def show_reference(known: TextReference, context: BlockContext) -> PageBlocks:
    """Classes, entities, answers and right texts, as far as they are known."""
    marks = list(_marks(known, context))
    text = tuple(context.passage(marks, focus=marks[0].start)) if marks else ()
    names = () if known.entities is None else tuple(dict.fromkeys(span.label for span in known.entities))
    return PageBlocks((*_rows(known, context), *text), bool(text), names)


def _marks(known: TextReference, context: BlockContext) -> Iterator[Mark]:
    if known.entities is not None:
        yield from (known_mark(span, context) for span in known.entities)
        return
    found = {
        (at, at + len(answer)) for answer in known.answers or () if answer and (at := context.text.find(answer)) >= 0
    }
    outer = [one for one in found if not any(a <= one[0] and one[1] <= b and (a, b) != one for a, b in found)]
    yield from (Mark(start, end, _ANSWER) for start, end in sorted(outer))


def _rows(known: TextReference, context: BlockContext) -> Iterator[Block]:
    for name in known.labels or ():
        yield Bar(on_one_line(name), None, context.color(name), is_chosen=True)
    if known.entities == ():
        yield Words("The reference has no entity.")
    if known.answers is not None:
        said = " / ".join(map(on_one_line, dict.fromkeys(known.answers)))
        yield Bar(said or ANSWERS, None, "good", is_chosen=True)
    if known.targets:
        is_code = known.cases is not None
        yield from passage(known.targets[0], excerpt(known.targets[0], context.limit), is_code=is_code)
        if len(known.targets) > 1:
            yield Words(f"The first of {len(known.targets):,} texts that are right.")
    if known.cases is not None:
        n = len(known.cases)
        yield Words(f"Tried on {n:,} input{'' if n == 1 else 's'}.")
