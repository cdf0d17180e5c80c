"""The luminance by which pictures are compared."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_WEIGHTS: Final = np.array((65.481, 128.553, 24.966)) / 255
_BLACK: Final = 16.0


def luminance(pixels: NDArray[Any]) -> NDArray[np.float64]:
    """Y of BT.601 as MATLAB's ``rgb2ycbcr`` has it, 16 to 235, not rounded.

    Args:
        pixels: (H, W, 3) uint8, sRGB.

    Returns:
        (H, W) float64.
    """
    y: NDArray[np.float64] = pixels.astype(np.float64) @ _WEIGHTS + _BLACK
    return y


def luma(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Luma of BT.601 in the full range, rounded: (H, W) uint8 of (H, W, 3) uint8 sRGB; a millisecond per 2 Mpx."""
    import cv2

    return np.asarray(cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_RGB2GRAY), np.uint8)
