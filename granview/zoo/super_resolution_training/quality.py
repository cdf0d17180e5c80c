"""PSNR and SSIM as papers on super-resolution report them: on luminance, without the border."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.scoring.luminance import luminance
from granview.scoring.picture_likeness import psnr_db, squared_error, ssim_map
from granview.zoo.scenes.scene import ImageArray

BORDER_PX: Final = 2
"""As many pixels as the scale."""


@dataclass(frozen=True)
class Quality:
    """How near a picture is to its reference: PSNR in dB and SSIM, both of the luminance."""

    psnr_db: float
    ssim: float


def inner_luminance(image: ImageArray) -> NDArray[np.floating]:
    """The luminance of a picture (H, W, 3) without its border: (H - 4, W - 4)."""
    inner = slice(BORDER_PX, -BORDER_PX)
    return luminance(image)[inner, inner]


def quality(image: ImageArray, reference: ImageArray) -> Quality:
    """Compares two pictures (H, W, 3) uint8, of sides of at least 15 pixels."""
    one, other = inner_luminance(image), inner_luminance(reference)
    return Quality(psnr_db(squared_error(one, other), one.size), float(ssim_map(one, other).mean()))
