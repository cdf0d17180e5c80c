"""Pixels of saved predictions as they are stored, laid over their pictures; and what a few of them show of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.core.labels import Color
from granview.io.described_sample import DescribedSample
from granview.io.opened_image import open_image
from granview.io.orientation import UPRIGHT, Frame, stored_view, upright_size
from granview.io.saved.saved_prediction import SavedRecord, misfit

IMAGE_SUFFIXES: Final = (".png", ".tif", ".tiff", ".bmp")
"""Formats that keep exact values."""

_LOSSY: Final = frozenset({"JPEG", "WEBP"})
_GREY: Final = frozenset({"1", "L", "P", "I", "I;16", "I;16L", "I;16B", "I;16N", "F"})
_PROBED: Final = 16
_MANY: Final = 4096


@dataclass(frozen=True)
class StoredPixels:
    """The values of an image as it stores them, upright by its own tag.

    Attributes:
        values: (H, W) numbers, or (H, W, 3) uint8 colours.
        palette: The colours of its palette; empty without one.
        turned: Its own EXIF orientation.
    """

    values: NDArray[Any]
    palette: tuple[Color, ...] = ()
    turned: int = UPRIGHT

    @property
    def is_colored(self) -> bool:
        """Whether it holds colours that are not all grey."""
        return self.values.ndim == 3


def read_pixels(path: Path) -> StoredPixels:
    """The pixels of an image; one in colour whose px are all grey holds their values.

    Raises:
        InputError: it cannot be read, or its format changes values.
    """
    with open_image(path) as opened:
        if opened.image.format in _LOSSY:
            raise InputError(
                f"{path.name} is a {opened.image.format}, which does not keep exact values.", "Save it as PNG."
            )
        opened.load()
        image = opened.image
        palette: tuple[Color, ...] = ()
        if image.mode in _GREY:
            flat = image.getpalette("RGB") if image.mode == "P" else None
            palette = tuple(zip(flat[::3], flat[1::3], flat[2::3], strict=True)) if flat else ()
            values = np.asarray(image)
            values = values.astype(np.uint8) if values.dtype == np.bool_ else values
        else:
            values = _without_grey_colors(np.asarray(image if image.mode == "RGB" else image.convert("RGB")))
        return StoredPixels(_turned(values, opened.orientation), palette, opened.turned)


def over_picture(
    stored: StoredPixels, record: SavedRecord, described: DescribedSample
) -> tuple[NDArray[Any], tuple[str, ...]]:
    """The values as they lie over the sample's picture, and what must be said of that.

    Raises:
        InputError: they are of another size.
    """
    frame, values = described.picture, stored.values
    size = (values.shape[0], values.shape[1])
    if size == (frame.height, frame.width):
        return values, _turn_notices(frame, size, stored.turned)
    if stored.turned == UPRIGHT != frame.orientation and size == frame.stored_size[::-1]:
        words = "The saved prediction has the size of the picture as stored, so it was turned with it."
        return _turned(values, frame.orientation), (words,)
    raise misfit(record, size, described)


def _turn_notices(frame: Frame, size: tuple[int, int], turned: int) -> tuple[str, ...]:
    if frame.orientation != UPRIGHT == turned and size == frame.stored_size[::-1]:
        return (
            "The picture is turned by its orientation tag; the saved prediction has none and is taken to lie as shown.",
        )
    return ()


def _turned(stored: NDArray[Any], orientation: int) -> NDArray[Any]:
    if orientation == UPRIGHT:
        return stored
    width, height = upright_size((stored.shape[1], stored.shape[0]), orientation)
    upright = np.empty((height, width, *stored.shape[2:]), stored.dtype)
    stored_view(upright, orientation)[...] = stored
    return upright


def _without_grey_colors(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    red = rgb[..., 0]
    is_grey = np.array_equal(red, rgb[..., 1]) and np.array_equal(red, rgb[..., 2])
    return np.ascontiguousarray(red) if is_grey else rgb


@dataclass(frozen=True)
class ValueProbe:
    """What a few files of a folder hold.

    Attributes:
        values: The whole numbers that stand in them, in order; the first 4096.
        n_files: How many were read.
        n_colored: How many of them are in colour.
        n_colors: The most colours in one of them.
        has_palette: Whether any has a palette.
        is_wide: Whether any has more than 8 bits.
        is_float: Whether any holds numbers that are not whole.
    """

    values: tuple[int, ...]
    n_files: int
    n_colored: int = 0
    n_colors: int = 0
    has_palette: bool = False
    is_wide: bool = False
    is_float: bool = False


def probe_values(paths: Sequence[Path]) -> ValueProbe:
    """What up to 16 files, spread over all, hold. A file that cannot be read is passed over: its sample says why."""
    chosen = spread(paths, _PROBED)
    return _probed(tuple((path, path.stat().st_mtime_ns) for path in chosen))


@lru_cache(maxsize=8)
def _probed(paths: tuple[tuple[Path, int], ...]) -> ValueProbe:
    values: set[int] = set()
    n_files = n_colored = n_colors = 0
    has_palette = is_wide = is_float = False
    for path, _ in paths:
        try:
            stored = read_pixels(path)
        except InputError:
            continue
        n_files += 1
        has_palette |= bool(stored.palette)
        if stored.is_colored:
            n_colored += 1
            n_colors = max(n_colors, _count_colors(stored.values))
            continue
        is_wide |= stored.values.dtype.itemsize > 1
        if stored.values.dtype.kind == "f":
            is_float = True
            continue
        values.update(_distinct(stored.values))
    return ValueProbe(tuple(sorted(values)[:_MANY]), n_files, n_colored, n_colors, has_palette, is_wide, is_float)


def spread(paths: Sequence[Path], count: int) -> list[Path]:
    """At most so many of the paths, evenly spread."""
    step = max(len(paths) / count, 1.0)
    return [paths[int(place * step)] for place in range(min(count, len(paths)))]


def _distinct(values: NDArray[Any]) -> list[int]:
    if values.dtype == np.uint8:
        return list(map(int, np.flatnonzero(np.bincount(values.ravel(), minlength=256))))
    return list(map(int, np.unique(values)[: _MANY + 1]))


def _count_colors(rgb: NDArray[np.uint8]) -> int:
    codes = rgb[..., 0].astype(np.uint32) << 16 | rgb[..., 1].astype(np.uint32) << 8 | rgb[..., 2]
    return len(np.unique(codes))
