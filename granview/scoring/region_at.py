"""The thing that lies at a point of a picture, by type of prediction: what Explain may be asked about as a whole.

A type is one file of ``granview.scoring.predictions`` that registers a function; a type without one has no regions.
The window and the Python API both ask here.
"""

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Extent, Prediction
from granview.core.registry import Registry

FindRegion = Callable[[Any, LabelSet, float, float, Extent], NDArray[np.bool_] | None]
"""From a prediction, its classes, x and y in px, and the picture's (height, width)."""

REGIONS: Final[Registry[FindRegion]] = Registry("granview.scoring.predictions", "finder of regions")
"""By ``type_name``, what finds the region at a point."""


def has_regions(prediction: Prediction) -> bool:
    """Whether a whole region of a prediction of this type can be asked about."""
    return prediction.type_name in REGIONS


def region_at(
    prediction: Prediction, labels: LabelSet, x_px: float, y_px: float, size: Extent
) -> NDArray[np.bool_] | None:
    """The region at a point: (H, W) bool; None where nothing is, where it is void, and for types without regions.

    Args:
        prediction: What is said, or the reference as a prediction.
        labels: Its classes.
        x_px: From the picture's left edge.
        y_px: From its top edge.
        size: The picture's (height, width) in px.
    """
    if not has_regions(prediction):
        return None
    return REGIONS.get(prediction.type_name)(prediction, labels, x_px, y_px, size)
