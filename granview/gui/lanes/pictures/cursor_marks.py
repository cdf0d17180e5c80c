"""The shared cursor: where the mouse is in one cell is marked in all."""

import math
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from granview.gui.model.viewport import Mark
from granview.gui.paint.frame import Frame
from granview.gui.style.theme import Theme

_ARM: Final = 11.0
_GAP: Final = 4.0
_SQUARE_FROM: Final = 6.0
_MARGIN: Final = 3
_RING: Final = 7.0


def cursor_area(frame: Frame, point: QPointF) -> QRect:
    """The part of the widget that the mark of an image point may cover."""
    at = frame.to_screen(point)
    reach = max(_ARM, frame.scale) + _MARGIN
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect()


def paint_cursor(painter: QPainter, frame: Frame, point: QPointF, theme: Theme, *, is_own: bool) -> None:
    """Mark an image point by a cross; close up by a frame about its pixel. ``is_own``: the mouse itself is here."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    halo = QPen(theme.color("canvas" if theme.is_dark else "text", 0.75), 3)
    line = QPen(theme.color("text" if theme.is_dark else "panel"), 1)
    for pen in (halo, line):
        painter.setPen(pen)
        if frame.zoom >= _SQUARE_FROM:
            painter.drawRect(_pixel(frame, point))
        elif not is_own:
            painter.drawLines(_cross(frame.to_screen(point)))
    painter.restore()


def paint_mark(painter: QPainter, frame: Frame, mark: Mark, theme: Theme) -> None:
    """Mark what is asked about: a ring about a point, a frame about a box, lines about a region."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in (("canvas" if theme.is_dark else "text", 4.0), ("only_right", 2.0)):
        painter.setPen(QPen(theme.color(color), width))
        if not isinstance(mark, QRectF):
            painter.drawLines([QLineF(frame.to_screen(line.p1()), frame.to_screen(line.p2())) for line in mark])
        elif mark.isEmpty():
            painter.drawEllipse(frame.to_screen(mark.topLeft()), _RING, _RING)
        else:
            painter.drawRect(QRectF(frame.to_screen(mark.topLeft()), frame.to_screen(mark.bottomRight())))
    painter.restore()


def _pixel(frame: Frame, point: QPointF) -> QRectF:
    corner = frame.to_screen(QPointF(math.floor(point.x()), math.floor(point.y())))
    return QRectF(corner.x(), corner.y(), frame.scale, frame.scale)


def _cross(at: QPointF) -> list[QLineF]:
    x, y = math.floor(at.x()) + 0.5, math.floor(at.y()) + 0.5
    return [
        QLineF(x - _ARM, y, x - _GAP, y),
        QLineF(x + _GAP, y, x + _ARM, y),
        QLineF(x, y - _ARM, x, y - _GAP),
        QLineF(x, y + _GAP, x, y + _ARM),
    ]
