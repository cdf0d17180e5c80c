"""Distances as they were measured: what a depth map is compared with."""

from dataclasses import dataclass
from typing import ClassVar

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.depth_map import DepthMap, Depths
from granview.core.truth import Truth

_NO_CLASSES = LabelSet((), ())


@dataclass(frozen=True)
class ReferenceDepth(Truth):
    """The ground truth of a depth map.

    Attributes:
        metres: (H, W) float32, above 0; NaN where nobody has measured.
        notices: Sentences that the user must see, such as how its file was read.
    """

    noun: ClassVar[str] = "a depth map"
    metres: Depths
    notices: tuple[str, ...] = ()

    def as_prediction(self) -> tuple[Prediction, LabelSet]:
        """The depth map as a model of metric depth would have to give it."""
        return DepthMap(self.metres, "metric"), _NO_CLASSES
