"""Draws marks behind and about the letters of a text."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from granview.core.labels import Color
from granview.gui.paint.contrast import LEGIBLE, contrast, laid_over, letters_on
from granview.gui.presenters.marks import Line, TextFormat
from granview.gui.style.stylesheet import mixed
from granview.gui.style.theme import Theme

_RADIUS: Final = 3.0
_FAINT: Final = 0.3
_LABEL_PART: Final = 0.72
_PENS: Final = {
    Line.SOLID: Qt.PenStyle.SolidLine,
    Line.DASHED: Qt.PenStyle.DashLine,
    Line.DOTTED: Qt.PenStyle.DotLine,
}


def label_font(font: QFont) -> QFont:
    """The font of the letters above a span."""
    small = QFont(font)
    small.setPointSizeF(max(font.pointSizeF() * _LABEL_PART, 6.0))
    small.setWeight(QFont.Weight.DemiBold)
    return small


class MarkPainter:
    """Paints in the colours of a theme.

    Args:
        theme: Colours.
        font: The text's font.
    """

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme = theme
        self._font = label_font(font)
        self._metrics = QFontMetricsF(self._font)
        self._colors: dict[Color | str, QColor] = {}

    @property
    def label_height(self) -> float:
        """Room that labels need above a line, in px."""
        return self._metrics.height()

    def ground(self, painter: QPainter, boxes: list[QRectF], text_format: TextFormat, faint: bool = False) -> None:
        """Draw what lies behind the letters; less of it where the span is to step back."""
        if not text_format.fill:
            return
        color = self._color(text_format.color)
        color.setAlphaF(text_format.fill * (_FAINT if faint else 1))
        if text_format.is_plain:
            for box in boxes:
                painter.fillRect(box, color)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for box in boxes:
            painter.drawRoundedRect(box.adjusted(-1, 0, 1, 0), _RADIUS, _RADIUS)

    def letters(self, text_format: TextFormat, faint: bool = False) -> tuple[QColor, QColor] | None:
        """The opaque ground of a span and letters that stand out from it; None where the text's own colour does."""
        color = self._color(text_format.color)
        color.setAlphaF(text_format.fill * (_FAINT if faint else 1))
        ground = laid_over(color, self._theme.color("panel"))
        own = self._theme.color("text")
        return None if contrast(own, ground) >= LEGIBLE else (ground, letters_on(ground))

    def lines(self, painter: QPainter, boxes: list[QRectF], text_format: TextFormat, faint: bool = False) -> None:
        """Draw the lines under and about the letters, thinner where the span is to step back."""
        if not text_format.under and not text_format.about:
            return
        color = self._strong(text_format.color)
        color.setAlphaF(_FAINT if faint else 1)
        if text_format.under:
            painter.setPen(QPen(color, 1.6, _PENS[text_format.under]))
            painter.drawLines([QLineF(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1) for box in boxes])
        if text_format.about:
            painter.setPen(QPen(color, 1.3, _PENS[text_format.about]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for box in boxes:
                painter.drawRoundedRect(box.adjusted(-1, 0.5, 1, -0.5), _RADIUS, _RADIUS)

    def label(self, painter: QPainter, box: QRectF, text: str, text_format: TextFormat, room: float) -> float:
        """Draw a label above a box, at most ``room`` px wide, unless no letter of it has room; how wide it became."""
        words = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        if text and not words.strip("…\u200c\u200d "):
            return 0.0
        width = self._metrics.horizontalAdvance(words)
        painter.setFont(self._font)
        painter.setPen(self._strong(text_format.color))
        painter.drawText(
            QRectF(box.left(), box.top() - self.label_height, width + 1, self.label_height),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine,
            words,
        )
        return width

    def _color(self, color: Color | str) -> QColor:
        if color not in self._colors:
            self._colors[color] = self._theme.color(color) if isinstance(color, str) else QColor(*color)
        return QColor(self._colors[color])

    def _strong(self, color: Color | str) -> QColor:
        """The colour as thin lines and small letters need it to be seen on the ground."""
        plain = self._color(color)
        return plain if isinstance(color, str) else QColor(_legible(plain.name(), self._theme))


@lru_cache(maxsize=512)
def _legible(color: str, theme: Theme) -> str:
    """The colour, mixed with as much of the text's as gives it a contrast of 4.5:1 to a panel."""
    steps = (mixed(color, theme.text, step / 10) for step in range(10))
    return next((step for step in steps if contrast(QColor(step), QColor(theme.panel)) >= LEGIBLE), theme.text)
