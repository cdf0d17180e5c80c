"""Filled masks: what a masked language model puts in the place of each mask."""

from dataclasses import dataclass
from typing import ClassVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import PackedArray, pack, unpack
from granview.core.errors import ShapeError
from granview.core.offsets import Offsets, check_finite, check_shape, span_end
from granview.core.prediction import Extent, Prediction, prediction_type


@dataclass(frozen=True)
class FilledMasks(Prediction):
    """What the model puts in the place of each mask.

    Attributes:
        spans: Offsets of the masks in the text, (k, 2).
        words: For each mask its candidates, the most probable first; equally many for each.
        scores: (k, c) float32, probability of each candidate.
    """

    type_name: ClassVar[str] = "filled-masks"

    spans: Offsets
    words: tuple[tuple[str, ...], ...]
    scores: NDArray[np.float32]

    def __post_init__(self) -> None:
        check_shape("Mask offsets", self.spans, None, 2)
        check_shape("Candidates' scores", self.scores, len(self.spans), None)
        check_finite("Candidates' scores", self.scores)
        if [len(row) for row in self.words] != [self.scores.shape[1]] * len(self.spans):
            raise ShapeError("Candidates", str(self.scores.shape), [len(row) for row in self.words])

    def fits(self, extent: Extent) -> bool:
        """Whether every mask lies within a text of ``extent[0]`` code points."""
        return span_end(self.spans) <= extent[0]

    def packed(self) -> "PackedFilledMasks":
        """As it travels."""
        return PackedFilledMasks(pack(self.spans), self.words, pack(self.scores))


@prediction_type
class PackedFilledMasks(msgspec.Struct, frozen=True, tag="filled-masks"):
    """``FilledMasks`` as they travel and as they are stored."""

    spans: PackedArray
    words: tuple[tuple[str, ...], ...]
    scores: PackedArray

    def unpacked(self) -> FilledMasks:
        """The candidates; the arrays are read-only."""
        return FilledMasks(unpack(self.spans), self.words, unpack(self.scores))
