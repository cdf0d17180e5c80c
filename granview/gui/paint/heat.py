"""Heat maps over pictures: an image of the map's own cells, stretched by Qt: a new map costs next to nothing."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, qRgb

from granview.core.colormap import HEAT, SIGNED, colormap_indices
from granview.core.explanation import Explanation, HeatMaps
from granview.core.labels import Color
from granview.gui.paint.frame import Frame

_SMOOTH_TO: Final = 256
"""Maps of more cells on a side are drawn as they are: they have the picture's own detail."""


@dataclass(frozen=True, eq=False)
class Heat:
    """A lane's answer as it is drawn.

    Attributes:
        explanation: The answer.
        top: The end of the scale.
        signed: Whether the scale goes from ``-top`` to ``top``, not from 0.
        shared: Whether the scale is that of all lanes.
    """

    explanation: Explanation
    top: float
    signed: bool = False
    shared: bool = True

    def __eq__(self, other: object) -> bool:
        """Whether it looks the same: of the very same answer, on the same scale."""
        return isinstance(other, Heat) and self._appearance() == other._appearance()

    def __hash__(self) -> int:
        return hash(self._appearance())

    def _appearance(self) -> tuple[int, float, bool]:
        return id(self.explanation), self.top, self.signed

    def value_at(self, x_px: float, y_px: float) -> float | None:
        """The raw value of the cell that a point of the picture lies in; None outside of the map, and for texts."""
        maps = self.explanation.weights
        if not isinstance(maps, HeatMaps):
            return None
        x0, y0, x1, y1 = maps.box_xyxy_px
        rows, columns = maps.values.shape
        across, down = (x_px - x0) / (x1 - x0), (y_px - y0) / (y1 - y0)
        if not (0 <= across < 1 and 0 <= down < 1):
            return None
        return float(maps.values[int(down * rows), int(across * columns)])


class HeatPainter:
    """Draws one heat map over its picture."""

    def __init__(self, heat: Heat) -> None:
        self.heat = heat
        maps = heat.explanation.weights
        assert isinstance(maps, HeatMaps)
        self._box = maps.box_xyxy_px
        self._image = _image(heat, maps)

    def paint(self, painter: QPainter, frame: Frame, opacity: float) -> None:
        """Draw the map where its part of the picture falls, blended between cell centres."""
        x0, y0, x1, y1 = self._box
        origin, scale = frame.origin, frame.scale
        target = QRectF(origin.x() + x0 * scale, origin.y() + y0 * scale, (x1 - x0) * scale, (y1 - y0) * scale)
        painter.save()
        painter.setClipRect(frame.image_rect.intersected(frame.rect))
        painter.setOpacity(opacity)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._image.width() <= _SMOOTH_TO)
        painter.drawImage(target, self._image)
        painter.restore()


def _image(heat: Heat, maps: HeatMaps) -> QImage:
    indices = np.ascontiguousarray(colormap_indices(maps.values, heat.top, heat.signed))
    rows, columns = indices.shape
    image = QImage(indices.data, columns, rows, columns, QImage.Format.Format_Indexed8)
    image.setColorTable(_table(heat.signed))
    return image.convertToFormat(QImage.Format.Format_RGB32)


@lru_cache(maxsize=2)
def _table(signed: bool) -> list[int]:
    return [qRgb(int(r), int(g), int(b)) for r, g, b in (SIGNED if signed else HEAT)]


def heat_opacity(opacity: float) -> float:
    """How opaque a map is drawn at the opacity that the user chose for masks, ``1 - (1 - opacity)²``.

    Stronger than masks, which have the whole class in one colour: a map is read by its colours' differences.
    """
    return 1 - (1 - opacity) ** 2


def heat_color(value: float, heat: Heat) -> Color:
    """The colour of a value on a heat map's scale."""
    index = int(colormap_indices(np.array([value], np.float32), heat.top, heat.signed)[0])
    red, green, blue = (SIGNED if heat.signed else HEAT)[index]
    return int(red), int(green), int(blue)
