"""A passage laid out: its paragraphs one below the other, lines at even distances, marks about the letters."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from granview.export.texts.page import Line, Look, Run
from granview.gui.page_renderer.inks import ink
from granview.gui.page_renderer.letters import Letters, paragraphs_of
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
        self._laid: list[tuple[QTextLayout, Letters, float, float]] = []
        self.height = 0.0
        self.has_all_letters = True
        for line in paragraphs_of(runs, label_font):
            layout, height = self._lay_out(line, font, width)
            self._laid.append((layout, line, self.height, height))
            self.height += height
            self.has_all_letters &= all(0 not in run.glyphIndexes() for run in layout.glyphRuns())

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it with its upper left corner at a point."""
        for layout, line, top, height in self._laid:
            place = QPointF(at.x(), at.y() + top)
            painter.save()
            painter.translate(place)
            paragraph = Paragraph(layout, line.text, self._metrics, 0, height)
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

    def _lay_out(self, line: Letters, font: QFont, width: float) -> tuple[QTextLayout, float]:
        """A paragraph and its height: what other fonts need beyond that of the page's own does not move lines apart."""
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
        return layout, bottom


def _runs_from_right(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left (UAX #9, rules P2 and P3)."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((found in ("R", "AL") for found in directions if found in ("L", "R", "AL")), False)


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
