"""Outlines of masks: polygons along the edges of pixels, and smoothed ones for views in which no pixel can be seen."""

from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from granview.core.rle import Rle, runs

Polygon = NDArray[np.float32]
"""(k, 2) float32 x and y in image px; closed by the line from its last point to its first."""

SMOOTH_PX: Final = 0.85
"""How far a smoothed outline may lie from the outline without corners."""

_CORNER_PX: Final = 0.5
"""So much of each edge is cut off at a corner: a staircase of single px becomes a line through their middles."""


def spans(mask: Rle) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the runs inside begin and end: two (k,) int64, places among all pixels counted down the columns."""
    edges = np.cumsum(runs(mask))
    n = len(edges) // 2
    starts, ends = edges[0 : 2 * n : 2], edges[1 : 2 * n : 2]
    is_real = ends > starts
    return starts[is_real], ends[is_real]


def holds(mask: Rle, x_px: int, y_px: int) -> bool:
    """Whether a pixel is inside."""
    height, width = mask.size
    if not (0 <= x_px < width and 0 <= y_px < height):
        return False
    return int(np.searchsorted(np.cumsum(runs(mask)), x_px * height + y_px, "right")) % 2 == 1


def cropped(mask: Rle) -> tuple[NDArray[np.bool_], int, int]:
    """The part of a mask that holds something, (h, w) bool, and its left and top; the whole mask is never made."""
    height = mask.size[0]
    starts, ends = spans(mask)
    if not len(starts):
        return np.zeros((0, 0), bool), 0, 0
    left, right = int(starts[0]) // height, (int(ends[-1]) - 1) // height + 1
    steps = np.zeros((right - left) * height + 1, np.int8)
    steps[starts - left * height] += 1
    steps[ends - left * height] -= 1
    columns = np.cumsum(steps[:-1], dtype=np.int8).view(bool).reshape(right - left, height)
    rows = np.flatnonzero(columns.any(axis=0))
    top = int(rows[0])
    return columns[:, top : rows[-1] + 1].T, left, top


def outline(mask: Rle) -> list[Polygon]:
    """The polygons along the edges of the pixels of a mask, those about holes as well: filled odd and even, its pixels.

    Contours run through the middles of pixels (Suzuki and Abe, 1985); of a mask at twice its size they run through
    quarters of its pixels, and each quarter tells which corner of the pixel is meant.
    """
    part, left, top = cropped(mask)
    if not part.size:
        return []
    double = part.view(np.uint8).repeat(2, axis=0).repeat(2, axis=1)
    found, _ = cv2.findContours(double, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE, offset=(2 * left, 2 * top))
    return [_without_repeats((points[:, 0] + 1) // 2) for points in found]


def smoothed(polygons: list[Polygon]) -> list[Polygon]:
    """The polygons without their corners and with fewer points, at most a px away; small ones as they are."""
    fewer = (cv2.approxPolyDP(_without_corners(polygon), SMOOTH_PX, True)[:, 0] for polygon in polygons)
    return [ours if len(theirs) < 4 else theirs for ours, theirs in zip(polygons, fewer, strict=True)]


def box_outline(box_xyxy: NDArray[Any]) -> list[Polygon]:
    """The polygon of a box."""
    x0, y0, x1, y1 = box_xyxy.tolist()
    return [np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], np.float32)]


def _without_corners(polygon: Polygon) -> Polygon:
    """Two points for each, on the edge before it and on the one after it."""
    after = np.roll(polygon, -1, axis=0) - polygon
    length = np.maximum(np.abs(after).max(axis=1, keepdims=True), 1e-6)
    step = after * (np.minimum(_CORNER_PX, length / 2) / length)
    before = np.roll(step, 1, axis=0)
    return np.stack([polygon - before, polygon + step], axis=1).reshape(-1, 2).astype(np.float32)


def _without_repeats(points: NDArray[np.int32]) -> Polygon:
    is_new = np.any(points != np.roll(points, 1, axis=0), axis=1)
    return points[is_new].astype(np.float32)
