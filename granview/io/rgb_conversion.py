"""Decoded pixels of any Pillow mode as 8-bit sRGB, band by band, so that large images need no second copy.

Transparent pixels are laid over white. CMYK is converted without a colour profile, and embedded profiles are not
applied, as in the models' own preprocessing. Colours of 16 bits per channel keep their upper 8. For grey values of more
than 8 bits see ``depth``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from granview.core.errors import InputError
from granview.core.image_params import ImageRange
from granview.io.bit_depth import depth_scale
from granview.io.image_pages import page_notices
from granview.io.opened_image import OpenedImage

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

_BAND_PIXELS: Final = 1 << 22
_OPAQUE: Final = frozenset({"1", "L", "P", "RGB", "RGBX", "CMYK", "YCbCr", "HSV"})
_ALPHA: Final = frozenset({"LA", "La", "PA", "RGBA", "RGBa"})


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
