"""Pictures at full size and at halves of halves of it, in one block of memory, so that a large one pans smoothly."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.image_params import ImageRange
from granview.io.image_reader import conversion_for, rgb_bands
from granview.io.opened_image import OpenedImage, open_image
from granview.io.orientation import UPRIGHT, stored_view
from granview.io.regular_files import Watch
from granview.io.rgb32 import write_rgb32

SMALLEST_EDGE_PX: Final = 256
"""Halving stops at the first level whose longer edge is no longer than this."""

_BYTES_PER_PIXEL: Final = 4


@dataclass(frozen=True)
class PyramidFacts:
    """What was found while a pyramid was built.

    Attributes:
        width: Pixels, upright.
        height: Pixels, upright.
        notices: Sentences that the user must see.
        orientation: The EXIF orientation, 1 to 8, that was applied.
    """

    width: int
    height: int
    notices: tuple[str, ...]
    orientation: int = UPRIGHT


def level_sizes(width: int, height: int) -> tuple[tuple[int, int], ...]:
    """(width, height) of every level, the full size first, each next one half of it, rounded up."""
    sizes = [(width, height)]
    while max(sizes[-1]) > SMALLEST_EDGE_PX:
        sizes.append(((sizes[-1][0] + 1) // 2, (sizes[-1][1] + 1) // 2))
    return tuple(sizes)


def pyramid_bytes(width: int, height: int) -> int:
    """Bytes of all levels together: about 4/3 of 4 bytes per pixel."""
    return sum(w * h for w, h in level_sizes(width, height)) * _BYTES_PER_PIXEL


def level_views(memory: Any, width: int, height: int) -> tuple[NDArray[np.uint8], ...]:
    """Views (h, w, 4) uint8 of the levels, one after another in a buffer of ``pyramid_bytes``.

    A pixel's bytes are blue, green, red, 255 on little-endian machines: Qt's Format_RGB32.
    """
    flat = np.frombuffer(memory, np.uint8, pyramid_bytes(width, height))
    views, start = [], 0
    for w, h in level_sizes(width, height):
        size = w * h * _BYTES_PER_PIXEL
        views.append(flat[start : start + size].reshape(h, w, _BYTES_PER_PIXEL))
        start += size
    return tuple(views)


def read_pyramid(
    path: Path, allocate: Callable[[int], Any], watch: Watch | None = None, image_range: ImageRange | None = None
) -> PyramidFacts:
    """Decode an image once into a block of memory, and average it down level by level.

    Args:
        path: The image.
        allocate: Gives a writable buffer of so many bytes; called once, when the size is known.
        watch: Called before each read and each level; whatever it raises abandons the work.
        image_range: As for ``read_image``.

    Raises:
        InputError: as ``read_image``.
    """
    with open_image(path, watch=watch) as opened:
        opened.load()
        width, height = opened.size
        levels = level_views(allocate(pyramid_bytes(width, height)), width, height)
        notices = _fill(levels[0], opened, image_range)
        orientation = opened.turned
    average_down(levels, watch)
    return PyramidFacts(width, height, notices, orientation)


def _fill(level: NDArray[np.uint8], opened: OpenedImage, image_range: ImageRange | None) -> tuple[str, ...]:
    conversion = conversion_for(opened, image_range)
    stored = stored_view(level.view(np.uint32)[..., 0], opened.orientation)
    for row, band in rgb_bands(opened, conversion):
        write_rgb32(band, stored[row : row + band.height])
    return conversion.notices


def average_down(levels: tuple[NDArray[np.uint8], ...], watch: Watch | None = None) -> None:
    """Fill each level but the first with the mean of areas of the one before.

    Args:
        levels: Views of ``level_views``, the first of which is filled.
        watch: Called before each level; whatever it raises abandons the work.
    """
    import cv2

    for larger, smaller in itertools.pairwise(levels):
        if watch is not None:
            watch()
        height, width = smaller.shape[:2]
        cv2.resize(larger, (width, height), dst=smaller, interpolation=cv2.INTER_AREA)
