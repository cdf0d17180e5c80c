"""Pairs of a picture and what a stated degradation leaves of it."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from PIL import Image

from granview.zoo.scenes.scene import ImageArray

SCALE: Final = 2
DEGRADATION: Final = (
    "halved by Pillow's bicubic filter, which smooths as MATLAB's imresize does (a = -0.5), and rounded"
)


@dataclass(frozen=True)
class Pair:
    """One picture at two sizes.

    Attributes:
        low: (h, w, 3) uint8 sRGB.
        high: (2h, 2w, 3) uint8 sRGB.
    """

    low: ImageArray
    high: ImageArray


def make_pair(picture: ImageArray) -> Pair:
    """Cuts a picture (H, W, 3) to even sides and halves it."""
    height, width = (side // SCALE * SCALE for side in picture.shape[:2])
    high = np.ascontiguousarray(picture[:height, :width])
    small = Image.fromarray(high).resize((width // SCALE, height // SCALE), Image.Resampling.BICUBIC)
    return Pair(np.asarray(small), high)
