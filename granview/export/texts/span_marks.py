"""Marks over entities of a text: what was said, what is known, and how the two agree, by signs and lines."""

from dataclasses import dataclass
from typing import Final

from granview.core.text import Span
from granview.export.texts.block_context import BlockContext
from granview.export.texts.formatted_runs import Mark
from granview.export.texts.page_content import Line, TextFormat
from granview.scoring.span_verdicts import JudgedSpan, SpanVerdict


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


def span_mark(span: Span, context: BlockContext) -> Mark:
    """An entity that a lane said."""
    return _of_model(span, _PLAIN, context)


def known_mark(span: Span, context: BlockContext) -> Mark:
    """One of the reference's own entities."""
    return _of_reference(span, _PLAIN, context)


def judged_mark(one: JudgedSpan, context: BlockContext) -> Mark:
    """An entity that a lane said, told right from wrong."""
    return _of_model(one.span, _DRAWINGS[one.verdict], context, one.other.label if one.other is not None else "")


def missed_mark(one: JudgedSpan, context: BlockContext) -> Mark:
    """An entity of the reference that a lane missed."""
    return _of_reference(one.span, _DRAWINGS[one.verdict], context)


def _of_model(span: Span, drawing: _Drawing, context: BlockContext, other: str = "") -> Mark:
    label = drawing.label.format(name=context.names.shown(span.label), other=other)
    return Mark(
        span.start, span.end, TextFormat(context.model_color(span.label), drawing.fill, about=drawing.about), label
    )


def _of_reference(span: Span, drawing: _Drawing, context: BlockContext) -> Mark:
    text_format = TextFormat(context.color(span.label), drawing.fill, about=drawing.about)
    return Mark(span.start, span.end, text_format, drawing.label.format(name=span.label))
