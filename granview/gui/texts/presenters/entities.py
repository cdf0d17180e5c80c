"""Entities as coloured spans with small labels; those that are wrong are marked by shape, not by colour alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from granview.core.labels import Color
from granview.core.offsets import offsets
from granview.core.predictions.entities import Entities
from granview.core.text import Span
from granview.gui.texts.marks import Line, Look, Marks, marks_of
from granview.gui.texts.presentation import Presentation, Words
from granview.gui.texts.presenters.entity_voice import EntityVoice
from granview.gui.texts.presenters.given import Given, color_of, name_of
from granview.gui.texts.text_content import translate
from granview.gui.texts.token_shades import token_shades
from granview.scoring.span_verdicts import Judged, Verdict, judge

_NO_COLOR: Final[Color] = (139, 144, 153)


def present_entities(said: Entities, given: Given) -> Presentation:
    """The spans said, against those known where there are any; what was missed is outlined."""
    reference = given.content.reference
    known = None if reference is None else reference.entities
    spans = _spans(said, given)
    judged, missed = judge(spans, known, given.content.names) if known is not None else ([], [])
    looks = _Looks(given)
    drawn = [looks.said(one) for one in judged] if known is not None else [looks.plain(span.label) for span in spans]
    drawn += [looks.known(one.span.label, Verdict.MISSED) for one in missed]
    voice = EntityVoice(said, spans, known, given)
    return Presentation(
        given.shown(),
        rows=given.asked() + (_tally(judged, missed) if known is not None else ()),
        marks=_marks([*spans, *(one.span for one in missed)], drawn),
        shades=token_shades(said.tokens, said.confidence),
        say=voice.say,
        stretch=voice.stretch,
    )


def known_marks(known: Sequence[Span], given: Given) -> Marks:
    """The reference's own entities, in the colours of their types."""
    looks = _Looks(given)
    return _marks(known, [looks.known(span.label) for span in known])


def _spans(said: Entities, given: Given) -> list[Span]:
    labels = given.content.labels
    names = [name_of(labels, index) for index in range(int(said.types.max()) + 1)] if len(said.types) else []
    places = zip(said.spans.tolist(), said.types.tolist(), strict=True)
    return [Span(start, end, names[index]) for (start, end), index in places]


def _marks(spans: Sequence[Span], looks: Sequence[Look]) -> Marks:
    return marks_of(offsets([(span.start, span.end) for span in spans]), looks)


class _Looks:
    """Looks by what they say, each made once: there may be tens of thousands of spans."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._made: dict[tuple[str, Verdict | None, str], Look] = {}
        self._known: dict[tuple[str, Verdict | None], Look] = {}

    def plain(self, name: str) -> Look:
        """A span of which nothing more is known."""
        return self._look(name, None, "")

    def said(self, one: Judged) -> Look:
        """A span with its verdict."""
        other = one.other.label if one.other is not None and one.verdict is Verdict.TYPE else ""
        return self._look(one.span.label, one.verdict, other)

    def known(self, name: str, verdict: Verdict | None = None) -> Look:
        """A span of the reference, which may have been missed."""
        key = (name, verdict)
        if key not in self._known:
            self._known[key] = _draw(verdict, self._given.known_color(name), name, name)
        return self._known[key]

    def _look(self, name: str, verdict: Verdict | None, other: str) -> Look:
        key = (name, verdict, other)
        if key not in self._made:
            content = self._given.content
            color = color_of(content.labels, name)
            shown = content.names.shown(name)
            self._made[key] = _draw(verdict, color, content.names.of_said(name), shown, other)
        return self._made[key]


def _draw(verdict: Verdict | None, color: Color | None, name: str, shown: str, other: str = "") -> Look:
    drawing = _DRAWINGS[verdict]
    label = drawing.label.format(name=shown, other=other)
    return Look(color or _NO_COLOR, drawing.fill, drawing.under, drawing.about, label, name)


@dataclass(frozen=True)
class _Drawing:
    label: str
    fill: float = 0.34
    under: Line = Line.SOLID
    about: Line = Line.SOLID


_DRAWINGS: Final[dict[Verdict | None, _Drawing]] = {
    None: _Drawing("{name}", about=Line.NONE),
    Verdict.RIGHT: _Drawing("{name} ✓", about=Line.NONE),
    Verdict.TYPE: _Drawing("{name} ✗ {other}"),
    Verdict.BOUNDS: _Drawing("{name} ↔"),
    Verdict.INVENTED: _Drawing("{name} ✗"),
    Verdict.MISSED: _Drawing("– {name}", 0.0, Line.NONE, Line.DASHED),
}
"""What tells verdicts apart, besides the type's colour: letters and lines."""


def _tally(judged: Sequence[Judged], missed: Sequence[Judged]) -> tuple[Words, ...]:
    count = Counter(one.verdict for one in judged)
    words = (
        (count[Verdict.RIGHT], translate("TextCell", "{n} right ✓")),
        (count[Verdict.TYPE], translate("TextCell", "{n} of another type ✗")),
        (count[Verdict.BOUNDS], translate("TextCell", "{n} with other bounds ↔")),
        (count[Verdict.INVENTED], translate("TextCell", "{n} invented ✗")),
        (len(missed), translate("TextCell", "{n} missed –")),
    )
    said = [text.format(n=f"{n:,}") for n, text in words if n]
    return (Words("   ".join(said) or translate("TextCell", "No entity is said, and none is known."), role="muted"),)
