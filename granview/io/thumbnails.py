"""Small pictures for lists: decoded at a fraction of the size where the format allows, averaged down otherwise."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from granview.core.image_params import ImageRange
from granview.io.image_reader import conversion_for, rgb_bands
from granview.io.opened_image import OpenedImage, open_image
from granview.io.orientation import stored_view, upright_size
from granview.io.regular_files import Watch
from granview.io.rgb32 import write_rgb32

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True)
class Thumbnail:
    """A thumbnail.

    Attributes:
        pixels: (h, w) uint32, each 0xffRRGGBB.
        width: Width of the image itself, in pixels.
        height: Height of the image itself, in pixels.
    """

    pixels: NDArray[np.uint32]
    width: int
    height: int


def read_thumbnail(
    path: Path, edge_px: int, watch: Watch | None = None, image_range: ImageRange | None = None
) -> Thumbnail:
    """A picture whose longer edge has ``edge_px`` pixels, or the image's own size where that is smaller.

    Raises:
        InputError: as ``read_image``.
    """
    with open_image(path, watch=watch) as opened:
        stored = opened.image.size
        shrink = max(max(stored) / edge_px, 1.0)
        target = (max(round(stored[0] / shrink), 1), max(round(stored[1] / shrink), 1))
        opened.image.draft(opened.image.mode, target)
        opened.load()
        width, height = upright_size(stored, opened.orientation)
        small = _shrunk(opened, target, image_range)
    upright = np.empty(upright_size(small.size, opened.orientation)[::-1], np.uint32)
    write_rgb32(small, stored_view(upright, opened.orientation))
    return Thumbnail(upright, width, height)


def _shrunk(opened: OpenedImage, target: tuple[int, int], image_range: ImageRange | None) -> "Image":
    """The loaded image averaged down in two steps: by a whole factor band by band, then to the target."""
    from PIL import Image

    factor = max(min(opened.image.width // target[0], opened.image.height // target[1]) // 2, 1)
    conversion = conversion_for(opened, image_range)
    bands = [band.reduce(factor) for _, band in rgb_bands(opened, conversion, factor)]
    whole = Image.new("RGB", (bands[0].width, sum(band.height for band in bands)))
    row = 0
    for band in bands:
        whole.paste(band, (0, row))
        row += band.height
    return whole if whole.size == target else whole.resize(target, Image.Resampling.BOX)
