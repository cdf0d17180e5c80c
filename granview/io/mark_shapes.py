"""Shapes that tools of annotation draw, as masks: ellipses, turned rectangles, polygons with holes."""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from granview.core import rle
from granview.core.errors import GranViewError
from granview.core.rle import Polygon, Rle

_FAR: Final = 1e6


def ellipse(centre: tuple[float, float], radii: tuple[float, float], degrees: float, size: tuple[int, int]) -> Rle:
    """The pixels whose middle lies in an ellipse.

    Args:
        centre: x and y in px.
        radii: Along its own x and y in px.
        degrees: By how much it is turned about its centre, clockwise as pictures are seen.
        size: (height, width) of the picture in px.

    Raises:
        GranViewError: it is none, or lies far outside.
    """
    (x, y), (along, across) = centre, radii
    if (
        not all(map(math.isfinite, (x, y, along, across, degrees)))
        or min(radii) <= 0
        or max(map(abs, (x, y, *radii))) > _FAR
    ):
        raise GranViewError("An ellipse has no real centre or radii.")
    reach = max(radii)
    left, right = _within(x - reach, x + reach, size[1])
    top, bottom = _within(y - reach, y + reach, size[0])
    columns, rows = np.arange(left, right) + 0.5 - x, (np.arange(top, bottom) + 0.5 - y)[:, None]
    turn = math.radians(degrees)
    own_x = columns * math.cos(turn) + rows * math.sin(turn)
    own_y = rows * math.cos(turn) - columns * math.sin(turn)
    return rle.encode_within((own_x / along) ** 2 + (own_y / across) ** 2 <= 1, left, top, size)


def turned_rectangle(corner: tuple[float, float], sides: tuple[float, float], degrees: float) -> list[float]:
    """The polygon of a rectangle that is turned about its upper left corner, clockwise as pictures are seen.

    Args:
        corner: x and y in px.
        sides: Width and height in px.
        degrees: By how much.
    """
    turn = math.radians(degrees)
    along = np.array([math.cos(turn), math.sin(turn)]) * sides[0]
    across = np.array([-math.sin(turn), math.cos(turn)]) * sides[1]
    start = np.array(corner)
    flat: list[float] = np.concatenate([start, start + along, start + along + across, start + across]).tolist()
    return flat


def with_holes(outline: Polygon, holes: Sequence[Polygon], size: tuple[int, int]) -> Rle:
    """A polygon without the polygons in it.

    Raises:
        GranViewError: one of them has fewer than three points, or lies far outside the picture.
    """
    whole = rle.from_polygons([outline], size)
    if not holes:
        return whole
    return rle.merge([whole, _outside(rle.from_polygons(holes, size))], intersect=True)


def _outside(mask: Rle) -> Rle:
    runs = rle.runs(mask)
    return rle.from_runs(runs[1:] if len(runs) and runs[0] == 0 else np.concatenate(([0], runs)), mask.size)


def _within(low: float, high: float, side: int) -> tuple[int, int]:
    first = min(max(math.floor(low), 0), side)
    return first, max(min(math.ceil(high), side), first)
