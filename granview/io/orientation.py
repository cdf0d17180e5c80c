"""EXIF orientation as views: pixels are written in the order they are stored, and read the right way up."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from PIL.Image import Exif
    from PIL.ImageFile import ImageFile

UPRIGHT: Final = 1
_TAG: Final = 0x0112
_TURNED: Final = frozenset({5, 6, 7, 8})

Scalar = TypeVar("Scalar", bound=np.generic)


def orientation_of(image: "ImageFile") -> int:
    """EXIF orientation, 1 to 8, still to be applied; 1 where there is none or none that is valid.

    TIFF images count as upright: Pillow turns them itself while it decodes. A PNG may keep its EXIF data behind its
    pixels; before these are loaded, only what stands in front of them is asked.
    """
    if image.format == "TIFF":
        return UPRIGHT
    exif = _leading_exif(image) if image.format == "PNG" and image.tile else image.getexif()
    return _valid(exif.get(_TAG, UPRIGHT))


def tiff_orientation(image: "ImageFile") -> int:
    """The orientation of a TIFF image that is not decoded yet, 1 to 8; 1 for any other image."""
    tags: Any = getattr(image, "tag_v2", {}) if image.format == "TIFF" else {}
    return _valid(tags.get(_TAG, UPRIGHT))


def _valid(value: Any) -> int:
    return value if isinstance(value, int) and 1 <= value <= 8 else UPRIGHT


def _leading_exif(image: "ImageFile") -> "Exif":
    from PIL.Image import Exif

    exif = Exif()
    exif.load(image.info.get("exif", b""))
    return exif


@dataclass(frozen=True)
class Frame:
    """How a picture lies.

    Attributes:
        height: Pixels, as it is shown.
        width: Pixels, as it is shown.
        orientation: The EXIF orientation, 1 to 8, that brings it from how it is stored to how it is shown.
    """

    height: int
    width: int
    orientation: int = UPRIGHT

    @property
    def stored_size(self) -> tuple[int, int]:
        """(width, height) as it is stored."""
        return upright_size((self.width, self.height), self.orientation)


def upright_size(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """(width, height) as shown, of an image stored with ``size``."""
    width, height = size
    return (height, width) if orientation in _TURNED else (width, height)


def stored_view(upright: NDArray[Scalar], orientation: int) -> NDArray[Scalar]:
    """A view of an upright (H, W, ...) array in which rows and columns run as they are stored in the file.

    Writing stored pixels into the view puts them the right way up in the array. Orientations are those of
    CIPA DC-008 (Exif 2.32), section 4.6.4, tag 274.
    """
    axes = (1, 0, *range(2, upright.ndim))
    views = {
        2: lambda: upright[:, ::-1],
        3: lambda: upright[::-1, ::-1],
        4: lambda: upright[::-1],
        5: lambda: upright.transpose(axes),
        6: lambda: upright[:, ::-1].transpose(axes),
        7: lambda: upright[::-1, ::-1].transpose(axes),
        8: lambda: upright[::-1].transpose(axes),
    }
    return views[orientation]() if orientation in views else upright
