"""What holds average precision down: TIDE's split of errors (Bolya et al., "TIDE", ECCV 2020), at IoU 0.5 and 0.1.

Every detection that is not right has one kind of error, and each kind is then mended in all detections, alone: what AP
gains is its cost. A detection of a wrong class or place becomes right where its object is still free and no surer
detection with such an error claims it, and vanishes otherwise; duplicates, backgrounds and detections wrong in both
vanish; missed objects are no longer asked for. Gains below 0, which come from reading precision at 101 recalls, are 0.

Conventions are those of tidecv: the 100 surest detections of a picture count, of all classes together; a detection
that lies by more than half in a crowd of its class is ignored, but may still become right; AP is averaged over the
classes of references and detections, so that a class that is detected and nowhere there counts as 0. One thing differs:
the 101 recalls are pycocotools', a few of which differ from tidecv's in the last bit; that moves a cost by less than
0.001 where a recall is met exactly.
"""

import enum
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.scoring import ratios
from granview.scoring.instances.average_precision import precision_and_recall, ranked
from granview.scoring.instances.instance_pair import Flags, InstancePair, Reals, Whole

FOREGROUND_IOU: Final = 0.5
"""From this IoU on a detection is of the object."""

BACKGROUND_IOU: Final = 0.1
"""Up to this IoU a detection is of nothing."""

MAX_DETECTIONS: Final = 100
"""So many detections of a picture count, the surest ones."""

NOT_MENDED: Final = np.iinfo(np.uint16).max
"""The class of a detection that vanishes when its error is mended."""


class ErrorKind(enum.IntEnum):
    """What is wrong with a detection; ``OUTSIDE`` are those beyond the surest 100 of a picture."""

    RIGHT = 0
    CLASS = 1
    """On an object, of another class."""
    LOCALISATION = 2
    """Of the right class, but only partly on the object."""
    BOTH = 3
    """Of another class, and only partly on the object."""
    DUPLICATE = 4
    """On an object that a surer detection has found."""
    BACKGROUND = 5
    """On nothing."""
    OUTSIDE = 6


_IGNORED: Final = 8
"""Added to the kind of a detection that lies in a crowd."""

MENDED_KINDS: Final = tuple(ErrorKind)[1:6]
ERROR_NAMES: Final = (*(kind.name.lower() for kind in MENDED_KINDS), "missed")


@dataclass(frozen=True)
class DetectionErrors:
    """The errors of n predictions of a picture, in the order of their pair.

    Attributes:
        kind: (n,) uint8: an ``ErrorKind``, plus 8 where the detection is ignored.
        mended_class: (n,) uint16: the class in which it is right once its error is mended; ``NOT_MENDED`` for none.
        missed: (m,) bool: objects that nothing found, and that no mended detection would find.
    """

    kind: NDArray[np.uint8]
    mended_class: NDArray[np.uint16]
    missed: Flags


def split_errors(pair: InstancePair) -> DetectionErrors:
    """The kind of error of each prediction, and the objects that were missed."""
    n = len(pair.score)
    kind = np.full(n, ErrorKind.OUTSIDE, np.uint8)
    mended = np.full(n, NOT_MENDED, np.uint16)
    judged = pair.surest(MAX_DETECTIONS)
    objects = np.flatnonzero(~pair.is_crowd)
    iou, same = judged.iou[:, objects], judged.same_class[:, objects]
    own_iou, other_iou = np.where(same, iou, 0.0), np.where(same, 0.0, iou)
    right, found = _matched(own_iou)
    kinds = _kinds(own_iou, other_iou, right)
    claims = np.where(kinds == ErrorKind.CLASS, _best(other_iou)[0], _best(own_iou)[0])
    claiming = np.isin(kinds, (ErrorKind.CLASS, ErrorKind.LOCALISATION)).nonzero()[0]
    claiming = claiming[~found[claims[claiming]]] if len(objects) else claiming[:0]
    claimed, first = np.unique(claims[claiming], return_index=True)
    mended[claiming[first]] = pair.reference_class[objects[claimed]]
    missed = np.zeros(len(pair.reference_class), bool)
    missed[objects] = ~found
    missed[objects[claimed]] = False
    kind[: len(kinds)] = kinds + _IGNORED * (_in_crowd(judged) & ~right)
    return DetectionErrors(kind, mended, missed)


def error_costs(
    class_id: NDArray[Any],
    score: NDArray[np.float32],
    kind: NDArray[np.uint8],
    mended_class: NDArray[np.uint16],
    n_objects: NDArray[Any],
    n_missed: NDArray[Any],
) -> dict[str, float | None]:
    """What AP at IoU 0.5 gains by mending each kind of error, 0 to 1, by ``ERROR_NAMES``; None without any class.

    Args:
        class_id: (n,) classes of the detections of all pictures.
        score: (n,) their scores.
        kind: (n,) as in ``DetectionErrors``.
        mended_class: (n,) the same.
        n_objects: (K,) objects of each class.
        n_missed: (K,) those of them that were missed.
    """
    known = np.flatnonzero(kind != ErrorKind.OUTSIDE)
    order = known[ranked(class_id[known], score[known])]
    kinds, mended, objects = kind[order], mended_class[order].astype(np.intp), np.asarray(n_objects, np.float64)
    is_shown, right, names = kinds < _IGNORED, kinds == ErrorKind.RIGHT, kinds & ~np.uint8(_IGNORED)
    becomes_right = {each: (names == each) & (mended != NOT_MENDED) for each in MENDED_KINDS}
    in_place = [each for each in MENDED_KINDS if each != ErrorKind.CLASS]
    now, *then, missed = _mean_precisions(
        class_id[order].astype(np.intp),
        np.stack([right, *(right | becomes_right[each] for each in in_place), right]),
        np.stack([is_shown, *((is_shown & (kinds != each)) | becomes_right[each] for each in in_place), is_shown]),
        np.column_stack([*[objects] * (len(in_place) + 1), objects - n_missed]),
    )
    if np.isnan(now):
        return dict.fromkeys(ERROR_NAMES)
    moved = becomes_right[ErrorKind.CLASS]
    classes = np.where(moved, mended, class_id[order])
    again = ranked(classes.astype(np.uint16), score[order])
    counted = ((is_shown & (kinds != ErrorKind.CLASS)) | moved)[again]
    (of_class,) = _mean_precisions(classes[again], (right | moved)[again][None], counted[None], objects[:, None])
    gains = np.maximum(np.nan_to_num([of_class, *then, missed]) - now, 0.0)
    return dict(zip(ERROR_NAMES, gains.tolist(), strict=True))


def _mean_precisions(class_id: NDArray[np.intp], right: Flags, counted: Flags, n_objects: Reals) -> list[float]:
    """AP in each case over all classes that are there or are detected, NaN where there is none; see ``error_costs``."""
    precision = np.nan_to_num(precision_and_recall(class_id, right, counted, n_objects)[0])
    case, place = np.nonzero(counted)
    n_cases, n_classes = len(counted), len(n_objects)
    detected = np.bincount(case * n_classes + class_id[place], minlength=n_cases * n_classes)
    known = (n_objects > 0) | (detected.reshape(n_cases, n_classes).T > 0)
    means: list[float] = ratios.ratio((precision * known).sum(axis=0), known.sum(axis=0)).tolist()
    return means


def _matched(own_iou: Reals) -> tuple[Flags, Flags]:
    """Which predictions are right, and which objects are found: the surest first takes what it overlaps most."""
    n, m = own_iou.shape
    right, found = np.zeros(n, bool), np.zeros(m, bool)
    for place in np.flatnonzero((own_iou >= FOREGROUND_IOU).any(axis=1)).tolist():
        free = np.where(found, 0.0, own_iou[place])
        best = int(free.argmax())
        if free[best] >= FOREGROUND_IOU:
            right[place] = found[best] = True
    return right, found


def _kinds(own_iou: Reals, other_iou: Reals, right: Flags) -> NDArray[np.uint8]:
    own, other = _best(own_iou)[1], _best(other_iou)[1]
    tests = (
        right,
        (own >= BACKGROUND_IOU) & (own <= FOREGROUND_IOU),
        other >= FOREGROUND_IOU,
        own >= FOREGROUND_IOU,
        np.maximum(own, other) <= BACKGROUND_IOU,
    )
    kinds = (ErrorKind.RIGHT, ErrorKind.LOCALISATION, ErrorKind.CLASS, ErrorKind.DUPLICATE, ErrorKind.BACKGROUND)
    return np.select(tests, [np.uint8(kind) for kind in kinds], np.uint8(ErrorKind.BOTH)).astype(np.uint8)


def _best(iou: Reals) -> tuple[Whole, Reals]:
    """Of each prediction the object that it overlaps most, and how far; 0 where there are no objects."""
    if not iou.shape[1]:
        return np.zeros(len(iou), np.int64), np.zeros(len(iou))
    return iou.argmax(axis=1), iou.max(axis=1)


def _in_crowd(pair: InstancePair) -> Flags:
    inside = (pair.iou > FOREGROUND_IOU) & pair.same_class & pair.is_crowd
    return np.asarray(inside.any(axis=1))
