"""EXIF orientation: pixels are written in the order they are stored and read the right way up, and masks lie so too.

A camera stores a picture turned and says so in its EXIF orientation. Masks seldom have such a tag: annotation programs
and viewers show the picture the right way up, and what is drawn there lies so; scripts that ignore the tag write masks
that lie as the picture is stored. Where the picture's shape changes by turning, the mask's shape tells which it is.
Where it does not (180 degrees, mirrored, or square), nothing does: that is chosen, see ``ImageParams.mask_frame``.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.core.image_params import MaskFrame

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


_TURNS: Final = {
    2: "mirrored",
    3: "turned by 180°",
    4: "flipped upside down",
    5: "mirrored and turned by 90°",
    6: "turned by 90° clockwise",
    7: "mirrored and turned by 90°",
    8: "turned by 90° counter-clockwise",
}


@dataclass(frozen=True)
class MaskPlacement:
    """How a mask is turned.

    Attributes:
        orientation: The EXIF orientation, 1 to 8, to be applied to its decoded pixels.
        notices: What the user must know about it.
    """

    orientation: int
    notices: tuple[str, ...] = ()


class StoredPicture(Protocol):
    """A picture whose pixels are loaded, as far as its place over another depends on it.

    Attributes:
        path: Its file.
        size: (width, height) in px as it is shown.
        turned: The EXIF orientation of its own tag, 1 to 8.
        orientation: That which is to be applied to its pixels.
    """

    @property
    def path(self) -> Path: ...  # noqa: D102
    @property
    def size(self) -> tuple[int, int]: ...  # noqa: D102
    @property
    def turned(self) -> int: ...  # noqa: D102
    @property
    def orientation(self) -> int: ...  # noqa: D102


@dataclass(frozen=True)
class UntaggedPicture:
    """What was drawn over a picture, in a file that cannot say how it lies: an array, or outlines.

    Attributes:
        path: Its file.
        size: (width, height) in px.
        turned: Nothing says that it is turned.
        orientation: Nothing is to be done to it.
    """

    path: Path
    size: tuple[int, int]
    turned: int = UPRIGHT
    orientation: int = UPRIGHT


def mask_placement(opened: StoredPicture, frame: Frame | None, chosen: MaskFrame | None) -> MaskPlacement:
    """How a mask, whose pixels are loaded, is turned to lie over a picture.

    Args:
        opened: The mask.
        frame: How its picture lies; None where it is not known: then the mask's own tag is all that counts.
        chosen: How masks without a tag lie, where both would fit.

    Raises:
        InputError: its size fits the picture in no way.
    """
    own = MaskPlacement(opened.orientation)
    if frame is None:
        return own
    fits_shown = opened.size == (frame.width, frame.height)
    if opened.turned != UPRIGHT or frame.orientation == UPRIGHT:
        if not fits_shown:
            raise _misfit(opened, frame)
        return own
    fits_stored = opened.size == frame.stored_size
    if fits_shown and fits_stored:
        return _ambiguous(frame.orientation, chosen)
    if fits_stored:
        words = f"The mask has the size of the picture as stored, so it was {_TURNS[frame.orientation]} with it."
        return MaskPlacement(frame.orientation, (words,))
    if not fits_shown:
        raise _misfit(opened, frame)
    return own


def is_ambiguous(frame: Frame, size: tuple[int, int], turned: int) -> bool:
    """Whether nothing tells how a mask of this (width, height) and own orientation lies over a picture."""
    return frame.orientation != UPRIGHT == turned and size == (frame.width, frame.height) == frame.stored_size


def _ambiguous(orientation: int, chosen: MaskFrame | None) -> MaskPlacement:
    turn = _TURNS[orientation]
    if chosen == "stored":
        words = f"The mask has no orientation tag and was {turn} like the picture, as set for all masks."
        return MaskPlacement(orientation, (words,))
    why = "as set for all masks" if chosen else "which nothing tells for certain"
    words = f"The picture is {turn} by its orientation tag; its mask has none and is taken to lie as shown, {why}."
    return MaskPlacement(UPRIGHT, (words,))


def _misfit(opened: StoredPicture, frame: Frame) -> InputError:
    name, (width, height) = opened.path.name, opened.size
    words = f"The reference {name} is {width} x {height} pixels, its image {frame.width} x {frame.height}"
    if frame.orientation != UPRIGHT:
        stored = f"{frame.stored_size[0]} x {frame.stored_size[1]}"
        words += f" as its orientation tag shows it ({_TURNS[frame.orientation]}), {stored} as it is stored"
    if opened.turned != UPRIGHT:
        words += f"; the reference itself is {_TURNS[opened.turned]} by its own tag"
    if (height, width) == (frame.height, frame.width)[::-1] and width != height:
        return InputError(f"{words}: one of them lies on its side.", "Save both the same way up.")
    return InputError(f"{words}.", "Give the reference of this image, at its size.")
