"""Pixels as Qt draws them fastest: Format_RGB32, a 32-bit word 0xffRRGGBB each."""

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from PIL.Image import Image

_OPAQUE: Final = np.uint32(0xFF000000)


def write_rgb32(rgb: "Image", words: NDArray[np.uint32]) -> None:
    """Write an RGB picture into an array (H, W), which may be a view with any strides, in one pass over it."""
    packed = np.frombuffer(rgb.tobytes("raw", "BGRX"), "<u4").reshape(rgb.height, rgb.width)
    np.bitwise_or(packed, _OPAQUE, out=words)
