"""The object at a point of a picture."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF

from granview.core.predictions.instances import Instances
from granview.gui.presenters.pictures.instances_outlines import holds


def place_at(instances: Instances, point: QPointF, which: NDArray[np.bool_]) -> int | None:
    """The object with the smallest box of those whose mask, or box where there are no masks, holds a point.

    Args:
        instances: The objects.
        point: In image px.
        which: (n,) those that are looked at.
    """
    x, y = point.x(), point.y()
    x0, y0, x1, y1 = instances.boxes_xyxy.T
    near = np.flatnonzero(which & (x0 <= x) & (x < x1) & (y0 <= y) & (y < y1))
    sizes = ((x1 - x0) * (y1 - y0))[near]
    for place in near[np.argsort(sizes, kind="stable")].tolist():
        if instances.masks is None or holds(instances.masks[place], math.floor(x), math.floor(y)):
            return int(place)
    return None
