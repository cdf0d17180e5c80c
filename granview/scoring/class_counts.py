"""Counts of classes: precision, recall, F1 and correlation from them, and their move into another label set.

Means over classes follow the convention of ``granview.scoring.ratios``: a class that neither side has is left out, one
that only one side has counts as 0. That is what scikit-learn does when it is not told a list of labels.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.scoring import ratios
from granview.scoring.label_space import by_name

Counts = NDArray[Any]


def precision_recall_f1(counts: Counts) -> tuple[ratios.Ratios, ratios.Ratios, ratios.Ratios]:
    """Of each class: three times (n,) float64, NaN where neither side has the class, 0 where only one side has it.

    Args:
        counts: (n, 3): right, reference, predicted.
    """
    right, reference, predicted = counts.T
    absent = (reference + predicted) == 0
    precision, recall = (_zero_unless(absent, ratios.ratio(right, whole)) for whole in (predicted, reference))
    return precision, recall, ratios.dice(right, reference, predicted)


def _zero_unless(absent: NDArray[np.bool_], values: ratios.Ratios) -> ratios.Ratios:
    return np.where(absent, np.nan, np.nan_to_num(values))


def summed(counts: Counts) -> Counts:
    """The counts of all classes together, (1, 3), from which the micro averages come."""
    total: Counts = counts.sum(axis=0, keepdims=True)
    return total


def matthews_correlation(counts: Counts) -> float | None:
    """Matthews' correlation coefficient for any number of classes, -1 to 1 (Gorodkin 2004, "R_K").

    None where the reference knows one class alone, since nothing correlates with a constant. 0 where the prediction is
    a constant though the reference is not: that has told nothing apart.

    Args:
        counts: (n, 3): right, reference, predicted, where each thing has one class on either side.
    """
    right, reference, predicted = np.asarray(counts, dtype=np.float64).T
    n = reference.sum()
    spread_reference = n * n - reference @ reference
    spread_predicted = n * n - predicted @ predicted
    if spread_reference <= 0:
        return None
    covariance = n * right.sum() - reference @ predicted
    return float(covariance / np.sqrt(spread_reference * spread_predicted)) if spread_predicted > 0 else 0.0


def class_metrics(counts: NDArray[Any], size: str) -> list[dict[str, float | None]]:
    """Of each class f1, precision and recall, and under the name ``size`` how often the reference has it.

    Args:
        counts: (n, 3): right, reference, predicted.
        size: Name of the last column.
    """
    precision, recall, f1 = precision_recall_f1(counts)
    columns = {"f1": f1, "precision": precision, "recall": recall, size: counts[:, 1].astype(np.float64)}
    return [{name: ratios.or_none(values[i]) for name, values in columns.items()} for i in range(len(counts))]


def class_places(labels: LabelSet, wanted: LabelSet) -> list[int]:
    """Where ``wanted`` has each class of ``labels``.

    Raises:
        ValueError: it lacks one.
    """
    places = [place for place in by_name(labels, wanted).targets if place is not None]
    if len(places) < len(labels):
        raise ValueError(f"{wanted.names} lacks some of {labels.names}")
    return places


def relabelled(array: NDArray[Any], places: list[int], size: int, axes: tuple[int, ...] = (0,)) -> NDArray[Any]:
    """Class rows (and columns) at their places among ``size`` classes, 0 elsewhere.

    Args:
        array: Counts with one entry per class along each of ``axes``.
        places: The new index of each entry.
        size: How many entries there are to be.
        axes: Along which the classes stand.
    """
    if places == list(range(size)):
        return array
    for axis in axes:
        turned = np.moveaxis(array, axis, 0)
        fresh = np.zeros((size, *turned.shape[1:]), dtype=array.dtype)
        np.add.at(fresh, np.asarray(places, dtype=np.intp), turned)
        array = np.moveaxis(fresh, 0, axis)
    return array
