"""PSNR and SSIM as papers on super-resolution report them: on luminance, without the border."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from granview.zoo.scenes.scene import ImageArray

BORDER_PX: Final = 2
"""As many pixels as the scale."""
PEAK: Final = 255.0
_LUMA: Final = np.array((65.481, 128.553, 24.966)) / 255
_SIGMA, _RADIUS = 1.5, 5
_C1, _C2 = (0.01 * PEAK) ** 2, (0.03 * PEAK) ** 2


@dataclass(frozen=True)
class Quality:
    """How near a picture is to its reference: PSNR in dB and SSIM, both of the luminance."""

    psnr_db: float
    ssim: float


def luminance(image: ImageArray) -> NDArray[np.float64]:
    """Y of BT.601 as MATLAB's rgb2ycbcr has it, 16..235, without the border: (H - 4, W - 4) float64."""
    inner = image[BORDER_PX:-BORDER_PX, BORDER_PX:-BORDER_PX]
    y: NDArray[np.float64] = 16 + inner.astype(np.float64) @ _LUMA
    return y


def _local(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Means under a Gaussian of 11x11 pixels, where it lies within the picture."""
    side = 2 * _RADIUS + 1
    smooth: NDArray[np.float64] = cv2.GaussianBlur(values, (side, side), _SIGMA)
    return smooth[_RADIUS:-_RADIUS, _RADIUS:-_RADIUS]


def structural_similarity(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """SSIM (Wang et al., 2004) of (H, W) in 0..255, with its Gaussian window and constants."""
    mean_one, mean_other = _local(one), _local(other)
    var_one, var_other = _local(one * one) - mean_one**2, _local(other * other) - mean_other**2
    shared = _local(one * other) - mean_one * mean_other
    above = (2 * mean_one * mean_other + _C1) * (2 * shared + _C2)
    return float((above / ((mean_one**2 + mean_other**2 + _C1) * (var_one + var_other + _C2))).mean())


def quality(image: ImageArray, reference: ImageArray) -> Quality:
    """Compares two pictures (H, W, 3) uint8 that differ."""
    one, other = luminance(image), luminance(reference)
    psnr_db = 10 * np.log10(PEAK**2 / np.mean((one - other) ** 2))
    return Quality(float(psnr_db), structural_similarity(one, other))
