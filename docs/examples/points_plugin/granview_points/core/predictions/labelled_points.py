"""Labelled points: where in a picture things are, and of which class each is."""

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import PackedArray, pack, unpack
from granview.core.labels import LabelSet
from granview.core.offsets import check_finite, check_shape
from granview.core.prediction import ClassAmounts, Extent, Prediction, prediction_type


@dataclass(frozen=True)
class LabelledPoints(Prediction):
    """Points in a picture.

    Attributes:
        xy_px: (n, 2) float32, from the picture's upper left corner; the centre of the first px is (0.5, 0.5).
        classes: (n,) uint16, index of each point's class in the lane's label set.
        scores: (n,) float32, how sure the model is of each, 0 to 1.
    """

    type_name: ClassVar[str] = "labelled-points"

    xy_px: NDArray[np.float32]
    classes: NDArray[np.uint16]
    scores: NDArray[np.float32]

    def __post_init__(self) -> None:
        check_shape("Points", self.xy_px, None, 2)
        check_shape("Classes of points", self.classes, len(self.xy_px))
        check_shape("Scores of points", self.scores, len(self.xy_px))
        check_finite("Points", self.xy_px)
        check_finite("Scores of points", self.scores)

    def fits(self, extent: Extent) -> bool:
        """Whether every point lies in a picture of ``extent`` (height, width) px."""
        height, width = extent
        return bool(np.all((self.xy_px >= 0) & (self.xy_px <= (width, height))))

    def class_amounts(self, labels: LabelSet) -> ClassAmounts:
        """How many points of each class there are."""
        count = Counter(labels.names[place] for place in self.classes.tolist() if place < len(labels))
        return ClassAmounts("count", {name: count[name] for name in labels.names})

    def packed(self) -> "PackedLabelledPoints":
        """As they travel."""
        return PackedLabelledPoints(pack(self.xy_px), pack(self.classes), pack(self.scores))


@prediction_type
class PackedLabelledPoints(msgspec.Struct, frozen=True, tag="labelled-points"):
    """``LabelledPoints`` as they travel and as they are stored."""

    xy_px: PackedArray
    classes: PackedArray
    scores: PackedArray

    def unpacked(self) -> LabelledPoints:
        """The points; their arrays are read-only."""
        return LabelledPoints(unpack(self.xy_px), unpack(self.classes), unpack(self.scores))
