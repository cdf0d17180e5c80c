"""Precision, recall and F1 of every class, for the tasks whose classes are counted as right, there and said."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.scoring import ratios
from granview.scoring.precision_recall import precision_recall_f1
from granview.tasks.base import Metrics


def class_metrics(counts: NDArray[Any], size: str) -> list[Metrics]:
    """Of each class f1, precision and recall, and under the name ``size`` how often the reference has it.

    Args:
        counts: (n, 3): right, reference, predicted.
        size: Name of the last column.
    """
    precision, recall, f1 = precision_recall_f1(counts)
    columns = {"f1": f1, "precision": precision, "recall": recall, size: counts[:, 1].astype(np.float64)}
    return [{name: ratios.or_none(values[i]) for name, values in columns.items()} for i in range(len(counts))]
