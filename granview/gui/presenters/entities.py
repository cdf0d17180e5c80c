"""Entities as coloured spans with small labels; those that are wrong are marked by shape, not by colour alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from granview.core.labels import Color
from granview.core.offsets import offsets
from granview.core.predictions.entities import Entities
from granview.core.text import Span
from granview.gui.presenters.entity_readouts import EntityReadouts
from granview.gui.presenters.marks import Line, Marks, TextFormat, marks_of
from granview.gui.presenters.presentation import Presentation, SummaryText
from granview.gui.presenters.presenter_input import PresenterInput, color_of, name_of
from granview.gui.presenters.text_content import translate
from granview.gui.presenters.token_shades import token_shades
from granview.scoring.span_verdicts import JudgedSpan, SpanVerdict, judge_spans

_NO_COLOR: Final[Color] = (139, 144, 153)


def present_entities(said: Entities, inputs: PresenterInput) -> Presentation:
    """The spans said, against those known where there are any; what was missed is outlined."""
    reference = inputs.content.reference
    known = None if reference is None else reference.entities
    spans = _spans(said, inputs)
    judged, missed = judge_spans(spans, known, inputs.content.names) if known is not None else ([], [])
    formats = _Formats(inputs)
    drawn = (
        [formats.said(one) for one in judged] if known is not None else [formats.plain(span.label) for span in spans]
    )
    drawn += [formats.known(one.span.label, SpanVerdict.MISSED) for one in missed]
    readouts = EntityReadouts(said, spans, known, inputs)
    return Presentation(
        inputs.shown(),
        rows=inputs.asked() + (_tally(judged, missed) if known is not None else ()),
        marks=_marks([*spans, *(one.span for one in missed)], drawn),
        shades=token_shades(said.tokens, said.confidence),
        say=readouts.say,
        text_span=readouts.text_span,
    )


def known_marks(known: Sequence[Span], inputs: PresenterInput) -> Marks:
    """The reference's own entities, in the colours of their types."""
    formats = _Formats(inputs)
    return _marks(known, [formats.known(span.label) for span in known])


def _spans(said: Entities, inputs: PresenterInput) -> list[Span]:
    labels = inputs.content.labels
    names = [name_of(labels, index) for index in range(int(said.types.max()) + 1)] if len(said.types) else []
    places = zip(said.spans.tolist(), said.types.tolist(), strict=True)
    return [Span(start, end, names[index]) for (start, end), index in places]


def _marks(spans: Sequence[Span], formats: Sequence[TextFormat]) -> Marks:
    return marks_of(offsets([(span.start, span.end) for span in spans]), formats)


class _Formats:
    """Looks by what they say, each made once: there may be tens of thousands of spans."""

    def __init__(self, inputs: PresenterInput) -> None:
        self._inputs = inputs
        self._made: dict[tuple[str, SpanVerdict | None, str], TextFormat] = {}
        self._known: dict[tuple[str, SpanVerdict | None], TextFormat] = {}

    def plain(self, name: str) -> TextFormat:
        """A span of which nothing more is known."""
        return self._format(name, None, "")

    def said(self, one: JudgedSpan) -> TextFormat:
        """A span with its verdict."""
        other = one.other.label if one.other is not None and one.verdict is SpanVerdict.TYPE else ""
        return self._format(one.span.label, one.verdict, other)

    def known(self, name: str, verdict: SpanVerdict | None = None) -> TextFormat:
        """A span of the reference, which may have been missed."""
        key = (name, verdict)
        if key not in self._known:
            self._known[key] = _draw(verdict, self._inputs.known_color(name), name, name)
        return self._known[key]

    def _format(self, name: str, verdict: SpanVerdict | None, other: str) -> TextFormat:
        key = (name, verdict, other)
        if key not in self._made:
            content = self._inputs.content
            color = color_of(content.labels, name)
            shown = content.names.shown(name)
            self._made[key] = _draw(verdict, color, content.names.of_model(name), shown, other)
        return self._made[key]


def _draw(verdict: SpanVerdict | None, color: Color | None, name: str, shown: str, other: str = "") -> TextFormat:
    drawing = _DRAWINGS[verdict]
    label = drawing.label.format(name=shown, other=other)
    return TextFormat(color or _NO_COLOR, drawing.fill, drawing.under, drawing.about, label, name)


@dataclass(frozen=True)
class _Drawing:
    label: str
    fill: float = 0.34
    under: Line = Line.SOLID
    about: Line = Line.SOLID


_DRAWINGS: Final[dict[SpanVerdict | None, _Drawing]] = {
    None: _Drawing("{name}", about=Line.NONE),
    SpanVerdict.RIGHT: _Drawing("{name} ✓", about=Line.NONE),
    SpanVerdict.TYPE: _Drawing("{name} ✗ {other}"),
    SpanVerdict.BOUNDS: _Drawing("{name} ↔"),
    SpanVerdict.INVENTED: _Drawing("{name} ✗"),
    SpanVerdict.MISSED: _Drawing("– {name}", 0.0, Line.NONE, Line.DASHED),
}
"""What tells verdicts apart, besides the type's colour: letters and lines."""


def _tally(judged: Sequence[JudgedSpan], missed: Sequence[JudgedSpan]) -> tuple[SummaryText, ...]:
    count = Counter(one.verdict for one in judged)
    words = (
        (count[SpanVerdict.RIGHT], translate("TextCell", "{n} right ✓")),
        (count[SpanVerdict.TYPE], translate("TextCell", "{n} of another type ✗")),
        (count[SpanVerdict.BOUNDS], translate("TextCell", "{n} with other bounds ↔")),
        (count[SpanVerdict.INVENTED], translate("TextCell", "{n} invented ✗")),
        (len(missed), translate("TextCell", "{n} missed –")),
    )
    said = [text.format(n=f"{n:,}") for n, text in words if n]
    return (
        SummaryText("   ".join(said) or translate("TextCell", "No entity is said, and none is known."), role="muted"),
    )
