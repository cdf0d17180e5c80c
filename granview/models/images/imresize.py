"""MATLAB's ``imresize`` with its default, the bicubic kernel: how papers on super-resolution make pictures small.

Keys (1981, IEEE Trans. ASSP 29), with a = -0.5, four px wide; where a side becomes smaller, the kernel is stretched by
as much, which smooths what the smaller picture cannot hold. What lies outside of the picture is its mirror image, the
border px included. Rows are done before columns, and rounded in between, as MATLAB does with uint8.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_WIDTH: Final = 4.0
_MOST: Final = 255.0


def imresize(pixels: NDArray[np.uint8], height: int, width: int) -> NDArray[np.uint8]:
    """The picture at another size.

    Args:
        pixels: (H, W, 3) uint8.
        height: Wanted, px.
        width: Wanted, px.

    Returns:
        (height, width, 3) uint8.
    """
    rows = _along(pixels, height)
    return _along(rows.transpose(1, 0, 2), width).transpose(1, 0, 2).copy()


def keys_cubic(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Keys' kernel for distances in px, of any shape: 1 at 0, and 0 at every other whole number and from 2 on."""
    near, d = np.abs(x), np.abs(x)
    inner = 1.5 * d**3 - 2.5 * d**2 + 1
    outer = -0.5 * d**3 + 2.5 * d**2 - 4 * d + 2
    return np.where(near <= 1, inner, np.where(near <= 2, outer, 0.0))


def taps(before: int, after: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """From which px each px of a resized side comes, and with what weight.

    Args:
        before: Px of the side.
        after: Px that it shall have.

    Returns:
        Indices (after, n) and weights (after, n), whose rows sum to 1.
    """
    scale = after / before
    stretch = min(scale, 1.0)
    width = _WIDTH / stretch
    centre = (np.arange(after) + 0.5) / scale - 0.5
    first = np.floor(centre + 1 - width / 2) - 1
    places = first[:, None] + np.arange(int(np.ceil(width)) + 2)
    weights = stretch * keys_cubic(stretch * (centre[:, None] - places))
    weights /= weights.sum(axis=1, keepdims=True)
    used = np.any(weights != 0, axis=0)
    return _mirrored(places[:, used].astype(np.int64), before), weights[:, used]


def _mirrored(places: NDArray[np.int64], n: int) -> NDArray[np.int64]:
    around = places % (2 * n)
    return np.where(around < n, around, 2 * n - 1 - around)


def _along(pixels: NDArray[Any], after: int) -> NDArray[np.uint8]:
    """Rows resized: (H, W, 3) to (after, W, 3)."""
    if after == pixels.shape[0]:
        return pixels
    indices, weights = taps(pixels.shape[0], after)
    total = np.zeros((after, *pixels.shape[1:]), np.float64)
    for tap in range(indices.shape[1]):
        total += weights[:, tap, None, None] * pixels[indices[:, tap]]
    return np.floor(np.clip(total, 0, _MOST) + 0.5).astype(np.uint8)
