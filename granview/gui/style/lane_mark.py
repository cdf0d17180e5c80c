"""A lane's mark, as chips, heads of cells, lists and tables show it: the form that its points have in plots.

Classes are squares; no lane's mark is one.
"""

import math
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QTransform

from granview.gui.style.lane_colors import lane_marker

_MOST_PIXMAPS: Final = 128
_SHARP: Final = 2.0
"""Px of the device to each px of a pixmap: as many as the densest screens have."""

_ARM: Final = 0.36
"""Half of the width of a cross's arm, of its radius."""

_CORNERS: Final = {
    **{"t1": (3, -90, 1.15), "t": (3, 90, 1.15), "t2": (3, 0, 1.15)},
    **{"d": (4, -90, 1.1), "h": (6, -90, 1.05)},
}
"""Regular polygons by symbol: how many corners, where the first one is in degrees, and their distance in radii."""


def lane_mark(color: str, centre: QPointF, radius_px: float) -> QPainterPath:
    """The outline of the mark of the lane that has a colour; of any other colour a disc.

    Args:
        color: The lane's colour, as ``#rrggbb``.
        centre: Of the mark.
        radius_px: Half of what it takes each way.
    """
    place = QTransform.fromTranslate(centre.x(), centre.y()).scale(radius_px, radius_px)
    return place.map(_form(lane_marker(color).symbol))


def paint_lane_mark(painter: QPainter, color: str, centre: QPointF, radius_px: float) -> None:
    """Draw it, filled with its colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawPath(lane_mark(color, centre, radius_px))


def paint_failed_mark(painter: QPainter, centre: QPointF, radius_px: float) -> None:
    """Draw the cross that stands for a lane that failed, with the pen that the painter has."""
    arm = radius_px
    painter.drawLine(centre - QPointF(arm, arm), centre + QPointF(arm, arm))
    painter.drawLine(centre + QPointF(arm, -arm), centre + QPointF(-arm, arm))


@lru_cache(_MOST_PIXMAPS)
def lane_mark_pixmap(color: str, edge_px: int, radius_px: float) -> QPixmap:
    """The mark in the middle of a transparent square."""
    picture = QPixmap(round(edge_px * _SHARP), round(edge_px * _SHARP))
    picture.setDevicePixelRatio(_SHARP)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        paint_lane_mark(painter, color, QPointF(edge_px / 2, edge_px / 2), radius_px)
    return picture


@lru_cache(16)
def _form(symbol: str) -> QPainterPath:
    """The outline about the origin, with a radius of 1."""
    path = QPainterPath()
    if symbol in _CORNERS:
        n, first, reach = _CORNERS[symbol]
        path.addPolygon([_at(first + 360 * corner / n, reach) for corner in range(n)])
        path.closeSubpath()
    elif symbol == "star":
        path.addPolygon([_at(-90 + 36 * corner, 1.2 if corner % 2 == 0 else 0.52) for corner in range(10)])
        path.closeSubpath()
    elif symbol == "+":
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRect(QRectF(-1, -_ARM, 2, 2 * _ARM))
        path.addRect(QRectF(-_ARM, -1, 2 * _ARM, 2))
        return path.simplified()
    else:
        path.addEllipse(QPointF(0, 0), 1, 1)
    return path


def _at(degrees: float, reach: float) -> QPointF:
    return QPointF(math.cos(math.radians(degrees)) * reach, math.sin(math.radians(degrees)) * reach)
