"""Precision, recall, F1 and correlation of classes, from counts.

Means over classes follow the convention of ``granview.scoring.ratios``: a class that neither side has is left out, one
that only one side has counts as 0. That is what scikit-learn does when it is not told a list of labels.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.scoring import ratios

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
