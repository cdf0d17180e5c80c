"""From spans over a text to the runs of a passage: overlapping spans are cut where they begin and end."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from granview.export.texts.excerpt import Excerpt
from granview.export.texts.page_content import TextFormat, TextRun
from granview.export.texts.unprintable_characters import on_one_line, visible
from granview.scoring.word_difference import Edit, EditKind

_EDITS: Final = {
    EditKind.DELETED: TextFormat("bad", 0.10, is_struck=True),
    EditKind.FILLED: TextFormat("accent", 0.24, under="solid"),
}
_CUT: Final = TextRun("…", (TextFormat("muted"),))


@dataclass(frozen=True)
class Mark:
    """A span of a text, in code points, how it looks, and what is written after it."""

    start: int
    end: int
    text_format: TextFormat
    label: str = ""


def runs_of(text: str, shown: Excerpt, marks: Sequence[Mark] = (), edits: Sequence[Edit] = ()) -> tuple[TextRun, ...]:
    """The runs of what is shown of a text.

    Args:
        text: The whole text.
        shown: The part that is shown.
        marks: In any order; of those that overlap, the longer one is the outer.
        edits: In the order of their starts; words in place of the text, or between its letters.
    """
    before, after = (_CUT,) if shown.start else (), (_CUT,) if shown.end < shown.size else ()
    kept = [mark for mark in marks if mark.end > shown.start and mark.start < shown.end and mark.start < mark.end]
    seen = [edit for edit in edits if shown.start <= edit.start and edit.end <= shown.end]
    return (*before, *_runs(text, shown, kept, seen), *after)


def _runs(text: str, shown: Excerpt, marks: Sequence[Mark], edits: Sequence[Edit]) -> Iterator[TextRun]:
    cuts = _cuts(shown, marks, edits)
    waiting = sorted(marks, key=lambda mark: (mark.start, -mark.end), reverse=True)
    inserted = {edit.start: edit for edit in edits if edit.start == edit.end}
    replaced = {edit.start: edit for edit in edits if edit.start < edit.end}
    active: list[Mark] = []
    done = shown.start
    for at, following in zip(cuts, [*cuts[1:], shown.end], strict=True):
        if at in inserted:
            yield TextRun(visible(inserted[at].text), (_EDITS[inserted[at].kind],))
        while waiting and waiting[-1].start <= at:
            active.append(waiting.pop())
        if at >= done and at < following:
            edit = replaced.get(at)
            end = following if edit is None else edit.end
            words = text[at:end] if edit is None else edit.text
            text_formats = () if edit is None else (_EDITS[edit.kind],)
            ending = [mark.label for mark in active if mark.label and at < mark.end <= end]
            yield TextRun(
                visible(words), (*(mark.text_format for mark in active), *text_formats), on_one_line(" · ".join(ending))
            )
            done = end
        active = [mark for mark in active if mark.end > following]


def _cuts(shown: Excerpt, marks: Iterable[Mark], edits: Iterable[Edit]) -> list[int]:
    places = {shown.start, shown.end}
    places.update(place for mark in marks for place in (mark.start, mark.end))
    places.update(place for edit in edits for place in (edit.start, edit.end))
    return sorted(place for place in places if shown.start <= place <= shown.end)
