"""Entities as coloured stretches with labels, told right from wrong by signs and lines, not by colour alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from granview.core.predictions.entities import Entities
from granview.core.text import Span
from granview.export.texts.blocks.told import Shown, Told
from granview.export.texts.page import Line, Look, Words
from granview.export.texts.runs import Mark
from granview.scoring.span_verdicts import Judged, Verdict, judge

NOTES: Final = ("✓ right", "✗ another type, or nothing there", "↔ other bounds", "dashed: missed")


@dataclass(frozen=True)
class _Drawing:
    label: str
    fill: float = 0.34
    about: Line = ""


_PLAIN: Final = _Drawing("{name}")
_DRAWINGS: Final = {
    Verdict.RIGHT: _Drawing("{name} ✓"),
    Verdict.TYPE: _Drawing("{name} ✗ {other}", about="solid"),
    Verdict.BOUNDS: _Drawing("{name} ↔", about="solid"),
    Verdict.INVENTED: _Drawing("{name} ✗", about="solid"),
    Verdict.MISSED: _Drawing("{name} missed", 0.0, "dashed"),
}
_TALLY: Final = {
    Verdict.RIGHT: "{n} right",
    Verdict.TYPE: "{n} of another type",
    Verdict.BOUNDS: "{n} with other bounds",
    Verdict.INVENTED: "{n} invented",
    Verdict.MISSED: "{n} missed",
}


def show_entities(said: Entities, told: Told) -> Shown:
    """The entities said, against those known where there are any; what was missed is outlined."""
    places = zip(said.spans.tolist(), said.types.tolist(), strict=True)
    spans = [Span(start, end, told.name(index)) for (start, end), index in places]
    if told.known is None or told.known.entities is None:
        marks = [_said(span, _PLAIN, told) for span in spans]
        return Shown(tuple(told.passage(marks)), has_text=True, classes=_names(spans, told))
    judged, missed = judge(spans, told.known.entities, told.names)
    marks = [_judged(one, told) for one in judged]
    marks += [_known(one.span, _DRAWINGS[one.verdict], told) for one in missed]
    blocks = (Words(_tally([*judged, *missed])), *told.passage(marks))
    classes = dict.fromkeys((*_names(spans, told), *(one.span.label for one in missed)))
    return Shown(blocks, True, tuple(classes), NOTES)


def known_marks(known: Sequence[Span], told: Told) -> list[Mark]:
    """The reference's own entities."""
    return [_known(span, _PLAIN, told) for span in known]


def _judged(one: Judged, told: Told) -> Mark:
    return _said(one.span, _DRAWINGS[one.verdict], told, one.other.label if one.other is not None else "")


def _said(span: Span, drawing: _Drawing, told: Told, other: str = "") -> Mark:
    label = drawing.label.format(name=told.names.shown(span.label), other=other)
    return Mark(span.start, span.end, Look(told.said_color(span.label), drawing.fill, about=drawing.about), label)


def _known(span: Span, drawing: _Drawing, told: Told) -> Mark:
    look = Look(told.color(span.label), drawing.fill, about=drawing.about)
    return Mark(span.start, span.end, look, drawing.label.format(name=span.label))


def _names(spans: Sequence[Span], told: Told) -> tuple[str, ...]:
    """The common names of the types said, which the legend explains."""
    return tuple(dict.fromkeys(told.names.of_said(span.label) for span in spans))


def _tally(judged: Sequence[Judged]) -> str:
    count = Counter(one.verdict for one in judged)
    said = [words.format(n=f"{count[verdict]:,}") for verdict, words in _TALLY.items() if count[verdict]]
    return " · ".join(said) or "No entity is said, and none is known."
