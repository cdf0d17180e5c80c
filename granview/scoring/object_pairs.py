"""Which objects of two lists overlap, and which of them belong together.

Only objects whose boxes touch are looked at, so that thousands in one picture take no table of all with all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.core.rle import Rle

_CHUNK: Final = 64

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class ObjectPairs:
    """Pairs of objects that overlap.

    Attributes:
        ours: (k,) intp, place of each pair's first object in its list.
        theirs: (k,) intp, place of its second.
        iou: (k,) float64, intersection over union, above 0, at most 1; with a crowd over the first one's own area.
    """

    ours: NDArray[np.intp]
    theirs: NDArray[np.intp]
    iou: NDArray[np.float64]

    def chosen(self, which: Flags) -> "ObjectPairs":
        """Those of (k,) flags."""
        return ObjectPairs(self.ours[which], self.theirs[which], self.iou[which])

    def turned(self) -> "ObjectPairs":
        """The same, seen from the other list."""
        return ObjectPairs(self.theirs, self.ours, self.iou)


@dataclass(frozen=True)
class Objects:
    """Objects as they are compared.

    Attributes:
        boxes_xyxy: (n, 4) px.
        masks: n masks; None where there are boxes alone.
        is_crowd: (n,) bool.
    """

    boxes_xyxy: NDArray[Any]
    masks: Sequence[Rle] | None
    is_crowd: Flags


def overlapping(ours: Objects, theirs: Objects) -> ObjectPairs:
    """All pairs that overlap, by their masks where both have any, else by their boxes."""
    found = list(_chunks(ours, theirs))
    if not found:
        nothing = np.empty(0, np.intp)
        return ObjectPairs(nothing, nothing, np.empty(0))
    first, second, iou = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return ObjectPairs(first, second, iou)


def matched_to_reference(
    pairs: ObjectPairs, scores: NDArray[np.float32], is_crowd: Flags, least_iou: float
) -> tuple[NDArray[np.intp], Flags]:
    """Which object of a reference each detection has found, one each, the surest first, as the COCO API matches.

    A detection takes the object that it overlaps most of those that are left; one that can take none and lies in a
    crowd counts as nothing. Less sure detections never take anything from surer ones: the same holds for those above
    any score.

    Args:
        pairs: Detections with the objects that they may stand for.
        scores: (n,) how sure each detection is.
        is_crowd: (m,) which objects are crowds.
        least_iou: From which overlap on an object is found.

    Returns:
        (n,) place of the object, -1 where there is none; and (n,) which detections count as nothing.
    """
    found, ignored = np.full(len(scores), -1, np.intp), np.zeros(len(scores), bool)
    close = pairs.chosen(pairs.iou >= least_iou)
    order = np.lexsort((-close.iou, is_crowd[close.theirs], close.ours, -scores[close.ours]))
    taken = set[int]()
    for ours, theirs in zip(close.ours[order].tolist(), close.theirs[order].tolist(), strict=True):
        if found[ours] >= 0:
            continue
        if is_crowd[theirs]:
            ignored[ours] = True
        elif theirs not in taken:
            taken.add(theirs)
            found[ours] = theirs
    return found, ignored


def matched_mutually(pairs: ObjectPairs, n: int, least_iou: float) -> NDArray[np.intp]:
    """Which object of the other list belongs to each of ``n``, one each, those that overlap most first; -1: none."""
    found = np.full(n, -1, np.intp)
    close = pairs.chosen(pairs.iou >= least_iou)
    taken = set[int]()
    for place in np.argsort(-close.iou, kind="stable").tolist():
        ours, theirs = int(close.ours[place]), int(close.theirs[place])
        if found[ours] < 0 and theirs not in taken:
            taken.add(theirs)
            found[ours] = theirs
    return found


def _chunks(ours: Objects, theirs: Objects) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]]:
    """Pairs of some neighbours at a time with what lies near them."""
    boxes, others = (np.asarray(objects.boxes_xyxy, np.float64) for objects in (ours, theirs))
    if not len(boxes) or not len(others):
        return
    cell = max(float(np.ptp(boxes[:, :2])) / max((len(boxes) / _CHUNK) ** 0.5, 1.0), 1.0)
    order = np.lexsort((boxes[:, 1], boxes[:, 0] // cell))
    for start in range(0, len(order), _CHUNK):
        mine = order[start : start + _CHUNK]
        low, high = boxes[mine, :2].min(axis=0), boxes[mine, 2:].max(axis=0)
        near = np.flatnonzero(np.all((others[:, :2] < high) & (others[:, 2:] > low), axis=1))
        iou = _iou(ours, theirs, mine, near, boxes, others)
        rows, columns = np.nonzero(iou)
        yield mine[rows], near[columns], iou[rows, columns]


def _iou(
    ours: Objects,
    theirs: Objects,
    mine: NDArray[np.intp],
    near: NDArray[np.intp],
    boxes: NDArray[np.float64],
    others: NDArray[np.float64],
) -> NDArray[np.float64]:
    if ours.masks is not None and theirs.masks is not None:
        first, second = [ours.masks[place] for place in mine], [theirs.masks[place] for place in near]
        return rle.iou(first, second, theirs.is_crowd[near])
    return box_iou(boxes[mine], others[near], theirs.is_crowd[near])


def box_iou(boxes: NDArray[Any], others: NDArray[Any], is_crowd: Flags) -> NDArray[np.float64]:
    """Intersection over union of boxes: (n, m) float64, 0 to 1; with a crowd over the first box's own area.

    Args:
        boxes: (n, 4) left, top, right, bottom.
        others: (m, 4) the same.
        is_crowd: (m,) which of the others are crowds.
    """
    low = np.maximum(boxes[:, None, :2], others[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], others[None, :, 2:])
    shared = np.prod(np.clip(high - low, 0, None), axis=2)
    own, other = (np.prod(each[:, 2:] - each[:, :2], axis=1) for each in (boxes, others))
    union = np.where(is_crowd[None], own[:, None], own[:, None] + other[None] - shared)
    found: NDArray[np.float64] = np.divide(shared, union, out=np.zeros_like(shared), where=union > 0)
    return found
