"""Which objects of two cells overlap, and whether they are of the same class."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.core.class_matching import match_classes
from granview.core.predictions.instances import Instances
from granview.gui.presenters.picture_presenter import DifferenceSide
from granview.scoring.object_pairs import ObjectPairs, Objects, matched_mutually, matched_to_reference, overlapping

Side = DifferenceSide[Instances]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class ClassedPairs:
    """Pairs of objects of two cells.

    Attributes:
        pairs: Those that overlap.
        same: (k,) whether both are of the same class.
    """

    pairs: ObjectPairs
    same: Flags

    def turned(self) -> "ClassedPairs":
        """The same, seen from the other cell."""
        return ClassedPairs(self.pairs.turned(), self.same)


@dataclass(frozen=True)
class LaneMatches:
    """What of a reference a lane has found, at any score: less sure objects take nothing from surer ones.

    Attributes:
        objects: (n,) which object of the reference each of the lane's stands for; -1: none.
        ignored: (n,) which of the lane's count as nothing, as they lie in a crowd.
    """

    objects: NDArray[np.intp]
    ignored: Flags

    def missed(self, shown: Flags, reference: Instances) -> Flags:
        """(m,) which objects of the reference none of the lane's that are shown stands for; crowds are never missed."""
        missed = ~reference.is_crowd
        missed[self.objects[shown & (self.objects >= 0)]] = False
        return missed


def pairs_of(left: Side, right: Side) -> ClassedPairs:
    """All pairs of objects of two cells that overlap; takes its time, and runs off the window's thread."""
    pairs = overlapping(_objects(left), _objects(right))
    same = _classes_in(left, right)[pairs.ours] == right.prediction.class_ids[pairs.theirs]
    return ClassedPairs(pairs, same)


def lane_matches(pairs: ClassedPairs, lane: Instances, reference: Instances, least_iou: float) -> LaneMatches:
    """What a lane has found, of the same class and from an overlap on."""
    alike = pairs.pairs.chosen(pairs.same)
    return LaneMatches(*matched_to_reference(alike, lane.scores, reference.is_crowd, least_iou))


def shared_by(pairs: ClassedPairs, left: Flags, right: Flags, least_iou: float) -> tuple[Flags, Flags]:
    """Which of the objects that are shown of two cells both have, of the same class: (n,) and (m,)."""
    is_shown = pairs.same & left[pairs.pairs.ours] & right[pairs.pairs.theirs]
    matched = matched_mutually(pairs.pairs.chosen(is_shown), len(left), least_iou)
    ours, theirs = matched >= 0, np.zeros(len(right), bool)
    theirs[matched[ours]] = True
    return ours, theirs


def _objects(side: Side) -> Objects:
    said = side.prediction
    return Objects(said.boxes_xyxy, said.masks, said.is_crowd)


def _classes_in(side: Side, other: Side) -> NDArray[np.int64]:
    """(n,) the classes of one cell's objects in the other's label set; -1 where that has no such class."""
    if side.is_reference and other.is_reference:
        return side.prediction.class_ids.astype(np.int64)
    by_score = side.class_map if other.is_reference else None
    class_map = by_score if by_score is not None else match_classes(side.labels, other.labels).class_map
    targets = [-1 if target is None else target for target in class_map.targets]
    table = np.full(np.iinfo(np.uint16).max + 1, -1, np.int64)
    table[: len(targets)] = targets
    return table[side.prediction.class_ids]
