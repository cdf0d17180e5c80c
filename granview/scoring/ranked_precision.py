"""Average precision of classes that do not exclude each other, from the probabilities that every sample was given."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.scoring import ratios


def average_precision(scores: NDArray[Any], true: NDArray[Any]) -> float | None:
    """Mean precision over the samples that have a class, each at its place in the ranking; None where none has it.

    Precision is summed over the steps of recall, without interpolation; equal scores make one step, so that their order
    plays no part. It is what scikit-learn's ``average_precision_score`` computes.

    Args:
        scores: (n,) probabilities, the higher the surer.
        true: (n,) whether the sample has the class.
    """
    hits = np.asarray(true, dtype=bool)
    if not hits.any():
        return None
    order = np.argsort(-np.asarray(scores, dtype=np.float64), kind="stable")
    ranked, found = np.asarray(scores)[order], hits[order].cumsum()
    last = np.flatnonzero(np.append(ranked[1:] != ranked[:-1], True))
    precision, recall = found[last] / (last + 1), found[last] / hits.sum()
    return float((np.diff(recall, prepend=0.0) * precision).sum())


def mean_average_precision(rows: NDArray[Any]) -> float | None:
    """Mean of ``average_precision`` over the classes that any sample has; None where none has any.

    Args:
        rows: (n, 3): class, probability, whether it is true; a row for each sample and class.
    """
    of_class = (rows[rows[:, 0] == index] for index in np.unique(rows[:, 0]))
    found = [average_precision(held[:, 1], held[:, 2]) for held in of_class]
    return ratios.mean(np.array([np.nan if value is None else value for value in found]))
