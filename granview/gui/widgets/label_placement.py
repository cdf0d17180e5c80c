"""Where names of dots go, so that none lies on another, on a dot, or beyond the plot. Numbers in, numbers out."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_DIRECTIONS: Final = ((0, -1), (1, 0), (0, 1), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1))
"""Above, right, below, left, and the corners: what is tried, in this order."""

_GAPS_PX: Final = (9.0, 20.0, 34.0, 52.0, 74.0)
"""How far from its dot a name may lie; from the second on a line leads to it."""

_DOT_PX: Final = 7.0

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in px, y growing downwards."""


@dataclass(frozen=True)
class Placed:
    """Where a name lies.

    Attributes:
        left: Of its box, in px.
        top: Of its box, in px.
        has_leader: Whether it is so far from its dot that a line must lead there.
        is_free: Whether it covers no dot and no other name; one that does is better left out.
    """

    left: float
    top: float
    has_leader: bool
    is_free: bool = True


def place_labels(
    dots: Sequence[tuple[float, float]], sizes: Sequence[tuple[float, float]], bounds: tuple[float, float]
) -> list[Placed]:
    """Places for the names of dots, the most crowded dot first; of all places that are free the nearest.

    Where no place is free, it is the one that covers least, and says so.

    Args:
        dots: x and y of each, in px.
        sizes: Width and height of each name, in px.
        bounds: Width and height of the plot, in px.
    """
    taken: list[Box] = [(x - _DOT_PX, y - _DOT_PX, x + _DOT_PX, y + _DOT_PX) for x, y in dots]
    placed: dict[int, Placed] = {}
    for place in sorted(range(len(dots)), key=lambda place: _nearest(dots, place)):
        box, far, is_free = _best(dots[place], sizes[place], bounds, taken)
        if is_free:
            taken.append(box)
        placed[place] = Placed(box[0], box[1], far, is_free)
    return [placed[place] for place in range(len(dots))]


def _nearest(dots: Sequence[tuple[float, float]], place: int) -> float:
    others = (math.dist(dots[place], other) for index, other in enumerate(dots) if index != place)
    return min(others, default=math.inf)


def _best(
    dot: tuple[float, float], size: tuple[float, float], bounds: tuple[float, float], taken: Sequence[Box]
) -> tuple[Box, bool, bool]:
    best: tuple[float, Box, bool] | None = None
    for gap_px in _GAPS_PX:
        for across, down in _DIRECTIONS:
            box = _inside(_beside(dot, size, gap_px, across, down), bounds)
            covered = sum(_shared(box, other) for other in taken)
            if not covered:
                return box, gap_px > _GAPS_PX[0], True
            if best is None or covered < best[0]:
                best = covered, box, gap_px > _GAPS_PX[0]
    assert best is not None
    return best[1], best[2], False


def _beside(dot: tuple[float, float], size: tuple[float, float], gap_px: float, across: int, down: int) -> Box:
    (x, y), (width, height) = dot, size
    left = x - width / 2 + across * (width / 2 + gap_px)
    top = y - height / 2 + down * (height / 2 + gap_px)
    return left, top, left + width, top + height


def _inside(box: Box, bounds: tuple[float, float]) -> Box:
    """The box pushed into the plot."""
    left = min(max(box[0], 0.0), max(bounds[0] - (box[2] - box[0]), 0.0))
    top = min(max(box[1], 0.0), max(bounds[1] - (box[3] - box[1]), 0.0))
    return left, top, left + box[2] - box[0], top + box[3] - box[1]


def _shared(one: Box, other: Box) -> float:
    """The area that two boxes have in common, in px²."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return width * height if width > 0 and height > 0 else 0.0
