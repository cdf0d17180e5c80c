"""How a mask comes to lie over its picture: the right way up, with a word wherever that was a choice.

A camera stores a picture turned and says so in its EXIF orientation. Masks seldom have such a tag: annotation programs
and viewers show the picture the right way up, and what is drawn there lies so; scripts that ignore the tag write masks
that lie as the picture is stored. Where the picture's shape changes by turning, the mask's shape tells which it is.
Where it does not (180 degrees, mirrored, or square), nothing does: that is chosen, see ``ImageParams.mask_frame``.
"""

from dataclasses import dataclass
from typing import Final

from granview.core.errors import InputError
from granview.core.image_params import MaskFrame
from granview.io.opened_image import OpenedImage
from granview.io.orientation import UPRIGHT, Frame

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


def mask_placement(opened: OpenedImage, frame: Frame | None, chosen: MaskFrame | None) -> MaskPlacement:
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


def _misfit(opened: OpenedImage, frame: Frame) -> InputError:
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
