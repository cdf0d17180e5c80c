"""Regions: the connected parts of the reference, each with its grain, and how much of it was found."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.scoring.components import Components, find_components
from granview.scoring.label_space import LabelPair

Integers = NDArray[np.int32]
Pixels = NDArray[np.int64]


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
        taken_for: (n,) int32, the class that most of the region's pixels were taken for; -1 for one that is no class.
        components: All components of the reference, void ones too.
        order: (n,) int64, which of these each region is.
    """

    class_id: Integers
    area_px: Integers
    x: Integers
    y: Integers
    w: Integers
    h: Integers
    recall: NDArray[np.float32]
    iou: NDArray[np.float32]
    taken_for: Integers
    components: Components
    order: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.class_id)

    @property
    def grain(self) -> NDArray[np.float32]:
        """(n,) float32: the square root of the area, in pixels."""
        return np.sqrt(self.area_px, dtype=np.float32)


def find_regions(pair: LabelPair) -> Regions:
    """Every region of the reference, scored against the prediction."""
    ours, theirs = find_components(pair.reference), find_components(pair.prediction)
    runs = _CommonRuns.of(ours, theirs, pair.reference.size)
    found_px, overlapping_px = _overlaps(runs, ours, theirs)
    order = np.argsort(ours.label, kind="stable")
    order = order[ours.label[order] < pair.n_classes]
    area_px, found = ours.area_px[order], found_px[order]
    union = area_px + overlapping_px[order] - found
    return Regions(
        class_id=ours.label[order].astype(np.int32),
        area_px=area_px,
        x=ours.x[order],
        y=ours.y[order],
        w=ours.w[order],
        h=ours.h[order],
        recall=(found / area_px).astype(np.float32),
        iou=(found / union).astype(np.float32),
        taken_for=_taken_for(runs, ours, theirs, pair.n_classes)[order],
        components=ours,
        order=order,
    )


@dataclass(frozen=True)
class _CommonRuns:
    """The runs in which neither map changes: their lengths in px, and the components of both maps that they are of."""

    length: Pixels
    region: Integers
    component: Integers

    @classmethod
    def of(cls, ours: Components, theirs: Components, size: int) -> "_CommonRuns":
        first = np.flatnonzero(ours.starts | theirs.starts)
        region = ours.of_run[np.cumsum(ours.starts[first]) - 1]
        component = theirs.of_run[np.cumsum(theirs.starts[first]) - 1]
        return cls(np.diff(first, append=size), region, component)


def _overlaps(runs: _CommonRuns, ours: Components, theirs: Components) -> tuple[Pixels, Pixels]:
    """For each component of the reference: its px of the right class, and the area of the components they lie in."""
    right = ours.label[runs.region] == theirs.label[runs.component]
    region, component = runs.region[right], runs.component[right]
    found = np.bincount(region, weights=runs.length[right], minlength=len(ours))
    pairs = np.unique(region.astype(np.int64) * len(theirs) + component)
    region, component = np.divmod(pairs, len(theirs))
    overlapping = np.bincount(region, weights=theirs.area_px[component], minlength=len(ours))
    return found.astype(np.int64), overlapping.astype(np.int64)


def _taken_for(runs: _CommonRuns, ours: Components, theirs: Components, n_classes: int) -> Integers:
    """For each component of the reference, the class that most of its pixels were taken for; of equals the first."""
    values = int(theirs.label.max(initial=0)) + 1
    pairs, place = np.unique(runs.region.astype(np.int64) * values + theirs.label[runs.component], return_inverse=True)
    region, label = np.divmod(pairs, values)
    area_px = np.bincount(place, weights=runs.length)
    last = np.lexsort((-label, area_px, region))
    most = np.full(len(ours), -1, np.int32)
    most[region[last]] = np.where(label[last] < n_classes, label[last], -1)
    return most
