"""Objects that somebody has marked in a picture: boxes, outlines, segments."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.offsets import check_finite, check_shape
from granview.core.prediction import Prediction
from granview.core.predictions.instances import Instances
from granview.core.truth import Truth


@dataclass(frozen=True)
class ReferenceInstances(Truth):
    """The ground truth of a picture.

    Attributes:
        instances: The objects; all scores are 1, and crowds are marked.
        label_set: The classes.
        areas_px: (n,) float64, how large each object is in px² as its file states it, by which the COCO API sorts
            objects by size; where a file states none, that of its mask, else of its box.
        notices: Sentences that the user must see, such as that some objects have no outline.
    """

    noun: ClassVar[str] = "objects"
    instances: Instances
    label_set: LabelSet
    areas_px: NDArray[np.float64]
    notices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_shape("Areas", self.areas_px, len(self.instances))
        check_finite("Areas", self.areas_px)

    def as_prediction(self) -> tuple[Prediction, LabelSet]:
        """The objects themselves."""
        return self.instances, self.label_set
