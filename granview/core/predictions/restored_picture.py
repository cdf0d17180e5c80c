"""Restored pictures: what a network for super-resolution, denoising or deblurring makes of a picture."""

from dataclasses import dataclass
from typing import ClassVar, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import MAX_BYTES, PackedArray, pack, unpack
from granview.core.errors import GranViewError, ShapeError
from granview.core.prediction import Extent, Prediction, prediction_type

Pixels = NDArray[np.uint8]

MOST_PIXELS: Final = MAX_BYTES // 3
"""No restored picture has more px than this."""

MOST_LEFT_OUT_PX: Final = 8
"""So many px of a sample, at its right and its lower edge, may be left out: sides that no scale divides are cut."""


@dataclass(frozen=True)
class RestoredPicture(Prediction):
    """A picture as a model gives it back.

    Attributes:
        pixels: (H, W, 3) uint8, sRGB.
        scale: Px of it for each px of the sample's picture, along either side; 1 for denoising, 4 for x4. Its upper
            left corner is that of the sample's picture.
    """

    type_name: ClassVar[str] = "restored-picture"

    pixels: Pixels
    scale: float = 1.0

    def __post_init__(self) -> None:
        if self.pixels.ndim != 3 or self.pixels.shape[2] != 3:
            raise ShapeError("A restored picture", "(H, W, 3)", self.pixels.shape)
        if self.pixels.dtype != np.uint8:
            raise TypeError(f"a restored picture is uint8, not {self.pixels.dtype}")
        if not 0 < self.scale < float("inf"):
            raise ValueError(f"a picture of scale {self.scale} has no size")

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in its own px."""
        return self.pixels.shape[0], self.pixels.shape[1]

    @property
    def extent(self) -> tuple[float, float]:
        """(height, width) of what it shows, in px of the sample's picture."""
        height, width = self.size
        return height / self.scale, width / self.scale

    def fits(self, extent: Extent) -> bool:
        """Whether it shows a picture of ``extent`` (height, width) px, but for a few px at the right and lower edge."""
        return all(-1 < whole - ours < MOST_LEFT_OUT_PX for whole, ours in zip(extent, self.extent, strict=True))

    def packed(self) -> "PackedRestoredPicture":
        """Compressed losslessly: px as differences from their neighbours, which are smaller than px themselves."""
        return PackedRestoredPicture(pack(_differences(self.pixels)), self.scale)


@prediction_type
class PackedRestoredPicture(msgspec.Struct, frozen=True, tag="restored-picture"):
    """A ``RestoredPicture`` as it travels and as it is stored.

    Attributes:
        differences: (H, W, 3) uint8: red and blue less green, then each row less the one above, then each px less the
            one at its left, all modulo 256. Photographs take two thirds of the bytes that their px would.
        scale: As ``RestoredPicture.scale``.
    """

    differences: PackedArray
    scale: float

    def unpacked(self) -> RestoredPicture:
        """The picture; its px are read-only.

        Raises:
            GranViewError: it is damaged.
        """
        shape = self.differences.shape
        if len(shape) != 3 or shape[2] != 3 or self.differences.dtype != "|u1" or not 0 < self.scale < float("inf"):
            raise GranViewError("A restored picture is none.", "The session is damaged.")
        pixels = _sums(unpack(self.differences))
        pixels.flags.writeable = False
        return RestoredPicture(pixels, self.scale)


def _differences(pixels: Pixels) -> Pixels:
    hues = pixels.copy()
    hues[..., ::2] -= pixels[..., 1:2]
    rows = hues.copy()
    rows[1:] -= hues[:-1]
    hues[:, :1] = rows[:, :1]
    np.subtract(rows[:, 1:], rows[:, :-1], out=hues[:, 1:])
    return hues


def _sums(differences: Pixels) -> Pixels:
    """The px of which these are the differences."""
    pixels = np.cumsum(differences, axis=1, dtype=np.uint8)
    np.cumsum(pixels, axis=0, dtype=np.uint8, out=pixels)
    pixels[..., ::2] += pixels[..., 1:2]
    return pixels
