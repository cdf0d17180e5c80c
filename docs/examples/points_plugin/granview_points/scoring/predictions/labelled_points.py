"""Regions of labelled points: a disc about the nearest one."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Extent
from granview.scoring.region_at import REGIONS
from granview_points.core.predictions.labelled_points import LabelledPoints

RADIUS_PX: Final = 5.0
"""As far as a point is looked for, so large is its disc."""


@REGIONS.register(LabelledPoints.type_name)
def disc(points: LabelledPoints, labels: LabelSet, x_px: float, y_px: float, size: Extent) -> NDArray[np.bool_] | None:
    """The pixels within ``RADIUS_PX`` of the point that is nearest; None where none is as near."""
    distance = np.hypot(*(points.xy_px - (x_px, y_px)).T)
    if not len(distance) or distance.min() > RADIUS_PX:
        return None
    x, y = points.xy_px[distance.argmin()]
    rows, columns = np.ogrid[: size[0], : size[1]]
    within: NDArray[np.bool_] = np.hypot(columns + 0.5 - x, rows + 0.5 - y) <= RADIUS_PX
    return within
