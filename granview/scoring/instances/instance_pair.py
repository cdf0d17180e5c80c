"""The objects that a lane found in a picture beside those that are there, in the classes of the reference."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import ShapeError
from granview.scoring.instances.overlaps import Overlaps

Whole = NDArray[np.int64]
Reals = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class InstancePair:
    """n predicted objects, the surest first, and m of the reference.

    Attributes:
        predicted_class: (n,) int64, in the reference's label set.
        score: (n,) float32, falling.
        reference_class: (m,) int64.
        is_crowd: (m,) bool: many objects under one outline, which nobody has to find and which excuse what lies within.
        overlaps: How far each pair overlaps, (n, m).
        predicted_area: (n,) float64, px.
        reference_area: (m,) float64, px.
    """

    predicted_class: Whole
    score: NDArray[np.float32]
    reference_class: Whole
    is_crowd: Flags
    overlaps: Overlaps
    predicted_area: Reals
    reference_area: Reals

    def __post_init__(self) -> None:
        """Make sure that the sides fit together, and that the surest prediction comes first.

        Raises:
            ShapeError: the overlaps are of other objects.
            ValueError: the scores do not fall.
        """
        shape = (len(self.predicted_class), len(self.reference_class))
        if self.overlaps.iou.shape != shape:
            raise ShapeError("The overlaps of objects", str(shape), self.overlaps.iou.shape)
        if (self.score[1:] > self.score[:-1]).any():
            raise ValueError("The surest prediction must come first.")

    @property
    def iou(self) -> Reals:
        """(n, m) float64: intersection over union; over the prediction's own area where the reference is a crowd."""
        return self.overlaps.iou

    @property
    def same_class(self) -> Flags:
        """(n, m) bool: whether both are of one class."""
        same: Flags = self.predicted_class[:, None] == self.reference_class[None, :]
        return same

    def surest(self, n: int) -> "InstancePair":
        """The pair with the n surest predictions alone."""
        if n >= len(self.score):
            return self
        overlaps = Overlaps(self.overlaps.iou[:n], self.overlaps.intersection[:n])
        return InstancePair(
            self.predicted_class[:n],
            self.score[:n],
            self.reference_class,
            self.is_crowd,
            overlaps,
            self.predicted_area[:n],
            self.reference_area,
        )

    def at_confidence(self, confidence: float) -> "InstancePair":
        """The pair with the predictions alone whose score is at least ``confidence``."""
        return self.surest(int(np.count_nonzero(self.score >= np.float32(confidence))))


def surest_first(score: NDArray[np.float32]) -> NDArray[np.intp]:
    """(n,) order of falling scores; equal ones stay in their order."""
    return np.argsort(-score, kind="stable")
