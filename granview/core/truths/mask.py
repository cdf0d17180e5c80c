"""Masks: a class for every pixel of an image, as somebody has drawn them."""

from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.label_map import LabelMap
from granview.core.truth import Luminance, Truth

Labels = NDArray[np.uint8] | NDArray[np.uint16]


@dataclass(frozen=True)
class ReferenceMask(Truth):
    """The ground truth of an image.

    Attributes:
        labels: (H, W) uint8 or uint16, C-contiguous: class indices of ``label_set``, or its void index.
        label_set: The classes.
        notices: Sentences that the user must see, such as that classes have no names.
        luminance: (H, W) uint8, of the picture; None where there is none at hand.
    """

    noun: ClassVar[str] = "a mask"
    labels: Labels
    label_set: LabelSet
    notices: tuple[str, ...] = ()
    luminance: Luminance | None = None

    def with_luminance(self, luminance: Luminance) -> Self:
        """The same beside its picture."""
        return replace(self, luminance=luminance)

    def as_prediction(self) -> tuple[Prediction, LabelSet]:
        """The mask as a label map."""
        return LabelMap(self.labels), self.label_set
