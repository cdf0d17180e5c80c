"""Images as models see them: 8-bit sRGB, the right way up, under one limit."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from granview.core.image_params import ImageRange
from granview.io.opened_image import MAX_PIXELS, OpenedImage, open_image
from granview.io.orientation import UPRIGHT, Frame, stored_view
from granview.io.regular_files import Watch
from granview.io.rgb_conversion import conversion_for, rgb_bands

__all__ = ["MAX_PIXELS", "DecodedImage", "ImageInfo", "probe", "read_frame", "read_image"]


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
class DecodedImage:
    """An image and what its reader had to decide.

    Attributes:
        pixels: (H, W, 3) uint8, sRGB, C-contiguous and writable.
        notices: Sentences that the user must see, such as how 16-bit values were scaled.
        orientation: The EXIF orientation, 1 to 8, that was applied to bring the pixels to how they are shown.
    """

    pixels: NDArray[np.uint8]
    notices: tuple[str, ...] = ()
    orientation: int = UPRIGHT


def probe(path: Path, max_pixels: int = MAX_PIXELS) -> ImageInfo:
    """An image's size and kind, from its header alone.

    Raises:
        InputError: the file cannot be read, is no image, is damaged, or claims more pixels than the limit.
    """
    with open_image(path, max_pixels) as opened:
        width, height = opened.size
        return ImageInfo(width, height, opened.image.format or "", opened.image.mode, opened.bits)


def read_frame(path: Path) -> Frame:
    """How a picture lies, from its header; of a PNG its pixels are decoded too, since its tag may follow them.

    Raises:
        InputError: as ``read_image``.
    """
    with open_image(path) as opened:
        if opened.image.format == "PNG":
            opened.load()
        width, height = opened.size
        return Frame(height, width, opened.turned)


def read_image(
    path: Path, max_pixels: int = MAX_PIXELS, watch: Watch | None = None, image_range: ImageRange | None = None
) -> DecodedImage:
    """Decode an image: EXIF orientation applied, transparency over white, more than 8 bits scaled (see ``depth``).

    Only the first page of a file with several is read. Colour profiles are not applied.

    Args:
        path: A PNG, JPEG, TIFF, BMP or WebP file; its content decides, not its name.
        max_pixels: Refuse larger images; at most ``MAX_PIXELS``.
        watch: Called before each read of the file; whatever it raises abandons the decoding.
        image_range: What becomes black and white, of grey values of more than 8 bits; None for the full range.

    Raises:
        InputError: the file cannot be read, is no image, is damaged, or claims more pixels than the limit.
    """
    with open_image(path, max_pixels, watch) as opened:
        opened.load()
        return _as_rgb(opened, image_range)


def _as_rgb(opened: OpenedImage, image_range: ImageRange | None) -> DecodedImage:
    conversion = conversion_for(opened, image_range)
    width, height = opened.size
    pixels = np.empty((height, width, 3), np.uint8)
    stored = stored_view(pixels, opened.orientation)
    for row, band in rgb_bands(opened, conversion):
        stored[row : row + band.height] = np.asarray(band)
    return DecodedImage(pixels, conversion.notices, opened.turned)
