"""How one object is drawn: its area, its outline, a crowd's hatching, and the halo of the one that stands out."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QTransform

_WIDTH_PX: Final = 1.8
_THIN_PX: Final = 1.0
_MANY: Final = 20
"""More than so many objects have lines of one px, which are drawn many times as fast; dashed lines always have."""
_BOX_FILL: Final = 0.22
"""Of the opacity of masks: a box holds more than its object."""
_MISSED_FILL: Final = 0.45
"""What is not there steps behind what is."""
_HALO_PX: Final = 5.5
_LIT_PX: Final = 3.0
_LIT_FILL: Final = 0.35


@dataclass(frozen=True)
class Strokes:
    """The pens and brushes of one painting.

    Attributes:
        opacity: Of areas, 0 to 1; 0 where outlines are drawn alone.
        line_opacity: Of lines, 0 to 1.
        scale: Px of the widget per image px: lines and hatching are as wide at every zoom.
        n: How many objects are drawn.
        has_masks: Whether areas are masks, or boxes.
    """

    opacity: float
    line_opacity: float
    scale: float
    n: int
    has_masks: bool

    def draw(
        self, painter: QPainter, path: QPainterPath, color: QColor, strength: float, *, crowd: bool, missed: bool
    ) -> None:
        """Draw an object; a crowd is hatched, and what is missed is faint, each within a dashed line."""
        painter.setPen(self.pen(color, self.line_opacity * strength, dashed=crowd or missed))
        painter.setBrush(self._brush(color, strength, crowd=crowd, missed=missed))
        painter.drawPath(path)

    def pen(self, color: QColor, opacity: float, *, dashed: bool) -> QPen:
        """A line that is as wide at every zoom."""
        pen = QPen(_faded(color, opacity), _THIN_PX if dashed or self.n > _MANY else _WIDTH_PX)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashed:
            pen.setDashPattern([5, 4])
        return pen

    def _brush(self, color: QColor, strength: float, *, crowd: bool, missed: bool) -> QBrush:
        if crowd:
            brush = QBrush(_faded(color, self.line_opacity * strength * 0.7), Qt.BrushStyle.BDiagPattern)
            brush.setTransform(QTransform.fromScale(1 / self.scale, 1 / self.scale))
            return brush
        if not self.opacity:
            return QBrush(Qt.BrushStyle.NoBrush)
        part = _MISSED_FILL if missed else 1.0 if self.has_masks else _BOX_FILL
        return QBrush(_faded(color, self.opacity * strength * part))


def draw_lit(painter: QPainter, path: QPainterPath, box: QRectF | None, color: QColor) -> None:
    """Draw the object that stands out: stronger, with a dark halo that parts it from any ground, and its box."""
    halo = QPen(QColor(10, 11, 14, 190), _HALO_PX)
    line = QPen(color.lighter(115), _LIT_PX)
    for pen in (halo, line):
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(halo)
    painter.setBrush(_faded(color, _LIT_FILL))
    painter.drawPath(path)
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    if box is not None:
        thin = QPen(QColor(255, 255, 255, 220), 1.0, Qt.PenStyle.DashLine)
        thin.setCosmetic(True)
        painter.setPen(thin)
        painter.drawRect(box)


def _faded(color: QColor, opacity: float) -> QColor:
    faded = QColor(color)
    faded.setAlphaF(min(max(opacity, 0.0), 1.0))
    return faded
