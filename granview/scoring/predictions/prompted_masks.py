"""Regions of prompted masks: the mask at a point."""

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Extent
from granview.core.predictions.prompted_masks import PromptedMasks
from granview.scoring.region_at import REGIONS, region_at


@REGIONS.register(PromptedMasks.type_name)
def mask_at(masks: PromptedMasks, labels: LabelSet, x_px: float, y_px: float, size: Extent) -> NDArray[np.bool_] | None:
    """The pixels of the smallest mask at a point."""
    return region_at(masks.as_instances(), labels, x_px, y_px, size)
