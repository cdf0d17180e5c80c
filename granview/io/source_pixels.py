"""A picture's values as they stand in its file, lying as the picture is shown: for reading and viewing, not for models.

What models get is made by ``image_reader``. Here nothing is scaled: 16 bits stay 16, a palette's px is its index, and
each channel keeps its own number.
"""

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.core.image_params import ImageRange
from granview.core.pixel_size import PixelSize
from granview.io.opened_image import OpenedImage, damage_as_input_error, open_image
from granview.io.orientation import UPRIGHT, stored_view, upright_size
from granview.io.page_address import PageAddress, split_address
from granview.io.regular_files import open_regular

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

MOST_BYTES: Final = 512 << 20
"""Pictures whose own values take more memory than this are shown as models get them, and not read."""

_AS_SHOWN: Final = {"1": "V", "L": "V", "RGB": "RGB", "RGBX": "RGB"}
_CHANNELS: Final = {
    **{"LA": ("V", "A"), "La": ("V", "A"), "RGBA": tuple("RGBA"), "RGBa": tuple("RGBA"), "CMYK": tuple("CMYK")},
    **{"P": ("#",), "PA": ("#", "A"), "YCbCr": ("Y", "Cb", "Cr"), "HSV": tuple("HSV")},
}
_NAMES: Final = {1: ("V",), 2: ("1", "2"), 3: tuple("RGB"), 4: tuple("RGBA")}


@dataclass(frozen=True)
class SourcePixels:
    """What a file holds of a picture.

    Attributes:
        values: (H, W, C) of the file's type of number, upright; None where they are those that are shown, 8 bits of
            grey or RGB, or too many to be read.
        channels: A short name for each channel: ``V`` for grey, ``#`` for the index of a palette, ``R``, ``G``, ``A``.
        full: The range of the type of number; 0 to 1 for floating point, by custom.
        is_as_shown: Whether the values are those that are shown.
        pixel_size: How large a px is, where the file says so.
        page: Which page of its file it is, from 0.
    """

    values: NDArray[Any] | None
    channels: tuple[str, ...]
    full: ImageRange
    is_as_shown: bool = False
    pixel_size: PixelSize | None = None
    page: int = 0


def read_source(path: Path, always: bool = False) -> SourcePixels:
    """Read a picture's own values, unless they are those that are shown.

    Args:
        path: The file, or a page of it.
        always: Read a page of a TIFF file also where it has the 8 bits that are shown of it.

    Raises:
        InputError: the file cannot be read, is no image or is damaged.
    """
    with open_image(path) as opened:
        found: SourcePixels | None = None
        if opened.image.format == "TIFF":
            with contextlib.suppress(InputError):  # what Pillow reads is read by Pillow then
                found = _tiff(path, opened.turned, always)
        source = found if found is not None and _fits(found, opened.size) else _by_pillow(opened)
        size = None if found is None else found.pixel_size
        return SourcePixels(
            source.values, source.channels, source.full, source.is_as_shown, size, 0 if found is None else found.page
        )


def _fits(source: SourcePixels, size: tuple[int, int]) -> bool:
    return source.is_as_shown or (source.values is not None and source.values.shape[1::-1] == size)


def full_range(dtype: "np.dtype[Any]") -> ImageRange:
    """The range of a type of number; 0 to 1 for floating point and for yes or no."""
    if dtype.kind not in "iu":
        return ImageRange(0, 1)
    info = np.iinfo(dtype)
    return ImageRange(int(info.min), int(info.max))


def upright(stored: NDArray[Any], orientation: int) -> NDArray[Any]:
    """(H, W, C) values as stored, turned to how the picture is shown."""
    width, height = upright_size((stored.shape[1], stored.shape[0]), orientation)
    turned = np.empty((height, width, *stored.shape[2:]), stored.dtype)
    stored_view(turned, orientation)[...] = stored
    return turned


def _of(stored: NDArray[Any], channels: tuple[str, ...], orientation: int, size: PixelSize | None) -> SourcePixels:
    native = stored.astype(stored.dtype.newbyteorder("="), copy=False)
    deep = native if native.ndim == 3 else native[..., None]
    values = np.ascontiguousarray(deep if orientation == UPRIGHT else upright(deep, orientation))
    return SourcePixels(values, channels, full_range(values.dtype), False, size)


def _tiff(path: Path, orientation: int, always: bool) -> SourcePixels | None:
    """A page of a TIFF file by ``tiff_region``, which has every type of number; None where it does not read it."""
    from tifffile import TiffFile

    from granview.io.pixel_sizes import address_pixel_size
    from granview.io.tiff_region import page_at, read_pixels

    file_path, address = split_address(path)
    address = address or PageAddress()
    with open_regular(file_path) as file, damage_as_input_error(path), TiffFile(file, name=path.name) as tif:
        page = page_at(tif, address, path.name)
        size = address_pixel_size(tif, page, address)
        n_bytes = page.imagewidth * page.imagelength * page.samplesperpixel * (page.bitspersample + 7) // 8
        if address.region is not None:
            n_bytes = n_bytes * address.region.width * address.region.height // (page.imagewidth * page.imagelength)
        plain = _AS_SHOWN if not always and page.bitspersample == 8 and int(page.photometric) in (1, 2) else {}
        names = _NAMES.get(page.samplesperpixel, ())
        if "".join(names) in plain.values() or n_bytes > MOST_BYTES:
            is_shown = n_bytes <= MOST_BYTES or "".join(names) in plain.values()
            return SourcePixels(None, names, full_range(np.dtype(np.uint8)), is_shown, size, address.page)
        file.seek(0)
        with contextlib.suppress(InputError):
            pixels = read_pixels(file, address, path.name, MOST_BYTES)
            found = _of(pixels.values, names, orientation, size)
            return SourcePixels(found.values, names, found.full, False, size, address.page)
    return SourcePixels(None, (), full_range(np.dtype(np.uint8)), False, size, address.page)


def _by_pillow(opened: OpenedImage) -> SourcePixels:
    image = opened.image
    width, height = image.size
    eight = full_range(np.dtype(np.uint8))
    names = _CHANNELS.get(image.mode) or tuple(_AS_SHOWN.get(image.mode, "V"))
    if width * height * len(names) * max(opened.bits // 8, 1) > MOST_BYTES:
        return SourcePixels(None, names, eight)
    if opened.bits == 16 and opened.grey is None:
        return _of(_deep_colours(opened), names, opened.turned, None)
    if opened.grey is not None:
        opened.load()
        values = opened.grey.values(np.asarray(image))
        found = _of(values, ("V",), opened.orientation, None)
        return SourcePixels(found.values, ("V",), opened.grey.full)
    if image.mode in _AS_SHOWN and "transparency" not in image.info:
        return SourcePixels(None, names, eight, is_as_shown=True)
    opened.load()
    return _of(np.asarray(image), names, opened.orientation, None)


def _deep_colours(opened: OpenedImage) -> NDArray[np.uint16]:
    """Colours of 16 bits: Pillow keeps the upper 8, or, where it takes the file's bytes in the other order, the lower.

    Read twice, the one time by its own raw mode and the other by that of the other byte order.
    """
    opened.load()
    upper = np.asarray(opened.image)
    with open_image(opened.path) as again:
        _swap_bytes(again.image)
        again.load()
        lower = np.asarray(again.image)
    return np.asarray(upper.astype(np.uint16) << 8 | lower, np.uint16)


def _swap_bytes(image: "ImageFile") -> None:
    first = image.tile[0]
    arguments = first.args if isinstance(first.args, tuple) else (first.args,)
    mode = str(arguments[0])
    other = mode[:-1] + {"B": "L", "L": "B", "N": "B"}[mode[-1]]
    swapped = (other, *arguments[1:]) if isinstance(first.args, tuple) else other
    image.tile = [tile._replace(args=swapped) for tile in image.tile]
