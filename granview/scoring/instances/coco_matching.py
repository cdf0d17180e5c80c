"""Which detections are right and which are wrong, by the rules of COCO, at ten IoU thresholds and four ranges of area.

The surest detection of a class takes the free object of its class that it overlaps most, and so on downwards. Objects
outside the range of area and crowds are ignored: a detection takes one only where it finds no other, and is then
neither right nor wrong; a crowd can be taken again and again. A detection that takes none and whose own area lies
outside the range is ignored as well. (Lin et al., "Microsoft COCO", 2014; the details are those of pycocotools.)

All 40 cases are decided at once: a bit for each threshold in each range, so that one walk over the few pairs that
overlap enough replaces 40 walks.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.scoring.instances.instance_pair import InstancePair, Whole

IOU_THRESHOLDS: Final = np.linspace(0.5, 0.95, 10)
"""At least so much must a detection overlap an object to be right."""

AREA_NAMES: Final = ("all", "small", "medium", "large")
AREA_RANGES_PX: Final = np.array([(0.0, 1e10), (0.0, 32.0**2), (32.0**2, 96.0**2), (96.0**2, 1e10)])
"""Areas from and to, both included, px; an object of 32 by 32 px is both small and medium, as in pycocotools."""

MAX_DETECTIONS: Final = 100
"""So many detections of each class and picture count where nobody has said how many, the surest ones."""

_N_THRESHOLDS: Final = len(IOU_THRESHOLDS)
_ONE_RANGE: Final = (1 << _N_THRESHOLDS) - 1
_SHIFTS: Final = np.arange(len(AREA_NAMES), dtype=np.int64) * _N_THRESHOLDS
_BY_LEVEL: Final = np.array(
    [sum(((1 << level) - 1) << int(shift) for shift in _SHIFTS) for level in range(_N_THRESHOLDS + 1)], np.int64
)
"""The bits of a pair that reaches so many thresholds, in every range."""
_BY_RANGE: Final = _ONE_RANGE << _SHIFTS
"""All bits of each range."""
_ALL: Final = int(_BY_LEVEL[-1])

Bits = NDArray[np.uint16]


@dataclass(frozen=True)
class RankedDetections:
    """The surest detections of each class of a picture, class by class, the surest of each first; n rows.

    Attributes:
        class_id: (n,) uint16.
        score: (n,) float32.
        rank: (n,) uint16, 0 for the surest of its class.
        right: (n, 4) uint16, for each range of area a bit per IoU threshold, the lowest first.
        wrong: (n, 4) uint16, the same. A detection that is neither is ignored.
        place: (n,) int64, which prediction of the pair it is.
    """

    class_id: NDArray[np.uint16]
    score: NDArray[np.float32]
    rank: NDArray[np.uint16]
    right: Bits
    wrong: Bits
    place: Whole


def match_detections(pair: InstancePair, most: int = MAX_DETECTIONS) -> RankedDetections:
    """Decide the detections of a picture.

    Args:
        pair: The detections, and the objects that are there.
        most: So many of each class are kept, the surest ones.
    """
    order = np.argsort(pair.predicted_class, kind="stable")
    classes = pair.predicted_class[order]
    rank = np.arange(len(order)) - np.searchsorted(classes, classes)
    kept = order[rank < most]
    right, wrong = _decided(pair)
    return RankedDetections(
        pair.predicted_class[kept].astype(np.uint16),
        pair.score[kept],
        rank[rank < most].astype(np.uint16),
        _by_range(right[kept]),
        _by_range(wrong[kept]),
        kept,
    )


def counted_objects(pair: InstancePair, n_classes: int) -> NDArray[np.int64]:
    """Objects that are there to be found: (n_classes, 4) int64, by class and range of area; crowds are none."""
    inside = ~_outside(pair.reference_area) & ~pair.is_crowd[:, None]
    counts = [np.bincount(pair.reference_class[inside[:, k]], minlength=n_classes) for k in range(len(AREA_NAMES))]
    return np.stack(counts, axis=1)


def _decided(pair: InstancePair) -> tuple[Whole, Whole]:
    """Of each prediction in the order of the pair: the bits in which it is right, and those in which it is wrong."""
    ignored = np.where(_outside(pair.reference_area) | pair.is_crowd[:, None], _BY_RANGE, 0).sum(axis=1)
    right = np.zeros(len(pair.score), np.int64)
    wrong = _ALL & ~np.where(_outside(pair.predicted_area), _BY_RANGE, 0).sum(axis=1)
    places, objects, bits = _candidates(pair)
    if len(places):
        bounds = [*np.flatnonzero(np.diff(places, prepend=-1)).tolist(), len(places)]
        taken = _walk(bounds, objects.tolist(), bits.tolist(), ignored.tolist(), pair.is_crowd.tolist())
        own = places[bounds[:-1]]
        right[own] = [first for first, _ in taken]
        wrong[own] &= ~np.array([both for _, both in taken], np.int64)
    return right, wrong


def _candidates(pair: InstancePair) -> tuple[Whole, Whole, Whole]:
    """Pairs that could match: their prediction, their object, and the bits of the thresholds that they reach.

    The surest prediction comes first, and of its objects the one that it overlaps most; of equal ones the last, as in
    pycocotools.
    """
    places, objects = np.nonzero((pair.iou >= IOU_THRESHOLDS[0]) & pair.same_class)
    iou = pair.iou[places, objects]
    order = np.lexsort((-objects, -iou, places))
    level = np.searchsorted(IOU_THRESHOLDS, iou[order], "right")
    return places[order], objects[order], _BY_LEVEL[level]


def _walk(
    bounds: list[int], objects: list[int], bits: list[int], ignored: list[int], is_crowd: list[bool]
) -> list[tuple[int, int]]:
    """For each prediction with candidates the bits in which it takes an object that counts, and those in which any."""
    taken = [0] * len(ignored)
    found = []
    for start, stop in pairwise(bounds):
        done = 0
        for k in range(start, stop):
            place = objects[k]
            free = bits[k] & ~(taken[place] | done | ignored[place])
            done |= free
            taken[place] |= free
        right = done
        for k in range(start, stop):
            place = objects[k]
            if ignored[place]:
                free = bits[k] & ignored[place] & ~(done if is_crowd[place] else taken[place] | done)
                done |= free
                taken[place] |= free
        found.append((right, done))
    return found


def _outside(areas: NDArray[np.float64]) -> NDArray[np.bool_]:
    """(n, 4) bool: whether an area lies outside each range."""
    return (areas[:, None] < AREA_RANGES_PX[:, 0]) | (areas[:, None] > AREA_RANGES_PX[:, 1])


def _by_range(bits: Whole) -> Bits:
    """40 bits as (n, 4) uint16, ten a range."""
    return ((bits[:, None] >> _SHIFTS) & _ONE_RANGE).astype(np.uint16)
