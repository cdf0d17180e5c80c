"""A label map over its picture, as the window shows it: each class's colour at one opacity, void not tinted."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import ShapeError
from granview.core.labels import Color, LabelSet

OPACITY: Final = 0.55
"""Of predictions over the picture, 0 to 1."""

UNNAMED: Final[Color] = (139, 144, 153)
"""Colour of pixels whose value is no class of the label set."""

_BLOCK_PX = 1 << 20
_ONE = 256


def blend(
    pixels: NDArray[np.uint8], labels: NDArray[np.unsignedinteger[Any]], label_set: LabelSet, opacity: float = OPACITY
) -> NDArray[np.uint8]:
    """The picture tinted by class: ``(1 - opacity) * pixel + opacity * colour``, within one level of exact.

    Args:
        pixels: (H, W, 3) uint8, sRGB.
        labels: (H, W) uint8 or uint16.
        label_set: Colours of the classes; pixels of its void index stay as they are.
        opacity: 0 to 1.

    Returns:
        (H, W, 3) uint8.

    Raises:
        ShapeError: picture and labels differ in size.
    """
    if labels.shape != pixels.shape[:2]:
        raise ShapeError("A label map", str(pixels.shape[:2]), labels.shape)
    keep, tint = _tables(label_set, np.iinfo(labels.dtype).max + 1, opacity)
    out = np.empty_like(pixels)
    step = max(_BLOCK_PX // max(labels.shape[1], 1), 1)
    for top in range(0, labels.shape[0], step):
        rows = slice(top, top + step)
        out[rows] = (pixels[rows] * keep[labels[rows]][..., None] + tint[labels[rows]]) >> 8
    return out


def _tables(label_set: LabelSet, size: int, opacity: float) -> tuple[NDArray[np.uint16], NDArray[np.uint16]]:
    """What is kept of the picture (size,) and what is added to it (size, 3), both in 256ths."""
    part = round(opacity * _ONE)
    keep = np.full(size, _ONE - part, dtype=np.uint16)
    tint = np.full((size, 3), UNNAMED, dtype=np.uint16)
    tint[: len(label_set)] = np.array(label_set.colors, dtype=np.uint16).reshape(-1, 3)
    tint = tint * np.uint16(part) + np.uint16(_ONE // 2 - 1)
    if label_set.void is not None:
        keep[label_set.void] = _ONE
        tint[label_set.void] = 0
    return keep, tint


def fade(pixels: NDArray[np.uint8], part: float = 0.75) -> NDArray[np.uint8]:
    """The picture stepped back towards white by ``part``, 0 to 1, so that text over it can be read."""
    table = np.round(255 - (1 - part) * (255 - np.arange(256))).astype(np.uint8)
    return table[pixels]
