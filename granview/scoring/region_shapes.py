"""What regions of a label map look like: how thick, how thin, how they stand out, and how many are around them.

Everything depends on the reference and on the picture alone. A region's edge is where another region begins and at the
picture's border, as in Boundary IoU (Cheng et al. 2021).
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.scoring.components import Components
from granview.scoring.label_space import Labels

RING_PX: Final = 3
"""So far from its edge a region's surroundings are looked at; nearer, pictures are blurred by lenses and by JPEG."""

Reals = NDArray[np.float32]
Luminance = NDArray[np.uint8]
_Indices = NDArray[np.int32]
_Places = NDArray[np.intp]


@dataclass(frozen=True)
class RegionShapes:
    """Measures of n regions.

    Attributes:
        radius_px: (n,) float32, radius of the largest disc within the region: the greatest distance of a pixel's centre
            from its edge. A line that is 1 px wide has 0.5.
        thinness: (n,) float32, area / (2 radius)², at least about 0.79, the disc's: how many times longer than wide a
            strip of that area and width is; 1 for a square. It is the elongatedness of Sonka, Hlavac and Boyle, "Image
            Processing, Analysis and Machine Vision", section 8.3.1.
        neighbours: (n,) float32, other regions that it shares a side of a pixel with: its degree in the region
            adjacency graph (Trémeau and Colantoni 2000).
        contrast: (n,) float32, 0 to 1: difference of the region's mean luminance from that of its surroundings, by the
            full range of 255. The surroundings are, for each side of a pixel on its edge, the pixel ``RING_PX`` beyond,
            where that is of another region. NaN without a picture, or without surroundings.
        border_px: (n,) float32, distance of its bounding box from the picture's border; 0 for what is cut off there.
    """

    radius_px: Reals
    thinness: Reals
    neighbours: Reals
    contrast: Reals
    border_px: Reals


def region_shapes(
    labels: Labels, components: Components, order: NDArray[np.intp], luminance: Luminance | None = None
) -> RegionShapes:
    """Measure some components of a label map.

    Args:
        labels: (H, W) uint8 or uint16.
        components: All components of it.
        order: (n,) the components that are measured.
        luminance: (H, W) uint8; None where there is no picture.
    """
    starts = np.flatnonzero(components.starts)
    of_run, n = components.of_run, len(components)
    region = np.repeat(of_run, np.diff(starts, append=labels.size))
    edges = _edges(labels, starts)
    radius_px = _radius(labels, starts, of_run, n)[order]
    area_px = components.area_px[order].astype(np.float32)
    contrast = np.full(len(order), np.nan, np.float32)
    if luminance is not None and n:
        sums = np.add.reduceat(luminance.ravel(), starts, dtype=np.int64)
        own = np.bincount(of_run, weights=sums, minlength=n)[order] / area_px
        around = _around(region, edges, luminance, n)[order]
        contrast = (np.abs(own - around) / np.iinfo(np.uint8).max).astype(np.float32)
    return RegionShapes(
        radius_px,
        (area_px / np.square(2 * radius_px)).astype(np.float32),
        _degrees(region, edges, n)[order].astype(np.float32),
        contrast,
        border_distance(components.x, components.y, components.w, components.h, labels.shape)[order],
    )


def border_distance(x: NDArray[Any], y: NDArray[Any], w: NDArray[Any], h: NDArray[Any], size: tuple[int, ...]) -> Reals:
    """How far boxes are from the border of a picture of ``size`` (height, width): (n,) float32 px, at least 0."""
    nearest = np.minimum(np.minimum(x, y), np.minimum(size[1] - (x + w), size[0] - (y + h)))
    return np.asarray(np.maximum(nearest, 0), np.float32)


def _radius(labels: Labels, starts: NDArray[np.intp], of_run: _Indices, n: int) -> Reals:
    """Of each component the greatest distance from a pixel's centre to its edge."""
    import cv2

    inner = np.zeros(labels.shape, np.uint8)
    if min(labels.shape) > 2:
        middle = labels[1:-1, 1:-1]
        same = labels[:-2, 1:-1] == middle
        same &= labels[2:, 1:-1] == middle
        same &= labels[1:-1, :-2] == middle
        same &= labels[1:-1, 2:] == middle
        inner[1:-1, 1:-1] = same
    distance = np.asarray(cv2.distanceTransform(inner, cv2.DIST_L2, cv2.DIST_MASK_5))
    farthest = np.zeros(n, np.float32)
    if len(starts):
        np.maximum.at(farthest, of_run, np.maximum.reduceat(distance.ravel(), starts))
    return farthest + np.float32(0.5)


@dataclass(frozen=True)
class _Edges:
    """Sides between pixels of different regions, in one direction.

    Attributes:
        before: (k,) int64, the pixel of the flattened map on the one side of each.
        after: (k,) int64, the pixel on the other.
        step: From the one to the other, in the flattened map.
        before_fits: (k,) bool, whether the pixel ``RING_PX`` beyond ``before`` is in the map.
        after_fits: (k,) bool, the same beyond ``after``.
    """

    before: _Places
    after: _Places
    step: int
    before_fits: NDArray[np.bool_]
    after_fits: NDArray[np.bool_]


def _edges(labels: Labels, starts: _Places) -> tuple[_Edges, _Edges]:
    height, width = labels.shape
    column = starts % width if width else starts
    right, column = starts[column > 0], column[column > 0]
    across = _Edges(right - 1, right, 1, column >= RING_PX, column + RING_PX <= width)
    upper = np.flatnonzero(labels[1:] != labels[:-1])
    down = _Edges(upper, upper + width, width, upper >= (RING_PX - 1) * width, upper < (height - RING_PX) * width)
    return across, down


def _degrees(region: _Indices, edges: tuple[_Edges, _Edges], n: int) -> NDArray[np.int64]:
    """With how many others each of n components shares a side of a pixel."""
    ours, theirs = (np.concatenate([region[getattr(each, side)] for each in edges]) for side in ("before", "after"))
    codes = np.minimum(ours, theirs).astype(np.int64) * n + np.maximum(ours, theirs)
    changed = np.diff(codes, prepend=-1) != 0
    first, second = np.divmod(np.unique(codes[changed]), max(n, 1))
    return np.bincount(first, minlength=n) + np.bincount(second, minlength=n)


def _around(region: _Indices, edges: tuple[_Edges, _Edges], luminance: Luminance, n: int) -> NDArray[np.float64]:
    """Mean luminance of the surroundings of each of n components; NaN for none."""
    light = luminance.ravel()
    owners: list[_Indices] = []
    beyond: list[NDArray[np.uint8]] = []
    for each in edges:
        reach = (RING_PX - 1) * each.step
        for own, far, fits in (
            (each.before, each.after + reach, each.after_fits),
            (each.after, each.before - reach, each.before_fits),
        ):
            inside, outside = region[own[fits]], far[fits]
            other = region[outside] != inside
            owners.append(inside[other])
            beyond.append(light[outside[other]])
    owner = np.concatenate(owners)
    with np.errstate(invalid="ignore"):
        return np.bincount(owner, np.concatenate(beyond), n) / np.bincount(owner, minlength=n)
