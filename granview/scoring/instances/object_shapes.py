"""What objects look like: how thick, how long and thin, how they stand out, and how crowded it is around them."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.rle import Rle, decode_part
from granview.scoring.region_shapes import RING_PX, Luminance, Reals, RegionShapes, border_distance

_AT_ONCE: Final = 1_000
"""So many objects are compared with all others at once, so that memory stays small."""


def object_shapes(
    boxes_xyxy: NDArray[np.float32],
    masks: Sequence[Rle] | None,
    size: tuple[int, int],
    luminance: Luminance | None = None,
) -> RegionShapes:
    """Measure n objects, as ``RegionShapes``, but for two things.

    Objects with masks are measured by these, else by their boxes. ``neighbours`` are the other objects whose boxes meet
    the object's box after that has been made twice as wide and high about its middle. The surroundings are all that is
    within ``RING_PX`` of the object, whatever it is.

    Args:
        boxes_xyxy: (n, 4) float32 px.
        masks: A mask of each; None where there are boxes alone.
        size: (height, width) of the picture in px.
        luminance: (H, W) uint8; None where there is no picture.
    """
    boxes = boxes_xyxy.astype(np.float64)
    width, height = (boxes[:, 2:] - boxes[:, :2]).T
    if masks is None:
        rows = [(min(w, h) / 2, w * h) for w, h in zip(width.tolist(), height.tolist(), strict=True)]
        light = (_box_contrast(box, luminance) for box in boxes.tolist())
        measured = [(*row, contrast) for row, contrast in zip(rows, light, strict=True)]
    else:
        measured = [_mask_measures(mask, luminance) for mask in masks]
    radius_px, area_px, contrast = np.array(measured, np.float64).reshape(-1, 3).T
    with np.errstate(divide="ignore", invalid="ignore"):
        thinness = np.where(radius_px > 0, area_px / np.square(2 * radius_px), np.nan)
    return RegionShapes(
        radius_px.astype(np.float32),
        thinness.astype(np.float32),
        neighbours(boxes),
        contrast.astype(np.float32),
        border_distance(boxes[:, 0], boxes[:, 1], width, height, size),
    )


def neighbours(boxes_xyxy: NDArray[np.float64]) -> Reals:
    """How many other boxes each of n boxes meets when it is made twice as wide and high: (n,) float32."""
    half = (boxes_xyxy[:, 2:] - boxes_xyxy[:, :2]) / 2
    low, high = boxes_xyxy[:, :2] - half, boxes_xyxy[:, 2:] + half
    counts = np.empty(len(boxes_xyxy), np.float32)
    for start in range(0, len(boxes_xyxy), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        meets = (low[part, None] < boxes_xyxy[None, :, 2:]) & (high[part, None] > boxes_xyxy[None, :, :2])
        counts[part] = meets.all(axis=2).sum(axis=1)
    return np.maximum(counts - _meets_itself(half), 0)


def _meets_itself(half: NDArray[np.float64]) -> NDArray[np.bool_]:
    """A box without any width or height does not."""
    return np.asarray((half > 0).all(axis=1))


def _mask_measures(mask: Rle, luminance: Luminance | None) -> tuple[float, float, float]:
    """The radius in px, the area in px² and the contrast of one object."""
    import cv2

    left, top, inside = decode_part(mask)
    if not inside.size:
        return 0.0, 0.0, np.nan
    padded = np.pad(inside, 1).view(np.uint8)
    distance = np.asarray(cv2.distanceTransform(padded, cv2.DIST_L2, cv2.DIST_MASK_5))
    area_px = float(np.count_nonzero(inside))
    return float(distance.max()) - 0.5, area_px, _mask_contrast(inside, left, top, luminance)


def _mask_contrast(inside: NDArray[np.bool_], left: int, top: int, luminance: Luminance | None) -> float:
    import cv2

    if luminance is None:
        return np.nan
    grown = np.pad(inside, RING_PX).view(np.uint8)
    square = np.ones((2 * RING_PX + 1, 2 * RING_PX + 1), np.uint8)
    ring = np.asarray(cv2.dilate(grown, square)).view(bool) & ~grown.view(bool)
    height, width = luminance.shape
    y, x = max(top - RING_PX, 0), max(left - RING_PX, 0)
    bottom, right = min(top + inside.shape[0] + RING_PX, height), min(left + inside.shape[1] + RING_PX, width)
    light = luminance[y:bottom, x:right]
    cut = (slice(y - top + RING_PX, bottom - top + RING_PX), slice(x - left + RING_PX, right - left + RING_PX))
    return _difference(light[grown[cut].view(bool)], light[ring[cut]])


def _box_contrast(box_xyxy: Sequence[float], luminance: Luminance | None) -> float:
    if luminance is None:
        return np.nan
    height, width = luminance.shape
    left, top, right, bottom = (round(edge) for edge in box_xyxy)
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
    if right <= left or bottom <= top:
        return np.nan
    y, x = max(top - RING_PX, 0), max(left - RING_PX, 0)
    light = luminance[y : bottom + RING_PX, x : right + RING_PX]
    outside = np.ones(light.shape, bool)
    outside[top - y : bottom - y, left - x : right - x] = False
    return _difference(luminance[top:bottom, left:right], light[outside])


def _difference(inside: NDArray[np.uint8], around: NDArray[np.uint8]) -> float:
    if not inside.size or not around.size:
        return np.nan
    return abs(float(inside.mean()) - float(around.mean())) / np.iinfo(np.uint8).max
