"""Class scores: how probable each class is of a sample as a whole."""

from dataclasses import dataclass
from typing import ClassVar

import msgspec
import numpy as np

from granview.core.arrays import PackedArray, pack, unpack
from granview.core.labels import LabelSet
from granview.core.offsets import Probabilities, check_finite, check_shape
from granview.core.prediction import ClassAmounts, Prediction, prediction_type


@dataclass(frozen=True)
class ClassScores(Prediction):
    """Classes of a text as a whole.

    Attributes:
        scores: (n,) float32, probability of each class of the lane's label set; they sum to 1, unless ``multi_label``.
        multi_label: Whether classes do not exclude each other, so that each has a probability of its own.
        has_probabilities: Whether ``scores`` were said; if not, a class was named alone, and has 1.
    """

    type_name: ClassVar[str] = "class-scores"

    scores: Probabilities
    multi_label: bool = False
    has_probabilities: bool = True

    def __post_init__(self) -> None:
        check_shape("Class scores", self.scores, None)
        check_finite("Class scores", self.scores)

    def chosen(self, threshold: float = 0.5) -> tuple[int, ...]:
        """Indices of the classes said: the most probable one, or all of at least ``threshold`` in a multi-label."""
        if self.multi_label:
            return tuple(int(index) for index in np.flatnonzero(self.scores >= threshold))
        return (int(self.scores.argmax()),) if len(self.scores) else ()

    def class_amounts(self, labels: LabelSet) -> ClassAmounts | None:
        """The probability of each class; None where the label set has another number of classes."""
        if len(self.scores) != len(labels):
            return None
        return ClassAmounts("probability", dict(zip(labels.names, self.scores.tolist(), strict=True)))

    def packed(self) -> "PackedClassScores":
        """As it travels."""
        return PackedClassScores(pack(self.scores), self.multi_label, self.has_probabilities)


@prediction_type
class PackedClassScores(msgspec.Struct, frozen=True, tag="class-scores"):
    """``ClassScores`` as they travel and as they are stored."""

    scores: PackedArray
    multi_label: bool
    has_probabilities: bool = True

    def unpacked(self) -> ClassScores:
        """The scores; the array is read-only."""
        return ClassScores(unpack(self.scores), self.multi_label, self.has_probabilities)
