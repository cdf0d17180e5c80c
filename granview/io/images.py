"""Images as models see them: 8-bit sRGB, the right way up, under one limit."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from granview.io.conversion import conversion_for, rgb_bands
from granview.io.files import Watch
from granview.io.opened import MAX_PIXELS, OpenedImage, open_image
from granview.io.orientation import stored_view

__all__ = ["MAX_PIXELS", "Decoded", "ImageInfo", "probe", "read_image"]


@dataclass(frozen=True)
class ImageInfo:
    """What an image's header says.

    Attributes:
        width: Pixels, with the EXIF orientation applied.
        height: Pixels, with the EXIF orientation applied.
        format: ``PNG``, ``JPEG``, ``TIFF``, ``BMP`` or ``WEBP``.
        mode: Pillow's name of the colour mode, such as ``RGB``, ``P`` or ``I;16``.
        bits: Bits per channel in the file: 1, 8, 16 or 32.
    """

    width: int
    height: int
    format: str
    mode: str
    bits: int


@dataclass(frozen=True)
class Decoded:
    """An image and what its reader had to decide.

    Attributes:
        pixels: (H, W, 3) uint8, sRGB, C-contiguous and writable.
        notices: Sentences that the user must see, such as how 16-bit values were scaled.
    """

    pixels: NDArray[np.uint8]
    notices: tuple[str, ...] = ()


def probe(path: Path, max_pixels: int = MAX_PIXELS) -> ImageInfo:
    """An image's size and kind, from its header alone.

    Raises:
        InputError: the file cannot be read, is no image, is damaged, or claims more pixels than the limit.
    """
    with open_image(path, max_pixels) as opened:
        width, height = opened.size
        return ImageInfo(width, height, opened.image.format or "", opened.image.mode, opened.bits)


def read_image(path: Path, max_pixels: int = MAX_PIXELS, watch: Watch | None = None) -> Decoded:
    """Decode an image: EXIF orientation applied, transparency over white, more than 8 bits scaled (see ``depth``).

    Only the first page of a file with several is read. Colour profiles are not applied.

    Args:
        path: A PNG, JPEG, TIFF, BMP or WebP file; its content decides, not its name.
        max_pixels: Refuse larger images; at most ``MAX_PIXELS``.
        watch: Called before each read of the file; whatever it raises abandons the decoding.

    Raises:
        InputError: the file cannot be read, is no image, is damaged, or claims more pixels than the limit.
    """
    with open_image(path, max_pixels, watch) as opened:
        opened.load()
        return _as_rgb(opened)


def _as_rgb(opened: OpenedImage) -> Decoded:
    conversion = conversion_for(opened)
    width, height = opened.size
    pixels = np.empty((height, width, 3), np.uint8)
    stored = stored_view(pixels, opened.orientation)
    for row, band in rgb_bands(opened, conversion):
        stored[row : row + band.height] = np.asarray(band)
    return Decoded(pixels, conversion.notices)
