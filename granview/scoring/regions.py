"""Regions: the connected parts of the reference, each with its grain, and how much of it was found."""

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.scoring.label_space import LabelPair

Integers = NDArray[np.int32]


@dataclass(frozen=True)
class Regions:
    """The 8-connected regions of a reference, n of them, by class and then from top to bottom.

    They depend on the reference alone, so that row i is the same region for every lane. Every class counts,
    the background too: a gap between two things is a region that a coarse model closes. Void pixels belong to none.

    Attributes:
        class_id: (n,) int32, index in the reference's label set.
        area_px: (n,) int32, number of pixels, at least 1.
        x: (n,) int32, left edge of the bounding box, in pixels.
        y: (n,) int32, its top edge.
        w: (n,) int32, its width.
        h: (n,) int32, its height.
        recall: (n,) float32, share of the region's pixels that have the right class, 0 to 1.
        iou: (n,) float32, IoU of the region with the union of those 8-connected components of the predicted class that
            overlap it; 0 where none does. One component across several regions is a mistake for each of them.
    """

    class_id: Integers
    area_px: Integers
    x: Integers
    y: Integers
    w: Integers
    h: Integers
    recall: NDArray[np.float32]
    iou: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.class_id)

    @property
    def grain(self) -> NDArray[np.float32]:
        """(n,) float32: the square root of the area, in pixels."""
        return np.sqrt(self.area_px, dtype=np.float32)


def find_regions(pair: LabelPair) -> Regions:
    """Every region of the reference, scored against the prediction."""
    present = np.unique(pair.reference)
    parts = [_regions_of(pair, int(class_id)) for class_id in present if class_id < pair.n_classes]
    if not parts:
        parts = [_none()]
    return Regions(**{f.name: np.concatenate([getattr(part, f.name) for part in parts]) for f in fields(Regions)})


def _none() -> Regions:
    nothing, no_score = np.empty(0, np.int32), np.empty(0, np.float32)
    return Regions(nothing, nothing, nothing, nothing, nothing, nothing, no_score, no_score)


def _regions_of(pair: LabelPair, class_id: int) -> Regions:
    ours, theirs = pair.reference == class_id, pair.prediction == class_id
    rows, columns = _bounds(ours | theirs)
    ours, theirs = ours[rows, columns], theirs[rows, columns]
    region_at, boxes = _components(ours)
    component_at, components = _components(theirs)
    right = ours & theirs
    regions_right, components_right = region_at[right], component_at[right]
    found_px = np.bincount(regions_right, minlength=len(boxes))
    overlapping_px = _overlapping_px(regions_right, components_right, len(boxes), components[:, 4])
    x, y, w, h, area = boxes[1:].T.astype(np.int32)
    found, overlapping = found_px[1:], overlapping_px[1:]
    recall, union = found / area, area + overlapping - found
    return Regions(
        class_id=np.full(len(area), class_id, dtype=np.int32),
        area_px=area,
        x=x + np.int32(columns.start),
        y=y + np.int32(rows.start),
        w=w,
        h=h,
        recall=recall.astype(np.float32),
        iou=(found / union).astype(np.float32),
    )


def _bounds(mask: NDArray[np.bool_]) -> tuple[slice, slice]:
    """Rows and columns of the smallest box round a mask that is not empty."""
    import cv2

    x, y, w, h = cv2.boundingRect(mask.view(np.uint8))
    return slice(y, y + h), slice(x, x + w)


def _components(mask: NDArray[np.bool_]) -> tuple[Integers, Integers]:
    """Component index per pixel, 0 outside, and (x, y, w, h, area) per component, row 0 being the outside."""
    import cv2

    pixels = np.ascontiguousarray(mask).view(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(pixels, connectivity=8)
    return np.asarray(labels), np.asarray(stats)


def _overlapping_px(
    regions: Integers, components: Integers, n_regions: int, component_px: Integers
) -> NDArray[np.int64]:
    """For each region, the summed area of the distinct components that share a pixel with it.

    Args:
        regions: (k,) region of each pixel that is right, in raster order.
        components: (k,) component of the same pixels.
        n_regions: Number of regions.
        component_px: Area of each component.
    """
    pairs = regions.astype(np.int64) * len(component_px) + components
    starts = np.flatnonzero(np.diff(pairs, prepend=-1))
    distinct = np.unique(pairs[starts])
    region, component = np.divmod(distinct, len(component_px))
    return np.bincount(region, weights=component_px[component], minlength=n_regions).astype(np.int64)
