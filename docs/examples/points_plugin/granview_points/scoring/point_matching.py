"""Which points of two sets are the same."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview_points.core.predictions.labelled_points import LabelledPoints

TOLERANCE_PX: Final = 5.0
"""A point is found where one of its class lies within this distance."""


def match_points(
    prediction: LabelledPoints, classes: NDArray[Any], reference: LabelledPoints
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which points of the reference are found, (m,), and which of the prediction are right, (n,).

    Each predicted point, the surest first, takes the nearest free point of its class within ``TOLERANCE_PX``.

    Args:
        prediction: The predicted points.
        classes: (n,) their classes in the reference's label set.
        reference: The points that are there.
    """
    found, right = np.zeros(len(reference.xy_px), bool), np.zeros(len(prediction.xy_px), bool)
    for place in np.argsort(-prediction.scores, kind="stable"):
        distance = np.hypot(*(reference.xy_px - prediction.xy_px[place]).T)
        distance[found | (reference.classes != classes[place])] = np.inf
        nearest = int(distance.argmin()) if len(distance) else 0
        if len(distance) and distance[nearest] <= TOLERANCE_PX:
            found[nearest] = right[place] = True
    return found, right
