"""Images as models see them: 8-bit sRGB, the right way up, under one limit.

Pixels are converted band by band, so that large images need no second copy. Transparent pixels are laid over white.
CMYK is converted without a colour profile, and embedded profiles are not applied, as in the models' own preprocessing.
Colours of 16 bits per channel keep their upper 8. For grey values of more than 8 bits see ``bit_depth``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.core.image_params import ImageRange
from granview.io.bit_depth import depth_scale
from granview.io.image_pages import page_notices
from granview.io.opened_image import MAX_PIXELS, OpenedImage, open_image
from granview.io.orientation import UPRIGHT, Frame, stored_view
from granview.io.png_chunks import has_late_tags
from granview.io.regular_files import Watch

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

__all__ = [
    "MAX_PIXELS",
    "Conversion",
    "DecodedImage",
    "ImageInfo",
    "conversion_for",
    "probe",
    "read_frame",
    "read_image",
    "rgb_bands",
]

_BAND_PIXELS: Final = 1 << 22
_OPAQUE: Final = frozenset({"1", "L", "P", "RGB", "RGBX", "CMYK", "YCbCr", "HSV"})
_ALPHA: Final = frozenset({"LA", "La", "PA", "RGBA", "RGBa"})


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
    """How a picture lies, from its header; a PNG whose tag may follow its pixels is decoded.

    Raises:
        InputError: as ``read_image``.
    """
    with open_image(path) as opened:
        if opened.image.format == "PNG" and has_late_tags(path):
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


@dataclass(frozen=True)
class Conversion:
    """How an image becomes RGB, and what the user must know about it."""

    to_rgb: Callable[["Image"], "Image"]
    notices: tuple[str, ...]


def conversion_for(opened: OpenedImage, image_range: ImageRange | None = None) -> Conversion:
    """How to turn bands of this image, whose pixels are loaded, into RGB.

    Args:
        opened: The image.
        image_range: What becomes black and white, of grey values of more than 8 bits; see ``depth``.

    Raises:
        InputError: its colour mode is one that is not read.
    """
    image = opened.image
    notices = page_notices(opened)
    if opened.grey is not None:
        values = opened.grey.values
        scale = depth_scale((values(np.asarray(band)) for _, band in _bands(image, 1)), opened.grey, image_range)
        return Conversion(lambda band: _grey(scale.apply(values(np.asarray(band)))), (*notices, scale.notice))
    notices += _depth_notices(opened)
    if image.mode in _ALPHA or (image.mode in _OPAQUE and "transparency" in image.info):
        return Conversion(_over_white, (*notices, *_alpha_notices(image)))
    if image.mode in _OPAQUE:
        return Conversion(lambda band: band if band.mode == "RGB" else band.convert("RGB"), notices)
    raise InputError(f"{opened.path.name} has the colour mode {image.mode}, which is not read.", "Save it as RGB.")


def rgb_bands(opened: OpenedImage, conversion: Conversion, rows_multiple: int = 1) -> Iterator[tuple[int, "Image"]]:
    """(first row, RGB band of full width) from top to bottom, in the order that the pixels are stored.

    Every band but the last has a multiple of ``rows_multiple`` rows.
    """
    for row, band in _bands(opened.image, rows_multiple):
        yield row, conversion.to_rgb(band)


def _bands(image: "ImageFile", rows_multiple: int) -> Iterator[tuple[int, "Image"]]:
    rows = max(_BAND_PIXELS // (image.width * rows_multiple), 1) * rows_multiple
    for row in range(0, image.height, rows):
        yield row, image.crop((0, row, image.width, min(row + rows, image.height)))


def _over_white(band: "Image") -> "Image":
    from PIL import Image

    rgba = band.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", rgba.size, "white"), rgba).convert("RGB")


def _grey(values: "np.ndarray[tuple[int, int], np.dtype[np.uint8]]") -> "Image":
    from PIL import Image

    return Image.fromarray(values).convert("RGB")


def _alpha_notices(image: "ImageFile") -> tuple[str, ...]:
    if "transparency" not in image.info:
        lowest, _ = image.getchannel("A" if "A" in image.getbands() else "a").getextrema()
        if lowest == 255:
            return ()
    return ("Its transparent pixels are shown on white.",)


def _depth_notices(opened: OpenedImage) -> tuple[str, ...]:
    words = "Its colours have 16 bits per channel; the upper 8 are read, whatever range is chosen for grey values."
    return (words,) if opened.bits == 16 else ()
