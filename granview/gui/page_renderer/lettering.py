"""A passage laid out: its paragraphs one below the other, lines at even distances, marks about the letters."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from granview.export.texts.page import Line, Look, Run
from granview.gui.page_renderer.inks import ink, ink_over
from granview.gui.texts.geometry import TALLEST, Paragraph

_PENS: Final = {
    "solid": Qt.PenStyle.SolidLine,
    "dashed": Qt.PenStyle.DashLine,
    "dotted": Qt.PenStyle.DotLine,
}
_RADIUS: Final = 3.0
_BEYOND: Final = 2.0
"""How far a mark reaches beyond its letters, in px."""

_LEADING: Final = 1.6
_STICKING, _LABEL_START, _LABEL_END = "\u00a0", "\u2068", "\u2069\u2009"
"""A label sticks to the letters before it, keeps its own direction, and stands off from what follows."""


@dataclass(frozen=True)
class _Stretch:
    start: int
    end: int
    look: Look


@dataclass(frozen=True)
class _Line:
    """One paragraph: what is laid out, in UTF-16 units."""

    text: str
    formats: tuple[QTextLayout.FormatRange, ...]
    stretches: tuple[_Stretch, ...]


class Lettering:
    """Runs of text laid out in a width.

    Args:
        runs: The text.
        font: Its font.
        label_font: Of labels.
        width: Room for a line, in px.
        color: Of plain letters.

    Attributes:
        height: In px.
        has_all_letters: Whether a font was found for each of them.
    """

    def __init__(self, runs: Sequence[Run], font: QFont, label_font: QFont, width: float, color: str = "text") -> None:
        self._metrics = QFontMetricsF(font)
        self._color = color
        self._laid: list[tuple[QTextLayout, _Line, float]] = []
        self.height = 0.0
        self.has_all_letters = True
        for line in _lines(runs, label_font):
            layout = self._lay_out(line, font, width)
            self._laid.append((layout, line, self.height))
            self.height += self._bottom(layout)
            self.has_all_letters &= all(0 not in run.glyphIndexes() for run in layout.glyphRuns())

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it with its upper left corner at a point."""
        for layout, line, top in self._laid:
            place = QPointF(at.x(), at.y() + top)
            painter.save()
            painter.translate(place)
            paragraph = Paragraph(layout, line.text, self._metrics, 0, self._bottom(layout))
            boxes = [(paragraph.boxes(one.start, one.end), one.look) for one in line.stretches]
            for found, look in boxes:
                _fill(painter, found, look)
            painter.setPen(ink(self._color))
            layout.draw(painter, QPointF())
            for found, look in boxes:
                _line_up(painter, found, look)
            painter.restore()

    @property
    def natural_width(self) -> float:
        """Width of the widest line, in px."""
        return max((layout.maximumWidth() for layout, *_ in self._laid), default=0.0)

    def _lay_out(self, line: _Line, font: QFont, width: float) -> QTextLayout:
        layout = QTextLayout(line.text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if _runs_from_right(line.text):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setTabStopDistance(4 * self._metrics.horizontalAdvance("0"))
        layout.setTextOption(option)
        layout.setFormats(list(line.formats))
        layout.setCacheEnabled(True)
        pitch = self._metrics.height() * _LEADING / TALLEST
        highest, lowest = self._metrics.ascent() * TALLEST, self._metrics.descent() * TALLEST
        bottom = 0.0
        layout.beginLayout()
        while (part := layout.createLine()).isValid():
            part.setLineWidth(width)
            letters = min(part.ascent(), highest) + min(part.descent(), lowest)
            room = max(pitch - letters, 0) / 2
            part.setPosition(QPointF(0, bottom + room - max(part.ascent() - highest, 0)))
            bottom += letters + 2 * room
        layout.endLayout()
        return layout

    def _bottom(self, layout: QTextLayout) -> float:
        pitch = self._metrics.height() * _LEADING / TALLEST
        highest, lowest = self._metrics.ascent() * TALLEST, self._metrics.descent() * TALLEST
        lines = (layout.lineAt(number) for number in range(layout.lineCount()))
        return sum(max(pitch, min(line.ascent(), highest) + min(line.descent(), lowest)) for line in lines)


def _runs_from_right(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left (UAX #9, rules P2 and P3)."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((found in ("R", "AL") for found in directions if found in ("L", "R", "AL")), False)


def _lines(runs: Sequence[Run], label_font: QFont) -> Iterator[_Line]:
    """The runs, cut at line ends."""
    line = _LineMaker(label_font)
    for run in runs:
        first, *others = run.text.split("\n")
        line.add(first, run.looks)
        for other in others:
            yield line.made()
            line = _LineMaker(label_font)
            line.add(other, run.looks)
        if run.label:
            line.add_label(run.label, run.looks)
    yield line.made()


class _LineMaker:
    """Collects what stands in one paragraph."""

    def __init__(self, label_font: QFont) -> None:
        self._label_font = label_font
        self._text: list[str] = []
        self._at = 0
        self._formats: list[QTextLayout.FormatRange] = []
        self._stretches: list[_Stretch] = []

    def add(self, text: str, looks: Sequence[Look]) -> None:
        """Letters that look the same."""
        start = self._append(text)
        self._mark(start, looks)
        if looks:
            self._format(start, _format_of(looks))

    def add_label(self, label: str, looks: Sequence[Look]) -> None:
        """What the stretch before it is, in small letters."""
        self.add(_STICKING, looks)
        start = self._append(f"{_LABEL_START}{label.replace(' ', _STICKING)}{_LABEL_END}")
        self._mark(start, looks)
        small = _format_of(looks)
        small.setFont(self._label_font)
        self._format(start, small)

    def made(self) -> _Line:
        """The paragraph."""
        return _Line("".join(self._text), tuple(self._formats), tuple(self._stretches))

    def _append(self, text: str) -> int:
        start = self._at
        self._text.append(text)
        self._at += len(text.encode("utf-16-le")) // 2
        return start

    def _mark(self, start: int, looks: Sequence[Look]) -> None:
        """One stretch for each look; it goes on where the same one has just ended."""
        for look in looks if self._at > start else ():
            before = next((one for one in self._stretches if one.end == start and one.look == look), None)
            if before is not None:
                self._stretches.remove(before)
            self._stretches.append(_Stretch(start if before is None else before.start, self._at, look))

    def _format(self, start: int, style: QTextCharFormat) -> None:
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, self._at - start, style
        self._formats.append(made)


def _format_of(looks: Sequence[Look]) -> QTextCharFormat:
    style = QTextCharFormat()
    for look in looks:
        if look.fill:
            style.setForeground(QBrush(ink_over(look.color, look.fill)))
        elif not look.under and not look.about:
            style.setForeground(QBrush(ink(look.color)))
        if look.is_struck:
            style.setFontStrikeOut(True)
            style.setForeground(QBrush(ink("muted")))
    return style


def _fill(painter: QPainter, boxes: Sequence[QRectF], look: Look) -> None:
    if not look.fill:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink(look.color, look.fill))
    beyond = 0 if look.is_plain else _BEYOND
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(-beyond, 0, beyond, 0), _RADIUS, _RADIUS)


def _line_up(painter: QPainter, boxes: Sequence[QRectF], look: Look) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look.under:
        painter.setPen(_pen(look, look.under, 1.8))
        for box in boxes:
            painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
    if look.about:
        painter.setPen(_pen(look, look.about, 1.3))
        for box in boxes:
            painter.drawRoundedRect(box.adjusted(-_BEYOND, 0, _BEYOND, 0), _RADIUS, _RADIUS)


def _pen(look: Look, line: Line, width: float) -> QPen:
    pen = QPen(ink(look.color), width)
    pen.setStyle(_PENS[line])
    return pen
