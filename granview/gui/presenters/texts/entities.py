"""Entities as coloured spans with small labels; those that are wrong are marked by shape, not by colour alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from granview.core.labels import Color
from granview.core.offsets import offsets
from granview.core.predictions.entities import Entities
from granview.core.text import Span
from granview.gui.model.readout import Readout
from granview.gui.model.text_viewport import TextSpan
from granview.gui.presenters.marks import Line, Marks, SpanIndex, TextFormat, marks_of, token_shades
from granview.gui.presenters.text_content import translate
from granview.gui.presenters.text_presenter import (
    TEXT_PRESENTERS,
    Presentation,
    PresenterInput,
    SummaryText,
    color_of,
    name_of,
)
from granview.scoring.span_verdicts import JudgedSpan, SpanVerdict, judge_spans

_NO_COLOR: Final[Color] = (139, 144, 153)


@TEXT_PRESENTERS.register(Entities.type_name)
def present_entities(prediction: Entities, inputs: PresenterInput) -> Presentation:
    """The spans said, against those known where there are any; what was missed is outlined."""
    reference = inputs.content.reference
    known = None if reference is None else reference.entities
    spans = _spans(prediction, inputs)
    judged, missed = judge_spans(spans, known, inputs.content.names) if known is not None else ([], [])
    formats = _Formats(inputs)
    drawn = (
        [formats.predicted(one) for one in judged]
        if known is not None
        else [formats.plain(span.label) for span in spans]
    )
    drawn += [formats.known(one.span.label, SpanVerdict.MISSED) for one in missed]
    readouts = _Readouts(prediction, spans, known, inputs)
    return Presentation(
        inputs.shown(),
        rows=inputs.asked() + (_tally(judged, missed) if known is not None else ()),
        marks=_marks([*spans, *(one.span for one in missed)], drawn),
        shades=token_shades(prediction.tokens, prediction.confidence),
        say=readouts.say,
        text_span=readouts.text_span,
    )


def known_marks(known: Sequence[Span], inputs: PresenterInput) -> Marks:
    """The reference's own entities, in the colours of their types."""
    formats = _Formats(inputs)
    return _marks(known, [formats.known(span.label) for span in known])


def _spans(prediction: Entities, inputs: PresenterInput) -> list[Span]:
    labels = inputs.content.labels
    names = (
        [name_of(labels, index) for index in range(int(prediction.types.max()) + 1)] if len(prediction.types) else []
    )
    places = zip(prediction.spans.tolist(), prediction.types.tolist(), strict=True)
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

    def predicted(self, one: JudgedSpan) -> TextFormat:
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
    tally = [text.format(n=f"{n:,}") for n, text in words if n]
    return (
        SummaryText("   ".join(tally) or translate("TextCell", "No entity is said, and none is known."), role="muted"),
    )


class _Readouts:
    """Says the entity at a place with its probability, or else its token's tag; and the reference, where it differs.

    Args:
        prediction: The prediction.
        spans: Its entities, in its order.
        known: The reference's entities, or None.
        inputs: For colours and words.
    """

    def __init__(
        self, prediction: Entities, spans: Sequence[Span], known: Sequence[Span] | None, inputs: PresenterInput
    ) -> None:
        self._prediction = prediction
        self._spans = spans
        self._known = known
        self._inputs = inputs
        self._by_span = SpanIndex(prediction.spans)
        self._by_token = SpanIndex(prediction.tokens)
        self._by_known = SpanIndex(offsets([(span.start, span.end) for span in known or ()]))

    def say(self, offset: int) -> Readout | None:
        """What is said of a code point; None where no token holds it."""
        span = self._by_span.at(offset)
        if span is not None:
            name = self._spans[span].label
            color = color_of(self._inputs.content.labels, name)
            return Readout(self._beside_reference(name, offset), float(self._prediction.scores[span]), color)
        token = self._by_token.at(offset)
        if token is None:
            return None
        tag = int(self._prediction.tags[token])
        names = self._prediction.tag_names
        name = names[tag] if tag < len(names) else str(tag)
        return Readout(self._beside_reference(name, offset), float(self._prediction.confidence[token]), None)

    def text_span(self, offset: int) -> TextSpan | None:
        """The entity that holds a code point, or else its token, or else its word."""
        for index, found in ((self._by_span, self._prediction.spans), (self._by_token, self._prediction.tokens)):
            place = index.at(offset)
            if place is not None:
                start, end = found[place].tolist()
                return start, end
        return self._inputs.word(offset)

    def _beside_reference(self, name: str, offset: int) -> str:
        names, place = self._inputs.content.names, self._by_known.at(offset)
        shown = names.shown(name)
        if self._known is None or place is None:
            return shown
        known = self._known[place].label
        if names.model_key(name) == names.key_of_reference(known):
            return shown
        return translate("TextCell", "{said} (reference: {known})").format(said=shown, known=known)
