"""Entities as coloured spans with small labels; those that are wrong are marked by shape, not by colour alone."""

from collections.abc import Sequence
from typing import Final

from granview.core.labels import Color
from granview.core.text import Span
from granview.core.text_prediction import Entities, offsets
from granview.gui.texts.marks import Line, Look, Marks, marks_of
from granview.gui.texts.presentation import Presentation, Words
from granview.gui.texts.presenters.entity_voice import EntityVoice
from granview.gui.texts.presenters.given import Given, color_of, is_hidden, name_of, steps_back
from granview.gui.texts.span_verdicts import Judged, Verdict, judge
from granview.gui.texts.text_content import translate
from granview.gui.texts.token_shades import token_shades

_FILL: Final = 0.34
_FAINT: Final = 0.1
_NO_COLOR: Final[Color] = (139, 144, 153)


def present_entities(said: Entities, given: Given) -> Presentation:
    """The spans said, against those known where there are any; what was missed is outlined."""
    reference = given.content.reference
    known = None if reference is None else reference.entities
    spans = _spans(said, given)
    judged, missed = judge(spans, known) if known is not None else ([], [])
    looks = [_said(one, given) for one in judged] if known is not None else [plain_look(span, given) for span in spans]
    drawn = list(zip(spans, looks, strict=True)) + [(one.span, _missed(one.span, given)) for one in missed]
    voice = EntityVoice(said, spans, known, given)
    return Presentation(
        given.shown(),
        rows=given.asked() + (_tally(judged, missed) if known is not None else ()),
        marks=entity_marks(drawn, given),
        shades=token_shades(said.tokens, said.confidence),
        say=voice.say,
        stretch=voice.stretch,
    )


def _spans(said: Entities, given: Given) -> list[Span]:
    labels = given.content.labels
    types = [name_of(labels, index) for index in said.types.tolist()]
    return [Span(start, end, label) for (start, end), label in zip(said.spans.tolist(), types, strict=True)]


def entity_marks(drawn: Sequence[tuple[Span, Look]], given: Given) -> Marks:
    """Marks of the spans whose type the user has not hidden."""
    seen = [(span, look) for span, look in drawn if not is_hidden(given, span.label)]
    return marks_of(offsets([(span.start, span.end) for span, _ in seen]), [look for _, look in seen])


def plain_look(span: Span, given: Given, about: Line = Line.NONE, label: str = "") -> Look:
    """A span in the colour of its type; fainter where another type is to stand out."""
    color = color_of(given.content.labels, span.label) or _NO_COLOR
    fill = _FAINT if steps_back(given, span.label) else _FILL
    return Look(color, fill, Line.SOLID, about, label or span.label)


def _said(one: Judged, given: Given) -> Look:
    other = one.other.label if one.other is not None else ""
    labels = {
        Verdict.RIGHT: f"{one.span.label} ✓",
        Verdict.TYPE: f"{one.span.label} ✗ {other}",
        Verdict.BOUNDS: f"{one.span.label} ↔",
        Verdict.INVENTED: f"{one.span.label} ✗",
    }
    about = Line.NONE if one.verdict is Verdict.RIGHT else Line.SOLID
    return plain_look(one.span, given, about, labels[one.verdict])


def _missed(span: Span, given: Given) -> Look:
    color = color_of(given.content.labels, span.label) or _NO_COLOR
    return Look(color, 0.0, Line.NONE, Line.DASHED, f"– {span.label}")


def _tally(judged: Sequence[Judged], missed: Sequence[Judged]) -> tuple[Words, ...]:
    count = {verdict: sum(one.verdict is verdict for one in judged) for verdict in Verdict}
    words = (
        (count[Verdict.RIGHT], translate("TextCell", "{n} right ✓")),
        (count[Verdict.TYPE], translate("TextCell", "{n} of another type ✗")),
        (count[Verdict.BOUNDS], translate("TextCell", "{n} with other bounds ↔")),
        (count[Verdict.INVENTED], translate("TextCell", "{n} invented ✗")),
        (len(missed), translate("TextCell", "{n} missed –")),
    )
    said = [text.format(n=n) for n, text in words if n]
    return (Words("   ".join(said) or translate("TextCell", "No entity is said, and none is known."), role="muted"),)
