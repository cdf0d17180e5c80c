"""Pictures as the window draws them, and how long they live."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Thumbnail:
    """A small picture for lists.

    Attributes:
        pixels: (h, w, 4) uint8, read-only: blue, green, red, 255, which is Qt's Format_RGB32 on little-endian machines.
        width: Width of the image itself, in pixels.
        height: Height of the image itself, in pixels.
    """

    pixels: NDArray[np.uint8]
    width: int
    height: int


@dataclass(frozen=True)
class Level:
    """The whole picture at one resolution.

    Attributes:
        array: (h, w, 4) uint8, read-only, C-contiguous, as ``Thumbnail.pixels``, in shared memory.
        scale: 1 for the full size, 2 for half of it, 4, …; exactly, the full size over ``array``'s, since halves of odd
            sizes are rounded up.
    """

    array: NDArray[np.uint8]
    scale: int


class SharedPicture:
    """An image at full size and at halves of halves, in memory shared with the decoder.

    Whoever is given one calls ``release`` when done with it. Until all have, the cache keeps it. The memory itself
    lives as long as any array that refers to it, so that a late ``release`` costs memory and an early one never a
    crash.

    Attributes:
        width: Pixels, upright.
        height: Pixels, upright.
        levels: The full size first.
        notices: Sentences that the user must see, such as how 16-bit values were scaled.
        size_bytes: Memory that all levels take together.
        orientation: The EXIF orientation, 1 to 8, that was applied.
    """

    def __init__(
        self,
        width: int,
        height: int,
        arrays: tuple[NDArray[np.uint8], ...],
        notices: tuple[str, ...],
        on_released: Callable[["SharedPicture"], None],
        orientation: int = 1,
    ) -> None:
        self.width = width
        self.height = height
        self.levels = tuple(Level(array, 1 << n) for n, array in enumerate(arrays))
        self.notices = notices
        self.size_bytes = sum(array.nbytes for array in arrays)
        self.orientation = orientation
        self._on_released = on_released

    def release(self) -> None:
        """Say that one of those who were given it is done with it."""
        self._on_released(self)
