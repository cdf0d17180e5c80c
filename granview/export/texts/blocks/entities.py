"""Entities as coloured stretches with labels, told right from wrong by signs and lines, not by colour alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from granview.core.predictions.entities import Entities
from granview.core.text import Span
from granview.export.texts.blocks.block_context import BlockContext, PageBlocks
from granview.export.texts.page_content import Line, TextFormat, Words
from granview.export.texts.runs import Mark
from granview.scoring.span_verdicts import JudgedSpan, SpanVerdict, judge_spans

NOTES: Final = ("✓ right", "✗ another type, or nothing there", "↔ other bounds", "dashed: missed")


@dataclass(frozen=True)
class _Drawing:
    label: str
    fill: float = 0.34
    about: Line = ""


_PLAIN: Final = _Drawing("{name}")
_DRAWINGS: Final = {
    SpanVerdict.RIGHT: _Drawing("{name} ✓"),
    SpanVerdict.TYPE: _Drawing("{name} ✗ {other}", about="solid"),
    SpanVerdict.BOUNDS: _Drawing("{name} ↔", about="solid"),
    SpanVerdict.INVENTED: _Drawing("{name} ✗", about="solid"),
    SpanVerdict.MISSED: _Drawing("{name} missed", 0.0, "dashed"),
}
_TALLY: Final = {
    SpanVerdict.RIGHT: "{n} right",
    SpanVerdict.TYPE: "{n} of another type",
    SpanVerdict.BOUNDS: "{n} with other bounds",
    SpanVerdict.INVENTED: "{n} invented",
    SpanVerdict.MISSED: "{n} missed",
}


def show_entities(said: Entities, context: BlockContext) -> PageBlocks:
    """The entities said, against those known where there are any; what was missed is outlined."""
    places = zip(said.spans.tolist(), said.types.tolist(), strict=True)
    spans = [Span(start, end, context.name(index)) for (start, end), index in places]
    if context.known is None or context.known.entities is None:
        marks = [_said(span, _PLAIN, context) for span in spans]
        return PageBlocks(tuple(context.passage(marks)), has_text=True, classes=_names(spans, context))
    judged, missed = judge_spans(spans, context.known.entities, context.names)
    marks = [_judged(one, context) for one in judged]
    marks += [_known(one.span, _DRAWINGS[one.verdict], context) for one in missed]
    blocks = (Words(_tally([*judged, *missed])), *context.passage(marks))
    classes = dict.fromkeys((*_names(spans, context), *(one.span.label for one in missed)))
    return PageBlocks(blocks, True, tuple(classes), NOTES)


def known_marks(known: Sequence[Span], context: BlockContext) -> list[Mark]:
    """The reference's own entities."""
    return [_known(span, _PLAIN, context) for span in known]


def _judged(one: JudgedSpan, context: BlockContext) -> Mark:
    return _said(one.span, _DRAWINGS[one.verdict], context, one.other.label if one.other is not None else "")


def _said(span: Span, drawing: _Drawing, context: BlockContext, other: str = "") -> Mark:
    label = drawing.label.format(name=context.names.shown(span.label), other=other)
    return Mark(
        span.start, span.end, TextFormat(context.said_color(span.label), drawing.fill, about=drawing.about), label
    )


def _known(span: Span, drawing: _Drawing, context: BlockContext) -> Mark:
    look = TextFormat(context.color(span.label), drawing.fill, about=drawing.about)
    return Mark(span.start, span.end, look, drawing.label.format(name=span.label))


def _names(spans: Sequence[Span], context: BlockContext) -> tuple[str, ...]:
    """The common names of the types said, which the legend explains."""
    return tuple(dict.fromkeys(context.names.of_model(span.label) for span in spans))


def _tally(judged: Sequence[JudgedSpan]) -> str:
    count = Counter(one.verdict for one in judged)
    said = [words.format(n=f"{count[verdict]:,}") for verdict, words in _TALLY.items() if count[verdict]]
    return " · ".join(said) or "No entity is said, and none is known."
