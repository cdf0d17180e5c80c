"""The one way in for pixels: every image and reference is opened here, under one limit, with one set of sentences.

The format is told by the file's first bytes and Pillow's reader for it is called directly, so that a name that lies
does no harm and no other of Pillow's many readers ever sees the file.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from granview.core.arrays import MAX_PIXELS
from granview.core.errors import InputError
from granview.io.bit_depth import GreyType, grey_type
from granview.io.file_formats import READABLE, SIGNATURE_BYTES, foreign_format, image_format
from granview.io.orientation import UPRIGHT, orientation_of, tiff_orientation, upright_size
from granview.io.page_address import PageAddress, split_address
from granview.io.regular_files import Watch, as_input_error, open_regular

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

__all__ = ["MAX_PIXELS", "OpenedImage", "open_image"]

_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
    struct.error,
    zlib.error,
)
"""What Pillow's readers raise on damaged files."""

_NUMBER: Final = re.compile(r"\d+")


@dataclass(frozen=True)
class OpenedImage:
    """An image whose header has been read.

    Attributes:
        path: The file.
        image: Pillow's image; its pixels come with ``load``.
        bits: Bits per channel in the file: 1, 8, 16 or 32.
        grey: The type of number of grey values of more than 8 bits; None for all others.
        turned_by_pillow: The orientation of a TIFF image, which Pillow applies itself while it decodes.
    """

    path: Path
    image: "ImageFile"
    bits: int
    grey: GreyType | None = None
    turned_by_pillow: int = UPRIGHT

    @property
    def turned(self) -> int:
        """The EXIF orientation, 1 to 8, that brings the pixels as stored to how they are shown, whoever applies it."""
        return self.orientation if self.turned_by_pillow == UPRIGHT else self.turned_by_pillow

    @property
    def orientation(self) -> int:
        """EXIF orientation, 1 to 8, still to be applied to the stored pixels."""
        with damage_as_input_error(self.path):
            return orientation_of(self.image)

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) as shown, that is with ``orientation`` applied."""
        return upright_size(self.image.size, self.orientation)

    def load(self) -> None:
        """Decode the pixels.

        Raises:
            InputError: the file is damaged or cut short, or memory is exhausted.
        """
        with damage_as_input_error(self.path):
            self.image.load()


@contextmanager
def open_image(path: Path, max_pixels: int = MAX_PIXELS, watch: Watch | None = None) -> Iterator[OpenedImage]:
    """Open an image and read its header; it closes with the context.

    Args:
        path: Any path.
        max_pixels: Refuse larger images; at most ``MAX_PIXELS``.
        watch: Called before each read of the file; whatever it raises ends the reading.

    Raises:
        InputError: the file cannot be read, is no image, is damaged, or claims more pixels than the limit.
    """
    _, address = split_address(path)
    with open_regular(path, watch) as file:
        if address is not None:
            with damage_as_input_error(path):
                opened = _opened_page(path, file, address, max_pixels)
            yield opened
            return
        reader = _reader(_format(path, file))
        with damage_as_input_error(path):
            file.seek(0)
            with _huge_in_words(path, max_pixels):
                image = reader(file)
            _refuse_huge(path, image.size, max_pixels)
            opened = OpenedImage(
                path, image, _bits(image), grey_type(image.mode, _packing(image)), tiff_orientation(image)
            )
        yield opened


def _opened_page(path: Path, file: BinaryIO, address: PageAddress, max_pixels: int) -> OpenedImage:
    """A page of a TIFF file as Pillow reads it; where it does not, and of a part of one, as ``tiff_region`` does."""
    if address.region is None and not address.level:
        with suppress(SyntaxError, ValueError, KeyError, OSError, EOFError):
            image = _reader("TIFF")(file)
            image.seek(address.page)
            _refuse_huge(path, image.size, max_pixels)
            return OpenedImage(
                path, image, _bits(image), grey_type(image.mode, _packing(image)), tiff_orientation(image)
            )
    from granview.io.tiff_region import as_image, read_pixels

    file.seek(0)
    pixels = read_pixels(file, address, path.name, max_pixels)
    found, packing = as_image(pixels)
    return OpenedImage(path, found, pixels.bits, grey_type(found.mode, packing))


@contextmanager
def damage_as_input_error(path: Path) -> Iterator[None]:
    """Turn what Pillow raises on a damaged file into an ``InputError`` that names it."""
    try:
        yield
    except InputError:
        raise
    except MemoryError as error:
        raise InputError(
            f"{path.name} needs more memory than there is.", "Close other programs, or scale it down."
        ) from error
    except _DAMAGE as error:
        if isinstance(error, OSError) and error.errno:
            raise as_input_error(path, error) from error
        raise InputError(
            f"{path.name} is damaged or cut short ({_reason(error)}).", "Copy or download the file again."
        ) from error


def _format(path: Path, file: BinaryIO) -> str:
    with damage_as_input_error(path):
        head = file.read(SIGNATURE_BYTES)
    if not head:
        raise InputError(f"{path.name} is empty.", "Copy or download the file again.")
    found = image_format(head)
    if found is None:
        raise InputError(f"{path.name} is not an image that is read here: it holds {foreign_format(head)}.", READABLE)
    return found


def _reader(format_name: str) -> Callable[[BinaryIO], "ImageFile"]:
    """Pillow's reader of a format; Pillow's own limit is lifted to ours, so that only one limit ever speaks."""
    from PIL import BmpImagePlugin, Image, JpegImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

    if Image.MAX_IMAGE_PIXELS is not None:
        Image.MAX_IMAGE_PIXELS = max(Image.MAX_IMAGE_PIXELS, MAX_PIXELS)
    readers: dict[str, Any] = {
        "PNG": PngImagePlugin.PngImageFile,
        "JPEG": JpegImagePlugin.JpegImageFile,
        "TIFF": TiffImagePlugin.TiffImageFile,
        "BMP": BmpImagePlugin.BmpImageFile,
        "WEBP": WebPImagePlugin.WebPImageFile,
    }
    reader: Callable[[BinaryIO], ImageFile] = readers[format_name]
    return reader


def _bits(image: "ImageFile") -> int:
    if image.mode in ("I", "F"):
        return 32
    return 16 if ";16" in _packing(image) or ";16" in image.mode else 1 if image.mode == "1" else 8


def _packing(image: "ImageFile") -> str:
    """Pillow's raw mode: how pixels lie in the file; empty where its reader does not say."""
    arguments = image.tile[0].args if image.tile else None
    packing = arguments[0] if isinstance(arguments, tuple) and arguments else arguments
    return packing if isinstance(packing, str) else ""


def _refuse_huge(path: Path, size: tuple[int, int], max_pixels: int) -> None:
    width, height = size
    if width * height > max_pixels:
        raise _too_large(path, f"{width} x {height} pixels", max_pixels)


@contextmanager
def _huge_in_words(path: Path, max_pixels: int) -> Iterator[None]:
    """Readers that look at the size themselves, as WebP's does, refuse twice the limit before they tell it."""
    from PIL.Image import DecompressionBombError

    try:
        yield
    except DecompressionBombError as error:
        claimed = next(iter(_NUMBER.findall(str(error))), "too many")
        raise _too_large(path, f"{claimed} pixels", max_pixels) from error


def _too_large(path: Path, size: str, max_pixels: int) -> InputError:
    limit = f"the limit of {max_pixels / 1e6:.0f} megapixels"
    return InputError(f"{path.name} claims {size}, more than {limit}.", "Cut it into tiles or scale it down.")


def _reason(error: BaseException) -> str:
    text = str(error).strip().rstrip(".")
    return text or type(error).__name__
