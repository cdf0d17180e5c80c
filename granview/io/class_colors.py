"""Class indices from the colours of a colour reference."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.core.labels import Color
from granview.io.class_files import ClassFile, default_void


def labels_by_color(path: Path, rgb: NDArray[np.uint8], classes: ClassFile) -> NDArray[np.uint8] | NDArray[np.uint16]:
    """Indices (H, W) uint8, or uint16 where there are more than 255 classes, of an (H, W, 3) image of class colours.

    Raises:
        InputError: a pixel has a colour that no class has, or two classes have the same colour.
    """
    n_classes = len(classes.labels)
    codes = [_code(color) for color in classes.labels.colors]
    values = list(range(n_classes))
    if classes.void_color is not None:
        codes.append(_code(classes.void_color))
        values.append(default_void(n_classes) if classes.labels.void is None else classes.labels.void)
    if len(set(codes)) < len(codes):
        raise InputError(
            f"Two classes of {path.name} have the same colour.", "Give each class its own in classes.json."
        )
    order = np.argsort(codes)
    known = np.array(codes, np.uint32)[order]
    pixels = _pixel_codes(rgb)
    place = np.searchsorted(known, pixels).clip(max=len(known) - 1)
    wrong = known[place] != pixels
    if wrong.any():
        raise _unknown(path, rgb, wrong)
    if max(values) <= 255:
        return np.take(np.array(values, np.uint8)[order], place)
    return np.take(np.array(values, np.uint16)[order], place)


def _code(color: Color) -> int:
    red, green, blue = color
    return red << 16 | green << 8 | blue


def _pixel_codes(rgb: NDArray[np.uint8]) -> NDArray[np.uint32]:
    codes = rgb[..., 0].astype(np.uint32)
    for channel in (1, 2):
        codes <<= 8
        codes |= rgb[..., channel]
    return codes


def _unknown(path: Path, rgb: NDArray[np.uint8], wrong: NDArray[np.bool_]) -> InputError:
    row, column = np.unravel_index(int(wrong.argmax()), wrong.shape)
    color = tuple(int(channel) for channel in rgb[row, column])
    return InputError(
        f"The reference {path.name} has the colour {color} at x={column}, y={row}, which is no class's colour "
        f"({int(wrong.sum())} such pixels).",
        "Add it to classes.json, or save the mask without smoothing.",
    )
