"""Panoptic quality (Kirillov et al., "Panoptic Segmentation", CVPR 2019), from how far segments overlap.

A predicted segment and one of the reference of the same class match at an IoU above 0.5; as segments do not overlap
each other, none matches two. Pixels of the reference that belong to no segment are void: they are left out of the
prediction's area. A segment that is unmatched and lies by more than half in void or in crowds of its class is passed
over. Crowds are no segments to be found. These are the rules of panopticapi, which knows one crowd of a class alone.
"""

from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.scoring import ratios
from granview.scoring.instances.counting import NONE, CountedObjects
from granview.scoring.instances.instance_pair import InstancePair, Reals, Whole
from granview.scoring.instances.overlaps import Overlaps

MATCH_IOU: Final = 0.5
"""Above this IoU, segments match."""

EXCUSED: Final = 0.5
"""By more than this share in void and crowds, an unmatched segment is passed over."""


def match_segments(pair: InstancePair) -> CountedObjects:
    """Match a picture's segments; the IoU of the pair that comes back leaves void out, and is 0 with crowds."""
    void = np.maximum(pair.predicted_area - pair.overlaps.intersection.sum(axis=1), 0.0)
    known = _without_void(pair, void)
    partner = _over_half(np.where(known.same_class, known.iou, 0.0))
    crowd = np.where(pair.same_class & pair.is_crowd, pair.overlaps.intersection, 0.0).sum(axis=1)
    excused = (partner == NONE) & (void + crowd > EXCUSED * pair.predicted_area)
    left = ~np.isin(np.arange(len(pair.reference_class)), partner)
    others = ~known.same_class & ((partner == NONE) & ~excused)[:, None] & left[None, :]
    return CountedObjects(known, partner, _over_half(np.where(others, known.iou, 0.0)), excused)


def panoptic_counts(segments: CountedObjects, n_classes: int) -> Reals:
    """What quality is made of: (n_classes, 4) float64, summed IoU of matches, matches, invented, missed segments."""
    pair, own = segments.pair, np.flatnonzero(segments.partner != NONE)
    right, there, predicted = segments.by_class(n_classes).T
    iou = np.bincount(pair.predicted_class[own], pair.iou[own, segments.partner[own]], n_classes)
    return np.stack([iou, right, predicted - right, there - right], axis=1).astype(np.float64)


def quality(counts: NDArray[Any]) -> tuple[Reals, Reals, Reals]:
    """Panoptic, segmentation and recognition quality of each class, (n,) float64, NaN where nobody has the class.

    PQ = SQ * RQ; SQ, the mean IoU of matches, counts as 0 for a class without any, as panopticapi has it.
    """
    iou, matched, invented, missed = np.asarray(counts, np.float64).T
    whole = matched + 0.5 * invented + 0.5 * missed
    mean_iou = np.where(whole > 0, np.nan_to_num(ratios.ratio(iou, matched)), np.nan)
    return ratios.ratio(iou, whole), mean_iou, ratios.ratio(matched, whole)


def _without_void(pair: InstancePair, void: Reals) -> InstancePair:
    inside = pair.overlaps.intersection
    union = (pair.predicted_area - void)[:, None] + pair.reference_area[None, :] - inside
    iou = np.zeros(inside.shape)
    np.divide(inside, union, out=iou, where=(union > 0) & ~pair.is_crowd[None, :])
    return replace(pair, overlaps=Overlaps(iou, inside))


def _over_half(iou: Reals) -> Whole:
    """(n,) int64: the segment that each overlaps by more than ``MATCH_IOU``; ``NONE`` for none."""
    if not iou.shape[1]:
        return np.full(len(iou), NONE, np.int64)
    return np.where(iou.max(axis=1) > MATCH_IOU, iou.argmax(axis=1), NONE)
