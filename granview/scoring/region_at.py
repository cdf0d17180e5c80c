"""The thing that lies at a point of a picture, by type of prediction: what Explain may be asked about as a whole.

A type is one file of ``granview.scoring.predictions`` that registers a function; a type without one has no regions.
"""

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.registry import Registry

FindRegion = Callable[[Any, LabelSet, float, float], NDArray[np.bool_] | None]

REGIONS: Final[Registry[FindRegion]] = Registry("granview.scoring.predictions", "finder of regions")
"""By ``type_name``, what finds the region at a point."""


def region_at(prediction: Prediction, labels: LabelSet, x_px: float, y_px: float) -> NDArray[np.bool_] | None:
    """The region at a point: (H, W) bool; None where nothing is, where it is void, and for types without regions.

    Args:
        prediction: What is said, or the reference as a prediction.
        labels: Its classes.
        x_px: From the picture's left edge.
        y_px: From its top edge.
    """
    if prediction.type_name not in REGIONS:
        return None
    return REGIONS.get(prediction.type_name)(prediction, labels, x_px, y_px)
