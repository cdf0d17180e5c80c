"""A scale bar over a picture whose px have a known size: a bar of a round length in its lower right corner."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from granview.core.pixel_size import PixelSize, ScaleBar, scale_bar
from granview.gui.paint.frame import Frame

MOST_PX: Final = 140.0
_SHARE: Final = 0.3
"""Of the cell's width, at most so much is taken by the bar."""

_LEAST_PX: Final = 24.0
_BAR_PX: Final = 3.0
_PAD_PX: Final = 5.0
_MARGIN_PX: Final = 8.0
_GROUND: Final = QColor(0, 0, 0, 150)
_INK: Final = QColor(255, 255, 255)
_LETTERS_PX: Final = 11


def bar_of(frame: Frame, size: PixelSize) -> ScaleBar | None:
    """The bar that suits a cell at its zoom; None where there is no room for one."""
    bar = scale_bar(size.width_m, frame.scale, min(MOST_PX, _SHARE * frame.rect.width()))
    return bar if bar is not None and bar.length_px >= _LEAST_PX else None


def paint_scale_bar(painter: QPainter, frame: Frame, size: PixelSize, raised_px: float = 0.0) -> QRectF:
    """Draw the bar with its length above it, white on a dark ground; where it stands, empty where there is none.

    Args:
        painter: On what.
        frame: The cell.
        size: Of a px of the picture.
        raised_px: Room that something else takes at the lower edge.
    """
    bar = bar_of(frame, size)
    if bar is None:
        return QRectF()
    font = QFont(painter.font())
    font.setPixelSize(_LETTERS_PX)
    metrics = QFontMetricsF(font)
    words = metrics.horizontalAdvance(bar.label)
    width, height = max(bar.length_px, words) + 2 * _PAD_PX, metrics.height() + _BAR_PX + 2 * _PAD_PX
    area = QRectF(0, 0, width, height)
    area.moveBottomRight(frame.rect.bottomRight() - QPointF(_MARGIN_PX, _MARGIN_PX + raised_px))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(area, 4, 4)
    left = area.center().x() - bar.length_px / 2
    painter.fillRect(QRectF(left, area.bottom() - _PAD_PX - _BAR_PX, bar.length_px, _BAR_PX), _INK)
    painter.setFont(font)
    painter.setPen(_INK)
    painter.drawText(QPointF(area.center().x() - words / 2, area.top() + _PAD_PX + metrics.ascent()), bar.label)
    painter.restore()
    return area
