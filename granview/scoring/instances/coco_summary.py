"""The numbers of COCO from the ranked detections of many pictures."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.scoring import ratios
from granview.scoring.instances.average_precision import Reals, precision_and_recall, ranked
from granview.scoring.instances.coco_matching import AREA_NAMES, IOU_THRESHOLDS, Bits

_N_THRESHOLDS: Final = len(IOU_THRESHOLDS)
_N_AREAS: Final = len(AREA_NAMES)
_BITS: Final = 1 << np.arange(_N_THRESHOLDS, dtype=np.uint16)
_FEW: Final = (1, 10)
"""Recall is also told of so few detections of each class and picture."""

_AT_50: Final = 0
_AT_75: Final = 5


@dataclass(frozen=True)
class CocoSummary:
    """Average precision and recall of each class; NaN where no object counts.

    Attributes:
        precision: (K, 4, 10) float64: average precision by class, range of area and IoU threshold.
        recall: (K, 4, 10) float64, of all detections that were kept.
        recall_of_few: (2, K, 10) float64: the recall of at most 1 and of at most 10, of objects of any area.
    """

    precision: Reals
    recall: Reals
    recall_of_few: Reals

    def metrics(self) -> dict[str, float | None]:
        """The twelve numbers, each the mean over classes and thresholds; None where no object counts."""
        precision = {f"ap_{name}": self.precision[:, k] for k, name in enumerate(AREA_NAMES) if k}
        recalls = {f"ar_{name}": self.recall[:, k] for k, name in enumerate(AREA_NAMES) if k}
        every = {
            "ap": self.precision[:, 0],
            "ap50": self.precision[:, 0, _AT_50],
            "ap75": self.precision[:, 0, _AT_75],
            **precision,
            **{f"ar_{n}": few for n, few in zip(_FEW, self.recall_of_few, strict=True)},
            "ar": self.recall[:, 0],
            **recalls,
        }
        return {name: ratios.mean(values.ravel()) for name, values in every.items()}

    def of_classes(self) -> dict[str, Reals]:
        """Of each class AP, AP at IoU 0.5 and 0.75, and AR: (K,) float64 each."""
        return {
            "ap": self.precision[:, 0].mean(axis=1),
            "ap50": self.precision[:, 0, _AT_50],
            "ap75": self.precision[:, 0, _AT_75],
            "ar": self.recall[:, 0].mean(axis=1),
        }


def summarize(
    class_id: NDArray[Any],
    score: NDArray[np.float32],
    rank: NDArray[np.uint16],
    right: Bits,
    wrong: Bits,
    n_objects: NDArray[Any],
) -> CocoSummary:
    """Rank detections over all pictures.

    Args:
        class_id: (n,) their classes.
        score: (n,) their scores.
        rank: (n,) how many of their class and picture are surer.
        right: (n, 4) bits, see ``RankedDetections``.
        wrong: (n, 4) bits.
        n_objects: (K, 4) objects to be found, by class and range of area.
    """
    order = ranked(class_id, score)
    classes, is_right = class_id[order].astype(np.intp), _cases(right[order])
    counts = np.repeat(np.asarray(n_objects, np.float64), _N_THRESHOLDS, axis=1)
    precision, recall = precision_and_recall(classes, is_right, _cases((right | wrong)[order]), counts)
    shape = (len(counts), _N_AREAS, _N_THRESHOLDS)
    few = np.stack([_recall_of_few(class_id, right[:, 0], rank < most, counts[:, :_N_THRESHOLDS]) for most in _FEW])
    return CocoSummary(precision.reshape(shape), recall.reshape(shape), few)


def _recall_of_few(
    class_id: NDArray[Any], right: NDArray[np.uint16], is_one: NDArray[np.bool_], n_objects: Reals
) -> Reals:
    """The share of objects of any area that some of the detections find: (K, 10) float64."""
    hits = np.flatnonzero((right > 0) & is_one)
    place, threshold = np.nonzero(right[hits, None] & _BITS)
    group = class_id[hits[place]].astype(np.intp) * _N_THRESHOLDS + threshold
    return ratios.ratio(np.bincount(group, minlength=n_objects.size).reshape(n_objects.shape), n_objects)


def _cases(bits: Bits) -> NDArray[np.bool_]:
    """Bits (n, 4) as (40, n) bool, range by range."""
    turned = np.ascontiguousarray(bits.T)
    cases: NDArray[np.bool_] = (turned[:, None, :] & _BITS[:, None]).astype(bool)
    return cases.reshape(_N_AREAS * _N_THRESHOLDS, -1)
