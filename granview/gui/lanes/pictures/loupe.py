"""The loupe: what lies at the shared cursor, px for px as large squares, at the same place of every cell."""

from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from granview.gui.paint.frame import Frame
from granview.gui.style.theme import Theme

SIDE: Final = 168.0
"""Its width and height in device-independent screen px."""

_MOST: Final = 0.6
"""Of the canvas, at most so much is covered by it each way."""

_LEAST_ZOOM: Final = 8.0
_TIMES: Final = 2.0
_CORNER: Final = 6.0


class Painted(Protocol):
    """What is looked at."""

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is in the frame."""
        ...


def loupe_frame(frame: Frame, point: QPointF) -> Frame:
    """The frame of the loupe over an image point: within the canvas, at 8 device px per image px or twice the zoom."""
    side = min(SIDE, _MOST * frame.rect.width(), _MOST * frame.rect.height())
    rect = QRectF(0, 0, side, side)
    rect.moveCenter(frame.to_screen(point))
    bounds = frame.rect
    rect.moveLeft(min(max(rect.left(), bounds.left()), bounds.right() - side))
    rect.moveTop(min(max(rect.top(), bounds.top()), bounds.bottom() - side))
    scale = max(_LEAST_ZOOM / frame.device_pixel_ratio, frame.scale * _TIMES)
    return Frame(rect, frame.image_width, frame.image_height, point, scale, frame.device_pixel_ratio)


def paint_loupe(painter: QPainter, painted: Painted, frame: Frame, point: QPointF, theme: Theme) -> None:
    """Draw the loupe over an image point."""
    inner = loupe_frame(frame, point)
    outline = QPainterPath()
    outline.addRoundedRect(inner.rect, _CORNER, _CORNER)
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(inner.rect, theme.color("canvas"))
    painted.paint(painter, inner)
    painter.restore()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.drawPath(outline)
    painter.restore()
