"""Run-length encoded masks as COCO has them: how one object's pixels travel, are stored and are compared.

The runs go down the columns of a mask, first those outside; ``counts`` writes them in five bits a character, each but
the first few as the difference from the last but one (``rleToString`` of the COCO API, Dollár and Lin, 2015). The
arithmetic is that of ``pycocotools``, which trusts what it is given, so whatever comes from a file or a pipe passes
``checked`` before.
"""

from collections.abc import Sequence
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import MAX_PIXELS
from granview.core.errors import GranViewError

MAX_PERIMETER_PX: Final = 4_000_000
"""No polygon is drawn whose edges are longer together: drawing takes memory for every step of them."""

_FIRST: Final = 48
_MORE: Final = 0x20
_SIGN: Final = 0x10
_MAX_CHARACTERS: Final = 7
_AT_ONCE: Final = 255
"""So many areas ``pycocotools`` counts at once: it keeps their number in a byte."""

_HINT: Final = "Correct it, or make it again."

Polygon = Sequence[float]
"""x and y in turn, in px from the picture's upper left corner."""


class Rle(msgspec.Struct, frozen=True):
    """A mask.

    Attributes:
        size: (height, width) in px.
        counts: The compressed runs, in ASCII.
    """

    size: tuple[int, int]
    counts: bytes


def encode(mask: NDArray[Any]) -> Rle:
    """The mask of (H, W) booleans, or numbers of which those other than 0 are inside."""
    height, width = mask.shape
    rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return from_runs([height * width], (height, width))
    top, left = int(rows[0]), int(columns[0])
    return encode_within(mask[top : rows[-1] + 1, left : columns[-1] + 1], left, top, (height, width))


def encode_within(mask: NDArray[Any], left: int, top: int, size: tuple[int, int]) -> Rle:
    """The mask of a picture that is (h, w) booleans from (left, top) on, and empty elsewhere.

    What is outside the picture is cut off. Only the part is looked at, so small objects in large pictures are cheap.
    """
    height, width = size
    cut = mask[max(-top, 0) : max(height - top, 0), max(-left, 0) : max(width - left, 0)]
    return _from_edges(_edges(cut, max(left, 0), max(top, 0), height), size)


def _from_edges(edges: NDArray[np.int64], size: tuple[int, int]) -> Rle:
    lengths = np.diff(edges, prepend=0, append=size[0] * size[1])
    return from_runs(lengths[:-1] if len(edges) and lengths[-1] == 0 else lengths, size)


def _edges(part: NDArray[Any], left: int, top: int, height: int) -> NDArray[np.int64]:
    """Where a part of a picture goes in and out of the mask, in turn, down its columns: places among all pixels."""
    rows, columns = part.shape
    inside = np.zeros((columns, rows + 2), np.int8)
    inside[:, 1:-1] = part.T != 0
    column, row = np.divmod(np.flatnonzero(np.diff(inside.ravel())), rows + 2)
    edges = (left + column) * height + top + row
    met = np.flatnonzero(edges[1:] == edges[:-1])
    return np.delete(edges, np.concatenate((met, met + 1)))


def encode_segments(values: NDArray[np.integer[Any]]) -> tuple[NDArray[Any], tuple[Rle, ...]]:
    """The mask of each value that some pixels of (H, W) whole numbers have: the values in order, and their masks."""
    size = (values.shape[0], values.shape[1])
    flat = values.T.ravel()
    if not flat.size:
        return flat, ()
    starts = np.concatenate(([0], np.flatnonzero(flat[1:] != flat[:-1]) + 1))
    spans = np.stack((starts, np.append(starts[1:], flat.size)), axis=1)
    order = np.argsort(flat[starts], kind="stable")
    distinct, first = np.unique(flat[starts][order], return_index=True)
    return distinct, tuple(_from_edges(part.ravel(), size) for part in np.split(spans[order], first[1:]))


def from_runs(runs: NDArray[np.integer[Any]] | Sequence[int], size: tuple[int, int]) -> Rle:
    """The mask of uncompressed runs, first those outside, down the columns.

    Raises:
        GranViewError: they do not fill the picture.
    """
    from pycocotools import mask as coco

    found = np.asarray(runs)
    _check_size(size)
    if found.ndim != 1 or (found.size and found.dtype.kind not in "iu"):
        raise GranViewError("A mask's runs are no list of whole numbers.", _HINT)
    _check_runs(found, size)
    return _rle(coco.frPyObjects({"size": list(size), "counts": found.tolist()}, *size))


def from_polygons(polygons: Sequence[Polygon], size: tuple[int, int]) -> Rle:
    """The union of some polygons of three points or more, filled as the COCO API does.

    Raises:
        GranViewError: one of them has fewer points, or coordinates that no picture of this size has.
    """
    from pycocotools import mask as coco

    _check_size(size)
    points = [_polygon_points(polygon, size) for polygon in polygons]
    if not points:
        return from_runs([size[0] * size[1]], size)
    return _rle(coco.merge([coco.frPyObjects([flat], *size)[0] for flat in points], False))


def checked(rle: Rle) -> Rle:
    """The same mask, if its runs fill it.

    Raises:
        GranViewError: it is damaged, or claims more pixels than any image has.
    """
    _check_size(rle.size)
    _check_runs(runs(rle), rle.size)
    return rle


def runs(rle: Rle) -> NDArray[np.int64]:
    """How long each run is, first those outside: (k,) int64 px.

    Raises:
        GranViewError: the characters are none of such a mask.
    """
    characters = np.frombuffer(rle.counts, np.uint8).astype(np.int64) - _FIRST
    if characters.size and (characters.min() < 0 or characters.max() > 2 * _MORE - 1 or characters[-1] & _MORE):
        raise GranViewError("A mask holds characters that are no runs.", _HINT)
    ends = np.flatnonzero((characters & _MORE) == 0)
    starts = np.concatenate(([0], ends[:-1] + 1))
    if len(ends) and (ends - starts).max() >= _MAX_CHARACTERS:
        raise GranViewError("A mask holds a run that is too long.", _HINT)
    return _undone_differences(_numbers(characters, starts, ends) if len(ends) else np.empty(0, np.int64))


def decode(rle: Rle) -> NDArray[np.bool_]:
    """The mask as (H, W) booleans, in columns as its runs are.

    Raises:
        GranViewError: it is damaged.
    """
    lengths = runs(rle)
    _check_size(rle.size)
    _check_runs(lengths, rle.size)
    height, width = rle.size
    return np.repeat(np.arange(len(lengths)) % 2 == 1, lengths).reshape(width, height).T


def decode_part(rle: Rle) -> tuple[int, int, NDArray[np.bool_]]:
    """The smallest part of the picture that holds the mask: left and top in px, and (h, w) booleans; (0, 0) if empty.

    It costs as much as the object is large, whatever the picture's size.

    Raises:
        GranViewError: it is damaged.
    """
    lengths = runs(rle)
    _check_size(rle.size)
    _check_runs(lengths, rle.size)
    height, edges = rle.size[0], np.cumsum(lengths)
    inside = np.flatnonzero(lengths[1::2])
    if not len(inside):
        return 0, 0, np.zeros((0, 0), bool)
    first, last = 2 * int(inside[0]), 2 * int(inside[-1]) + 1
    left, right = int(edges[first]) // height, -(-int(edges[last]) // height)
    kept = np.concatenate((lengths[first : last + 1], [right * height - edges[last]]))
    kept[0] = edges[first] - left * height
    columns = np.repeat(np.arange(len(kept)) % 2 == 1, kept).reshape(right - left, height)
    rows = np.flatnonzero(columns.any(axis=0))
    return left, int(rows[0]), columns[:, rows[0] : rows[-1] + 1].T


def holds(rle: Rle, x: int, y: int) -> bool:
    """Whether a pixel of the picture is inside."""
    height, width = rle.size
    if not (0 <= x < width and 0 <= y < height):
        return False
    return bool(np.searchsorted(np.cumsum(runs(rle)), x * height + y, side="right") % 2)


def innermost_px(rle: Rle) -> tuple[float, float]:
    """X and y in px of the middle of the pixel that is farthest from the object's border, by steps to four sides.

    Of several the first in reading order; the picture's corner for an empty mask. The picture's edge is a border.
    """
    left, top, inside = decode_part(rle)
    if not inside.size:
        return 0.0, 0.0
    last = inside
    while inside.any():
        last, inside = inside, without_border(inside)
    y, x = np.argwhere(last)[0].tolist()
    return left + x + 0.5, top + y + 0.5


def without_border(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The pixels whose four neighbours are inside too."""
    padded = np.pad(inside, 1)
    kept: NDArray[np.bool_] = inside & padded[:-2, 1:-1] & padded[2:, 1:-1] & padded[1:-1, :-2] & padded[1:-1, 2:]
    return kept


def areas(rles: Sequence[Rle]) -> NDArray[np.int64]:
    """How many pixels each mask has: (n,) int64."""
    from pycocotools import mask as coco

    parts = [[_dict(rle) for rle in rles[start : start + _AT_ONCE]] for start in range(0, len(rles), _AT_ONCE)]
    return np.concatenate([np.asarray(coco.area(part), np.int64) for part in parts] or [np.empty(0, np.int64)])


def boxes_xyxy(rles: Sequence[Rle]) -> NDArray[np.float32]:
    """The smallest box about each mask, its edges on the edges of pixels: (n, 4) float32 px; zeros for an empty one."""
    from pycocotools import mask as coco

    if not rles:
        return np.empty((0, 4), np.float32)
    found = np.asarray(coco.toBbox([_dict(rle) for rle in rles]), np.float64).reshape(-1, 4)
    found[:, 2:] += found[:, :2]
    return found.astype(np.float32)


def iou(detected: Sequence[Rle], references: Sequence[Rle], is_crowd: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Intersection over union of masks: (n, m) float64, 0 to 1.

    Args:
        detected: n masks.
        references: m masks of the same size.
        is_crowd: (m,) which references are crowds: with these it is the intersection over the detected mask's own area,
            as the COCO API has it.
    """
    from pycocotools import mask as coco

    if not detected or not references:
        return np.zeros((len(detected), len(references)))
    pair = ([_dict(rle) for rle in side] for side in (detected, references))
    crowds = is_crowd.astype(np.uint8).tolist()
    return np.asarray(coco.iou(*pair, crowds), np.float64)


def merge(rles: Sequence[Rle], intersect: bool = False) -> Rle:
    """The union of one mask or more, or what they have in common."""
    from pycocotools import mask as coco

    return _rle(coco.merge([_dict(rle) for rle in rles], intersect))


def _dict(rle: Rle) -> dict[str, Any]:
    return {"size": list(rle.size), "counts": rle.counts}


def _rle(made: dict[str, Any]) -> Rle:
    height, width = made["size"]
    return Rle((int(height), int(width)), bytes(made["counts"]))


def _check_size(size: tuple[int, int]) -> None:
    height, width = size
    if height < 0 or width < 0 or height * width > MAX_PIXELS:
        raise GranViewError(f"A mask claims a size of {width} x {height} px.", _HINT)


def _check_runs(lengths: NDArray[np.integer[Any]], size: tuple[int, int]) -> None:
    n_pixels = size[0] * size[1]
    has_range = not lengths.size or (lengths.min() >= 0 and lengths.max() <= n_pixels)
    if not has_range or int(lengths.sum()) != n_pixels:
        raise GranViewError(f"A mask's runs do not fill its {size[1]} x {size[0]} px.", _HINT)


def _numbers(characters: NDArray[np.int64], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    """The signed numbers whose five bits at a time begin and end at these places."""
    place = np.arange(len(characters)) - np.repeat(starts, ends - starts + 1)
    numbers = np.add.reduceat((characters & (_MORE - 1)) << (5 * place), starts)
    is_negative = (characters[ends] & _SIGN) != 0
    numbers[is_negative] -= 1 << (5 * (ends - starts + 1)[is_negative])
    return numbers


def _undone_differences(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """From the fourth on, each number is the difference of a run from the last but one."""
    numbers[1::2] = np.cumsum(numbers[1::2])
    numbers[2::2] = np.cumsum(numbers[2::2])
    return numbers


def _polygon_points(polygon: Polygon, size: tuple[int, int]) -> list[float]:
    """Its coordinates, if drawing them is safe."""
    flat = np.asarray(polygon, np.float64)
    if flat.ndim != 1 or len(flat) < 6 or len(flat) % 2:
        raise GranViewError("A polygon does not have three points or more.", _HINT)
    far = 2 * max(size) + 1
    if not np.isfinite(flat).all() or np.abs(flat).max() > far:
        raise GranViewError(f"A polygon lies outside of the picture's {size[1]} x {size[0]} px.", _HINT)
    points = flat.reshape(-1, 2)
    perimeter_px = np.abs(points - np.roll(points, 1, axis=0)).max(axis=1).sum()
    if perimeter_px > MAX_PERIMETER_PX:
        raise GranViewError("A polygon's edges are too long to be drawn.", _HINT)
    coordinates: list[float] = flat.tolist()
    return coordinates
