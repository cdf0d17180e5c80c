"""Ratios of counts, per class, with "undefined" kept apart from 0.

One convention holds for every mean over classes, as in torchmetrics' ``MulticlassJaccardIndex`` and in
``evaluate``'s ``mean_iou``: a class that neither the reference nor the prediction has is left out of the mean; one
that only the prediction has counts as 0, because inventing a class is a mistake; one that only the reference has,
also when the model cannot say it, counts as 0, so that lanes with different label sets are averaged over the same
classes.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[Any]
Ratios = NDArray[np.float64]


def ratio(numerator: Counts, denominator: Counts) -> Ratios:
    """Elementwise quotient, float64; NaN where the denominator is 0."""
    top, bottom = np.asarray(numerator, dtype=np.float64), np.asarray(denominator, dtype=np.float64)
    quotient = np.full(bottom.shape, np.nan)
    np.divide(top, bottom, out=quotient, where=bottom > 0)
    return quotient


def iou(right: Counts, reference: Counts, prediction: Counts) -> Ratios:
    """Intersection over union (Jaccard 1901), 0 to 1; NaN where both are empty."""
    return ratio(right, reference + prediction - right)


def dice(right: Counts, reference: Counts, prediction: Counts) -> Ratios:
    """Dice coefficient (Dice 1945), which is the F1 score over pixels, 0 to 1; NaN where both are empty."""
    return ratio(2 * right, reference + prediction)


def f_score(precision: Ratios, recall: Ratios) -> Ratios:
    """Harmonic mean of precision and recall; 0 where both are 0 or one is undefined, NaN where both are undefined."""
    known = np.nan_to_num(precision), np.nan_to_num(recall)
    score = np.nan_to_num(ratio(2 * known[0] * known[1], known[0] + known[1]))
    return np.where(np.isnan(precision) & np.isnan(recall), np.nan, score)


def mean(values: Ratios) -> float | None:
    """Mean of those that are defined; None where none is."""
    defined = values[~np.isnan(values)]
    return float(defined.mean()) if defined.size else None


def or_none(value: float) -> float | None:
    """The value as a plain float; None for NaN."""
    return None if np.isnan(value) else float(value)
