"""Regions of label maps: the pixels of one class that touch each other."""

import math

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Extent
from granview.core.predictions.label_map import LabelMap
from granview.scoring.components import component_at
from granview.scoring.region_at import REGIONS


@REGIONS.register(LabelMap.type_name)
def component(
    label_map: LabelMap, labels: LabelSet, x_px: float, y_px: float, size: Extent
) -> NDArray[np.bool_] | None:
    """The 8-connected component of one class at a pixel; None outside of the map and in void."""
    row, column = math.floor(y_px), math.floor(x_px)
    height, width = label_map.size
    if not (0 <= row < height and 0 <= column < width) or label_map.labels[row, column] == labels.void:
        return None
    return component_at(label_map.labels, row, column)
