"""Depth maps: how far away each px of a picture is, in metres or in a measure of the model's own."""

from dataclasses import dataclass
from typing import ClassVar, Final, Literal, get_args

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import MAX_BYTES, PackedArray, pack, unpack
from granview.core.errors import GranViewError, ShapeError
from granview.core.prediction import Extent, Prediction, prediction_type

DepthKind = Literal["metric", "relative", "inverse"]
"""What values are: metres; distances but for a scale and a shift; one by distances but for a scale and a shift."""

DEPTH_KINDS: Final[tuple[DepthKind, ...]] = get_args(DepthKind)

MOST_PIXELS: Final = MAX_BYTES // 4
"""No depth map has more px than this."""

Depths = NDArray[np.float32]


@dataclass(frozen=True)
class DepthMap(Prediction):
    """A distance, or what stands for one, for every px of a picture.

    Attributes:
        values: (H, W) float32; NaN where nothing is known.
        kind: What they are. Of an ``inverse`` map, larger values are nearer.
    """

    type_name: ClassVar[str] = "depth-map"

    values: Depths
    kind: DepthKind = "metric"

    def __post_init__(self) -> None:
        if self.values.ndim != 2:
            raise ShapeError("A depth map", "(H, W)", self.values.shape)
        if self.values.dtype != np.float32:
            raise TypeError(f"a depth map is float32, not {self.values.dtype}")
        if self.kind not in DEPTH_KINDS:
            raise ValueError(f"a depth map is of no kind '{self.kind}'")

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in px."""
        return self.values.shape[0], self.values.shape[1]

    def fits(self, extent: Extent) -> bool:
        """Whether it is of a picture of ``extent`` (height, width) px."""
        return tuple(extent) == self.size

    @property
    def is_metric(self) -> bool:
        """Whether the values are metres."""
        return self.kind == "metric"

    @property
    def is_inverse(self) -> bool:
        """Whether larger values are nearer."""
        return self.kind == "inverse"

    def packed(self) -> "PackedDepthMap":
        """Compressed losslessly: neighbours' bits are alike, and bytes of one weight more so."""
        return PackedDepthMap(pack(_byte_planes(self.values)), self.kind)


@prediction_type
class PackedDepthMap(msgspec.Struct, frozen=True, tag="depth-map"):
    """A ``DepthMap`` as it travels and as it is stored.

    Attributes:
        planes: (4, H, W) uint8: the bits of each value, as an unsigned number less that of the px at its left, modulo
            2^32; first the bytes of the lowest weight.
        kind: As ``DepthMap.kind``.
    """

    planes: PackedArray
    kind: DepthKind

    def unpacked(self) -> DepthMap:
        """The depth map; its values are read-only.

        Raises:
            GranViewError: it is damaged.
        """
        shape = self.planes.shape
        if len(shape) != 3 or shape[0] != 4 or self.planes.dtype != "|u1":
            raise GranViewError("A depth map is none.", "The session is damaged.")
        values = _values(unpack(self.planes))
        values.flags.writeable = False
        return DepthMap(values, self.kind)


def _byte_planes(values: Depths) -> NDArray[np.uint8]:
    bits = np.ascontiguousarray(values).view(np.uint32)
    steps = bits.copy()
    steps[:, 1:] -= bits[:, :-1]
    return np.stack([(steps >> np.uint32(8 * place)).astype(np.uint8) for place in range(4)])


def _values(planes: NDArray[np.uint8]) -> Depths:
    steps = np.zeros(planes.shape[1:], np.uint32)
    for place in range(4):
        steps |= planes[place].astype(np.uint32) << np.uint32(8 * place)
    bits = np.cumsum(steps, axis=1, dtype=np.uint32)
    return bits.view(np.float32)
