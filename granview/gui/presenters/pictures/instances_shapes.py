"""Instances made ready to be drawn: a path for each, and a map for views in which there are very many."""

from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from granview.core.predictions.instances import Instances
from granview.gui.paint.indexed import pyramid
from granview.gui.paint.ranked import with_lines
from granview.gui.presenters.pictures.instances_outlines import Polygon, box_outline, outline, smoothed
from granview.gui.presenters.pictures.instances_ranks import Ranks, ranked_map

MOST_PATHS: Final = 400
"""So many objects in view are drawn one by one; more are drawn as a map."""

_PIXELS_SHOW_FROM: Final = 2.0
"""Device px per image px from which outlines follow the edges of pixels."""


@dataclass(frozen=True)
class RankedLevels:
    """Objects as one map.

    Attributes:
        levels: The map with its lines, full size first (``paint.ranked``).
        places: (n,) the object of each number, from 1 on.
    """

    levels: list[Ranks]
    places: NDArray[np.intp]


@dataclass(frozen=True)
class Shapes:
    """The shapes of n objects, in image px.

    Attributes:
        instances: The objects.
        areas_px: (n,) float64.
        outlines: Of each its polygons.
        smooth: Of each a path with fewer points.
        ranked: The map, where there are more objects than are drawn one by one.
        by_size: (n,) the largest first, so that small ones are drawn over large ones.
    """

    instances: Instances
    areas_px: NDArray[np.float64]
    outlines: tuple[list[Polygon], ...]
    smooth: tuple[QPainterPath, ...]
    ranked: RankedLevels | None
    by_size: NDArray[np.intp]
    _exact: dict[int, QPainterPath] = field(default_factory=dict, repr=False, compare=False)

    def path(self, place: int, zoom: float) -> QPainterPath:
        """The path of an object at a zoom in device px per image px: close up, along the edges of its pixels."""
        if zoom < _PIXELS_SHOW_FROM or self.instances.masks is None:
            return self.smooth[place]
        if place not in self._exact:
            self._exact[place] = path_of(self.outlines[place])
        return self._exact[place]

    def box(self, place: int) -> QRectF:
        """The box of an object."""
        x0, y0, x1, y1 = self.instances.boxes_xyxy[place].tolist()
        return QRectF(x0, y0, x1 - x0, y1 - y0)

    def within(self, area: QRectF) -> NDArray[np.bool_]:
        """(n,) whether the box of each reaches into a part of the picture."""
        x0, y0, x1, y1 = self.instances.boxes_xyxy.T
        across = (x0 <= area.right()) & (x1 >= area.left())
        return np.asarray(across & (y0 <= area.bottom()) & (y1 >= area.top()))


def shapes_of(instances: Instances) -> Shapes:
    """Prepare all objects of a picture; takes its time, and runs off the window's thread."""
    masks, boxes = instances.masks, instances.boxes_xyxy
    outlines = tuple(map(outline, masks)) if masks is not None else tuple(map(box_outline, boxes))
    areas_px = instances.areas_px()
    return Shapes(
        instances,
        areas_px,
        outlines,
        tuple(path_of(smoothed(polygons)) for polygons in outlines),
        _ranked(instances) if len(instances) > MOST_PATHS else None,
        np.argsort(-areas_px, kind="stable"),
    )


def path_of(polygons: list[Any]) -> QPainterPath:
    """Closed polygons (k, 2) as one path: what lies in an odd number of them is inside."""
    path = QPainterPath()
    for polygon in polygons:
        points = [QPointF(x, y) for x, y in polygon.tolist()]
        path.addPolygon(QPolygonF(points))
        path.closeSubpath()
    return path


def _ranked(instances: Instances) -> RankedLevels | None:
    if instances.masks is None:
        return None
    ranks, places = ranked_map(instances.masks, instances.scores, instances.size)
    return RankedLevels(pyramid(with_lines(ranks)), places)
