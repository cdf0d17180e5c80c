"""The studentised bootstrap of ratios of sums, such as means over units: whole samples drawn anew.

Of each resample the estimate and its standard error are computed, and the pivot is their distance from the estimate by
that error. Means of one value per sample are ratios whose denominators are all 1.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.analysis.bootstrap_interval import Pivot, Reals
from granview.analysis.resampling import resampled_sums

RESAMPLES: Final = 10_000

MOST_DRAWN: Final = 5_000
"""Of more samples, so many groups of them are drawn, each with the samples that chance has brought into it."""

_LEAST_VARIANCE: Final = 1e-6
"""Of a resample, as a share of that of the samples, so that pivots are numbers."""

_ROUNDING: Final = 1e-12
"""Standard errors below this share of the estimate are those of samples that are all alike, but for rounding."""


def ratio_pivots(above: Reals, below: Reals, seed: int, n: int = RESAMPLES) -> list[Pivot | None]:
    """Of the sum of ``above`` by that of ``below``, column by column; None where fewer than 2 samples have some below.

    Standard errors are the jackknife's (Miller, "The Jackknife: a Review", Biometrika 61(1), 1974): a sample that has
    much of what is below weighs more by it.

    Args:
        above: (samples, k) float64, such as the sum of the units' scores.
        below: (samples, k) float64, 0 or more, such as how many units there are. What is above 0 below 0 is 0.
        seed: Seed of the resampling.
        n: Number of resamples.
    """
    above, below = _grouped(above, below, seed)
    total = below.sum(axis=0)
    count = np.count_nonzero(below, axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        value = above.sum(axis=0) / total
        residual = np.nan_to_num(above - value * below)
        left_out = np.where(below > 0, residual / (total - below), 0.0)
    variance = _jackknife_variance(left_out, below > 0, count)
    variance = np.where(variance <= (_ROUNDING * value) ** 2, 0.0, variance)
    usable = np.flatnonzero((count > 1) & np.isfinite(variance))
    pivots: list[Pivot | None] = [None] * len(total)
    if not len(usable):
        return pivots
    scale = np.sqrt(variance[usable]) * total[usable]
    resampled = _resampled_pivots(residual[:, usable], below[:, usable], scale, count[usable], seed, n)
    for place, column in zip(usable, resampled.T, strict=True):
        pivots[place] = Pivot(float(value[place]), float(np.sqrt(variance[place])), int(count[place]), column)
    return pivots


def mean_pivots(values: Reals, seed: int, n: int = RESAMPLES) -> list[Pivot | None]:
    """Of the mean of each column of values (samples, k) float64; None with fewer than 2 samples. Arguments as above."""
    return ratio_pivots(values, np.ones_like(values), seed, n)


def _grouped(above: Reals, below: Reals, seed: int) -> tuple[Reals, Reals]:
    """Both, of groups of samples where there are many samples; no group has two more than another."""
    size = len(above)
    if size <= MOST_DRAWN:
        return above, below
    order = np.random.default_rng(seed).permutation(size)
    starts = np.linspace(0, size, MOST_DRAWN, endpoint=False).astype(np.intp)
    return np.add.reduceat(above[order], starts), np.add.reduceat(below[order], starts)


def _jackknife_variance(left_out: Reals, has_some: NDArray[np.bool_], count: NDArray[np.integer]) -> Reals:
    """The variance of estimates (k,), from what each changes by where a sample is left out (samples, k)."""
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = left_out.sum(axis=0) / count
        squares = (np.where(has_some, left_out - mean, 0.0) ** 2).sum(axis=0)
        variance: Reals = squares * (count - 1) / count
    return variance


def _resampled_pivots(
    residual: Reals, below: Reals, scale: Reals, count: NDArray[np.integer], seed: int, n: int
) -> NDArray[np.float32]:
    """(resamples, k), each column increasing. ``scale`` is the standard error of the sum of the residuals."""
    k = residual.shape[1]
    unit = np.where(scale > 0, scale, 1.0)
    e, v = residual / unit, below / np.where(count, below.sum(axis=0) / np.maximum(count, 1), 1.0)
    sums = resampled_sums(np.concatenate([e, v, e * e, e * v, v * v], axis=1), n, seed)
    shift, size, ee, ev, vv = (sums[:, place * k : (place + 1) * k] for place in range(5))
    with np.errstate(invalid="ignore", divide="ignore"):
        change = shift / size
        squares = (ee - 2 * change * ev + change * change * vv) * (count / size) ** 2
        own = np.maximum(squares * (count / (count - 1)), _LEAST_VARIANCE)
        pivots = change * count / np.sqrt(own)
    return np.sort(np.nan_to_num(pivots), axis=0).astype(np.float32)
