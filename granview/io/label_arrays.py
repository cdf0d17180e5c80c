"""Arrays of NumPy in which each value is a class or an object; never a pickle."""

from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import MAX_PIXELS
from granview.core.errors import InputError
from granview.core.labels import MAX_CLASSES
from granview.core.truths.mask import Labels
from granview.io.class_source import default_void
from granview.io.saved.arrays import read_array, read_head

ARRAY: Final = ".npy"
_IGNORED: Final = -1
"""What marks pixels without a class in arrays of signed numbers, by custom."""

_HINT: Final = "Save labels as whole numbers of the shape (height, width), with numpy.save."


def label_array(path: Path) -> NDArray[Any]:
    """(H, W) whole numbers of an array.

    Raises:
        InputError: it cannot be read, holds objects of Python, other numbers, or is no picture.
    """
    head = read_head(path)
    if len(head.shape) != 2 or not head.is_whole or 0 in head.shape:
        shape = " x ".join(map(str, head.shape)) or "one number"
        raise InputError(f"{path.name} holds {shape} of {head.dtype}, not a label for every pixel.", _HINT)
    if head.shape[0] * head.shape[1] > MAX_PIXELS:
        raise InputError(f"{path.name} holds more than {MAX_PIXELS // 10**6} megapixels.", "Cut it into tiles.")
    values = read_array(path)
    return values.astype(np.uint8) if values.dtype == np.bool_ else values


def class_array(path: Path) -> Labels:
    """(H, W) uint8 or uint16 class indices of an array; -1 becomes the void index.

    Raises:
        InputError: as ``label_array`` says, or a value is out of range.
    """
    values = label_array(path)
    largest, smallest = int(values.max()), int(values.min())
    if smallest < _IGNORED or largest > MAX_CLASSES:
        raise InputError(f"{path.name} holds values outside 0 to {MAX_CLASSES}.", _HINT)
    void = default_void(largest + 1 if largest != default_void(0) else 0)
    if smallest == _IGNORED:
        values = np.where(values == _IGNORED, void, values)
    small = max(largest, void) <= np.iinfo(np.uint8).max
    return np.ascontiguousarray(values, np.uint8) if small else np.ascontiguousarray(values, np.uint16)
