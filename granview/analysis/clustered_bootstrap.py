"""Means of units by bucket, resampled by sample: what lies in one picture is drawn together.

Units of one sample are alike (the same light, the same author), so that many units of few samples say less than as many
of many. Resampling units one by one takes them as independent, and finds a difference in 41 % of comparisons without
one where their intraclass correlation is 0.3. Whole samples are drawn here, with all their units: the cluster bootstrap
(Davison and Hinkley, "Bootstrap Methods and their Application", 1997, section 3.8).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.analysis.bootstrap_interval import Interval, Reals, expanded_percentile_interval
from granview.analysis.resampling import resamples

Whole = NDArray[np.int64]


@dataclass(frozen=True)
class ClusteredMeans:
    """The mean over the units of each bucket, and what it is of samples drawn anew; k buckets.

    Attributes:
        mean: (k,) float64; NaN where there are no units.
        n_units: (k,) int64.
        n_samples: (k,) int64, samples that have units in the bucket.
        resampled: (resamples, k) float64; NaN where a resample has no units in the bucket.
    """

    mean: Reals
    n_units: Whole
    n_samples: Whole
    resampled: Reals

    def interval(self, bucket: int, level: float = 0.95) -> Interval | None:
        """Where the mean of a bucket lies; None where its units are of too few samples."""
        means = self.resampled[:, bucket]
        return expanded_percentile_interval(
            self.mean[bucket], means[~np.isnan(means)], int(self.n_samples[bucket]), level
        )


def clustered_means(
    sample: NDArray[np.integer], bucket: NDArray[np.integer], value: Reals, k: int, seed: int, n: int
) -> ClusteredMeans:
    """Means of units by bucket, and resampled ones by two products of matrices.

    Args:
        sample: (units,) number of the sample that a unit is of.
        bucket: (units,) its bucket, from 0 to k - 1.
        value: (units,) its value, never NaN.
        k: How many buckets there are.
        seed: Seed of the resampling.
        n: Number of resamples.
    """
    _, row = np.unique(sample, return_inverse=True)
    size = int(row.max(initial=-1)) + 1
    place = row * k + bucket
    counts = np.bincount(place, minlength=size * k).reshape(size, k)
    sums = np.bincount(place, weights=value, minlength=size * k).reshape(size, k)
    drawn = [_divided(weights @ sums, weights @ counts) for weights in resamples(size, n, seed)] if size else []
    return ClusteredMeans(
        bucket_means(bucket, value, k),
        counts.sum(axis=0),
        np.count_nonzero(counts, axis=0),
        np.concatenate([np.empty((0, k)), *drawn]),
    )


def bucket_means(bucket: NDArray[np.integer], value: Reals, k: int) -> Reals:
    """The mean value of each of k buckets: (k,) float64, NaN where there are no units. Arguments as above."""
    return _divided(np.bincount(bucket, value, k), np.bincount(bucket, minlength=k))


def _divided(sums: NDArray[Any], counts: NDArray[Any]) -> Reals:
    quotient = np.full(sums.shape, np.nan)
    np.divide(sums, counts, out=quotient, where=counts > 0)
    return quotient
