"""Label images: pictures, or arrays, in which each value, or each colour, is an object."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.io.image_pages import page_notices
from granview.io.label_arrays import ARRAY, label_array
from granview.io.opened_image import OpenedImage, open_image
from granview.io.orientation import stored_view, upright_size
from granview.io.reference_masks import refuse_lossy

if TYPE_CHECKING:
    from PIL.Image import Image

_WEIGHTS: Final = np.array([1, 256, 65536], np.uint32)
_GREY: Final = frozenset({"1", "L", "P", "I", "I;16", "I;16L", "I;16B", "I;16N", "F"})


def color_value(red: int, green: int, blue: int) -> int:
    """The value that stands for a colour: R + 256 G + 65536 B."""
    return red + 256 * green + 65536 * blue


def read_labels(path: Path) -> tuple[NDArray[Any], tuple[str, ...]]:
    """The values of a label image, or of an array in a ``.npy`` file.

    Returns:
        (H, W) whole numbers, upright by the file's own tag, and what must be said of its pages.

    Raises:
        InputError: it cannot be read, its format changes values, or they are no whole numbers.
    """
    if path.suffix.lower() == ARRAY:
        return label_array(path), ()
    with open_image(path) as opened:
        refuse_lossy(opened)
        opened.load()
        return label_values(opened), page_notices(opened, "The reference")


def label_values(opened: OpenedImage) -> NDArray[Any]:
    """(H, W) whole numbers, upright by the file's own tag: values, indices of a palette, or ``color_value``.

    Raises:
        InputError: its values are no whole numbers.
    """
    image: Image = opened.image
    if image.mode in _GREY:
        values = np.asarray(image)
    else:
        values = (np.asarray(image.convert("RGB")) * _WEIGHTS).sum(axis=2, dtype=np.uint32)
    if values.dtype.kind == "f":
        values = _whole(opened.path, values)
    return _upright(values.astype(np.uint8) if values.dtype == np.bool_ else values, opened.orientation)


def _upright(stored: NDArray[Any], orientation: int) -> NDArray[Any]:
    width, height = upright_size((stored.shape[1], stored.shape[0]), orientation)
    upright = np.empty((height, width), stored.dtype)
    stored_view(upright, orientation)[...] = stored
    return upright


def _whole(path: Path, values: NDArray[Any]) -> NDArray[np.int64]:
    if not np.isfinite(values).all() or (values != np.round(values)).any():
        raise InputError(f"{path.name} holds values that are no whole numbers.", "Save the labels as whole numbers.")
    return values.astype(np.int64)
