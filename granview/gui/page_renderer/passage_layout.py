"""A passage laid out: its paragraphs one below the other, lines at even distances, marks about the letters."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from granview.export.texts.page_content import Line, TextFormat, TextRun
from granview.gui.page_renderer.page_colors import page_color
from granview.gui.page_renderer.passage_text import PassageText, paragraphs_of
from granview.gui.paint.text_geometry import TALLEST, Paragraph

_PENS: Final = {
    "solid": Qt.PenStyle.SolidLine,
    "dashed": Qt.PenStyle.DashLine,
    "dotted": Qt.PenStyle.DotLine,
}
_RADIUS: Final = 3.0
_BEYOND: Final = 2.0
"""How far a mark reaches beyond its letters, in px."""

_LEADING: Final = 1.6


class PassageLayout:
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

    def __init__(
        self, runs: Sequence[TextRun], font: QFont, label_font: QFont, width: float, color: str = "text"
    ) -> None:
        self._metrics = QFontMetricsF(font)
        self._color = color
        self._laid: list[tuple[QTextLayout, PassageText, float, float]] = []
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
            boxes = [(paragraph.boxes(one.start, one.end), one.text_format) for one in line.text_spans]
            for found, text_format in boxes:
                _fill(painter, found, text_format)
            painter.setPen(page_color(self._color))
            layout.draw(painter, QPointF())
            for found, text_format in boxes:
                _line_up(painter, found, text_format)
            painter.restore()

    @property
    def natural_width(self) -> float:
        """Width of the widest line, in px."""
        return max((layout.maximumWidth() for layout, *_ in self._laid), default=0.0)

    def _lay_out(self, line: PassageText, font: QFont, width: float) -> tuple[QTextLayout, float]:
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


def _fill(painter: QPainter, boxes: Sequence[QRectF], text_format: TextFormat) -> None:
    if not text_format.fill:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(page_color(text_format.color, text_format.fill))
    beyond = 0 if text_format.is_plain else _BEYOND
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(-beyond, 0, beyond, 0), _RADIUS, _RADIUS)


def _line_up(painter: QPainter, boxes: Sequence[QRectF], text_format: TextFormat) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if text_format.under:
        painter.setPen(_pen(text_format, text_format.under, 1.8))
        for box in boxes:
            painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
    if text_format.about:
        painter.setPen(_pen(text_format, text_format.about, 1.3))
        for box in boxes:
            painter.drawRoundedRect(box.adjusted(-_BEYOND, 0, _BEYOND, 0), _RADIUS, _RADIUS)


def _pen(text_format: TextFormat, line: Line, width: float) -> QPen:
    pen = QPen(page_color(text_format.color), width)
    pen.setStyle(_PENS[line])
    return pen
