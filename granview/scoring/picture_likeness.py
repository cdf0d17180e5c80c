"""PSNR and SSIM: how near a picture is to its reference."""

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

PEAK: Final = 255.0
RADIUS_PX: Final = 5
"""Of the window of SSIM, which is 11 x 11 px."""

SMALLEST_SIDE_PX: Final = 2 * RADIUS_PX + 1
"""Of smaller pictures there is no SSIM."""

_SIGMA_PX: Final = 1.5
_C1: Final = (0.01 * PEAK) ** 2
_C2: Final = (0.03 * PEAK) ** 2


def psnr_db(squared_error: float, n: int) -> float:
    """Peak signal-to-noise ratio, in dB.

    Args:
        squared_error: Summed over all values.
        n: Number of values, at least 1.

    Returns:
        10 log10(255² n / squared error); infinite where there is no error.
    """
    return 10 * math.log10(PEAK**2 * n / squared_error) if squared_error else math.inf


def squared_error(one: NDArray[Any], other: NDArray[Any]) -> float:
    """The summed squared difference of two arrays of one shape, of values from 0 to 255."""
    difference = one.astype(np.float64) - other
    return float(np.vdot(difference, difference))


def ssim_map(one: NDArray[Any], other: NDArray[Any]) -> NDArray[np.float64]:
    """Structural similarity of Wang, Bovik, Sheikh and Simoncelli (2004, IEEE Trans. Image Processing 13), equation 13.

    With their Gaussian window of 11 x 11 px and sigma 1.5, K1 = 0.01, K2 = 0.03 and L = 255; only where the window lies
    within the picture.

    Args:
        one: (H, W), values from 0 to 255; both sides are at least ``SMALLEST_SIDE_PX``.
        other: (H, W).

    Returns:
        (H - 10, W - 10) float64, at most 1.
    """
    one, other = one.astype(np.float64), other.astype(np.float64)
    mean_one, mean_other = _local(one), _local(other)
    variance = _local(one * one) - mean_one**2 + _local(other * other) - mean_other**2
    shared = _local(one * other) - mean_one * mean_other
    above = (2 * mean_one * mean_other + _C1) * (2 * shared + _C2)
    return above / ((mean_one**2 + mean_other**2 + _C1) * (variance + _C2))


def _local(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Means under the window."""
    import cv2

    kernel = cv2.getGaussianKernel(2 * RADIUS_PX + 1, _SIGMA_PX)
    smooth: NDArray[np.float64] = cv2.sepFilter2D(values, -1, kernel, kernel)
    return smooth[RADIUS_PX:-RADIUS_PX, RADIUS_PX:-RADIUS_PX]
