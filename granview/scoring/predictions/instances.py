"""Regions of instances: the object at a point."""

import math

import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.core.instance_params import COUNTED_SCORE
from granview.core.labels import LabelSet
from granview.core.prediction import Extent
from granview.core.predictions.instances import Instances
from granview.scoring.region_at import REGIONS


@REGIONS.register(Instances.type_name)
def object_at(
    instances: Instances, labels: LabelSet, x_px: float, y_px: float, size: Extent
) -> NDArray[np.bool_] | None:
    """The pixels of the smallest object at a point: of its mask, or of its box where there are no masks.

    Objects that the model is not sure of, below ``COUNTED_SCORE``, are taken only where there are no others; of these
    the surest.
    """
    places = np.flatnonzero(_are_at(instances, x_px, y_px))
    if not len(places):
        return None
    sure = places[instances.scores[places] >= COUNTED_SCORE]
    if len(sure):
        return _pixels(instances, int(sure[instances.areas_px()[sure].argmin()]))
    return _pixels(instances, int(places[instances.scores[places].argmax()]))


def _are_at(instances: Instances, x_px: float, y_px: float) -> NDArray[np.bool_]:
    if instances.masks is not None:
        x, y = math.floor(x_px), math.floor(y_px)
        return np.array([rle.holds(mask, x, y) for mask in instances.masks], bool)
    left, top, right, bottom = instances.boxes_xyxy.T
    at: NDArray[np.bool_] = (left <= x_px) & (x_px < right) & (top <= y_px) & (y_px < bottom)
    return at


def _pixels(instances: Instances, place: int) -> NDArray[np.bool_]:
    """The pixels whose middles a box holds, or those of a mask."""
    if instances.masks is not None:
        return np.ascontiguousarray(rle.decode(instances.masks[place]))
    left, top, right, bottom = instances.boxes_xyxy[place].tolist()
    rows, columns = (np.arange(side) + 0.5 for side in instances.size)
    inside: NDArray[np.bool_] = ((rows >= top) & (rows < bottom))[:, None] & ((columns >= left) & (columns < right))
    return inside
