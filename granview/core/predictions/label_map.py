"""Label maps: a class for every pixel."""

import math
from dataclasses import dataclass
from typing import Any, ClassVar, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import MAX_PIXELS, PackedArray, pack, unpack
from granview.core.errors import GranViewError, ShapeError
from granview.core.labels import LabelSet
from granview.core.prediction import ClassAmounts, Extent, Prediction, prediction_type

_ROWS_PER_BLOCK: Final = 256


@dataclass(frozen=True)
class LabelMap(Prediction):
    """A class for every pixel, at the sample's own resolution.

    Attributes:
        labels: (H, W) uint8 or uint16, class indices of the model's own label set.
        confidence: (H, W) uint8, probability of the class shown, 0 to 255 for 0 to 1; None when it was not asked for.
    """

    type_name: ClassVar[str] = "label-map"

    labels: NDArray[np.unsignedinteger[Any]]
    confidence: NDArray[np.uint8] | None = None

    def __post_init__(self) -> None:
        if self.labels.ndim != 2:
            raise ShapeError("A label map", "(H, W)", self.labels.shape)
        if self.labels.dtype not in (np.uint8, np.uint16):
            raise TypeError(f"a label map is uint8 or uint16, not {self.labels.dtype}")
        if self.confidence is not None and self.confidence.shape != self.labels.shape:
            raise ShapeError("A confidence map", str(self.labels.shape), self.confidence.shape)

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in pixels."""
        return self.labels.shape[0], self.labels.shape[1]

    def fits(self, extent: Extent) -> bool:
        """Whether it is as large as a picture of ``extent`` (height, width) px."""
        return self.size == extent

    def class_amounts(self, labels: LabelSet) -> ClassAmounts:
        """The share of the pixels that each class takes; values that are no class take theirs from all."""
        counts = np.zeros(len(labels), np.int64)
        for top in range(0, self.labels.shape[0], _ROWS_PER_BLOCK):
            block = np.bincount(self.labels[top : top + _ROWS_PER_BLOCK].ravel(), minlength=len(labels))
            counts += block[: len(labels)]
        shares = counts / max(self.labels.size, 1)
        return ClassAmounts("share", dict(zip(labels.names, shares.tolist(), strict=True)))

    def packed(self) -> "PackedLabelMap":
        """Compressed losslessly."""
        return PackedLabelMap(pack(self.labels), None if self.confidence is None else pack(self.confidence))


@prediction_type
class PackedLabelMap(msgspec.Struct, frozen=True, tag="label-map"):
    """A ``LabelMap`` as it travels and as it is stored."""

    labels: PackedArray
    confidence: PackedArray | None = None

    def unpacked(self) -> LabelMap:
        """The label map; its arrays are read-only.

        Raises:
            GranViewError: it is damaged, or claims more pixels than any image has.
        """
        if math.prod(self.labels.shape) > MAX_PIXELS:
            raise GranViewError("A label map claims more pixels than any image has.", "The session is damaged.")
        return LabelMap(unpack(self.labels), None if self.confidence is None else unpack(self.confidence))
