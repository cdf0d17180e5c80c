"""Objects counted at one confidence and one IoU: right, missed, invented, taken for another class, split and merged."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.scoring.instances.coco_matching import IOU_THRESHOLDS
from granview.scoring.instances.instance_pair import Flags, InstancePair, Reals, Whole
from granview.scoring.instances.optimal_matching import most_pairs

NONE: Final = -1

LARGER_PART: Final = 0.5
"""More than this share of an object must lie within another to be a piece of it (Hoover et al. 1996)."""


@dataclass(frozen=True)
class CountedObjects:
    """What became of n predicted objects and m of the reference; crowds are nobody's object.

    Attributes:
        pair: The objects.
        partner: (n,) int64: the object of its class that a prediction found; ``NONE`` for none.
        stand_in: (n,) int64: for the others the object of another class that it lies on, if no other prediction stands
            for that; ``NONE`` for none.
        is_excused: (n,) bool: predictions within a crowd of their class, which count as nothing.
    """

    pair: InstancePair
    partner: Whole
    stand_in: Whole
    is_excused: Flags

    @property
    def is_counted(self) -> Flags:
        """(n,) bool: the predictions that count."""
        return ~self.is_excused

    @property
    def is_there(self) -> Flags:
        """(m,) bool: the objects that count."""
        return ~self.pair.is_crowd

    @property
    def matched_iou(self) -> Reals:
        """(m,) float64: how far each object overlaps what found it; 0 where nothing has."""
        iou = np.zeros(len(self.pair.reference_class))
        own = np.flatnonzero(self.partner != NONE)
        iou[self.partner[own]] = self.pair.iou[own, self.partner[own]]
        return iou

    def by_class(self, n_classes: int) -> Whole:
        """(n_classes, 3) int64: objects found, in the reference, and predicted."""
        pair = self.pair
        classes = (
            pair.predicted_class[self.partner != NONE],
            pair.reference_class[self.is_there],
            pair.predicted_class[self.is_counted],
        )
        return np.stack([np.bincount(each, minlength=n_classes) for each in classes], axis=1)

    def class_pairs(self, none: int) -> NDArray[np.uint16]:
        """(k, 2) uint16: the class of each object, and that of the prediction that stands for it.

        Missed objects have ``none`` as the second, invented predictions as the first.
        """
        pair = self.pair
        both = np.where(self.partner != NONE, self.partner, self.stand_in)
        standing, invented = both != NONE, (both == NONE) & self.is_counted
        missed = self.is_there.copy()
        missed[both[standing]] = False
        first = (
            pair.reference_class[both[standing]],
            pair.reference_class[missed],
            np.full(np.count_nonzero(invented), none),
        )
        second = (
            pair.predicted_class[standing],
            np.full(np.count_nonzero(missed), none),
            pair.predicted_class[invented],
        )
        return np.stack([np.concatenate(first), np.concatenate(second)], axis=1).astype(np.uint16)


def count_objects(pair: InstancePair, iou_threshold: float) -> CountedObjects:
    """Match a picture's objects one to one, as COCO does, at a single IoU, all predictions of the pair counted.

    The surest prediction takes the object of its class that it overlaps most, if by ``iou_threshold`` at least. What is
    left over stands, in the same order, for objects of other classes that it overlaps so far; that is a confusion.
    """
    enough = pair.iou >= min(iou_threshold, 1.0 - 1e-10)
    objects = ~pair.is_crowd
    same = pair.same_class
    free = objects.copy()
    partner = _take(np.where(enough & same, pair.iou, 0.0), free)
    excused = (partner == NONE) & (enough & same & pair.is_crowd).any(axis=1)
    others = enough & ~same & ((partner == NONE) & ~excused)[:, None]
    return CountedObjects(pair, partner, _take(np.where(others, pair.iou, 0.0), free), excused)


def accuracy_counts(counted: CountedObjects) -> Whole:
    """(10, 3) int64: objects matched, in the reference and predicted, at each of COCO's ten IoU thresholds.

    As many are matched as can be, within each class (see ``granview.scoring.instances.optimal_matching``).
    """
    pair, ours, theirs = counted.pair, counted.is_counted, counted.is_there
    iou = np.where(pair.same_class, pair.iou, 0.0)[ours][:, theirs]
    matched = [most_pairs(iou >= threshold) for threshold in IOU_THRESHOLDS]
    sizes = np.broadcast_to([np.count_nonzero(theirs), np.count_nonzero(ours)], (len(matched), 2))
    return np.column_stack([matched, sizes]).astype(np.int64)


def split_and_merged(counted: CountedObjects) -> tuple[Flags, Flags]:
    """Which objects are split, (m,) bool, and which predictions merge several, (n,) bool.

    As Hoover et al., "An Experimental Comparison of Range Image Segmentation Algorithms" (PAMI 1996), call over- and
    under-segmentation, at a tolerance of 0.5, within each class. An object that nothing has found is split where two
    predictions or more, none of which has found another, lie in it by more than half of their own area, and together
    cover more than half of it. A prediction that has found nothing merges where two objects or more that nothing has
    found lie in it by more than half of theirs, and together cover more than half of it.
    """
    pair = counted.pair
    lost = counted.is_there & (counted.matched_iou == 0)
    loose = counted.is_counted & (counted.partner == NONE)
    inside = np.where(pair.same_class & loose[:, None] & lost[None, :], pair.overlaps.intersection, 0.0)
    split = _is_in_pieces(inside, pair.predicted_area, pair.reference_area)
    merged = _is_in_pieces(inside.T, pair.reference_area, pair.predicted_area)
    return split, merged


def _is_in_pieces(inside: Reals, piece_area: Reals, whole_area: Reals) -> Flags:
    """Whether each whole (columns) consists of two pieces (rows) or more."""
    is_piece = (inside > LARGER_PART * piece_area[:, None]) & (inside > 0)
    covered = np.where(is_piece, inside, 0.0).sum(axis=0)
    flags: Flags = (is_piece.sum(axis=0) >= 2) & (covered > LARGER_PART * whole_area)
    return flags


def _take(iou: Reals, free: Flags) -> Whole:
    """Let each prediction in turn take the free object that it overlaps most; of equal ones the last. Changes free."""
    partner = np.full(len(iou), NONE, np.int64)
    for place in np.flatnonzero(iou.any(axis=1)).tolist():
        left = np.where(free, iou[place], 0.0)
        best = len(left) - 1 - int(left[::-1].argmax())
        if left[best] > 0:
            partner[place], free[best] = best, False
    return partner
