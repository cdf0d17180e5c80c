"""Score against grain: the mean score of the units of each size, with its interval."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.analysis.bootstrap_interval import Interval
from granview.analysis.clustered_bootstrap import clustered_means
from granview.analysis.no_interval import NoInterval
from granview.core.errors import ShapeError


@dataclass(frozen=True)
class GrainProfile:
    """Mean score per bucket of grain; k buckets. A bucket without units has NaN, never 0.

    Attributes:
        edges: k + 1 bucket edges, in the units of the grain.
        mean: (k,) float64, mean score; NaN where ``n`` is 0.
        n: (k,) int64, units with a score.
        low: (k,) float64, lower end of the interval of the mean; NaN where the units are of too few samples, or
            nearly all of these have the same mean.
        high: (k,) float64, its upper end.
        is_count: Whether grains are whole numbers.
        n_samples: (k,) int64, samples that these units are of.
        why_none: (k,) why there is no interval; None where there is one, and where there are no units.
    """

    edges: tuple[float, ...]
    mean: NDArray[np.float64]
    n: NDArray[np.int64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    is_count: bool
    n_samples: NDArray[np.int64]
    why_none: tuple[NoInterval | None, ...] = ()

    def by_outcome(self) -> "GrainProfile":
        """The same of units that were chosen by what lanes make of them: without intervals."""
        nothing = np.full(len(self.mean), math.nan)
        why = tuple(NoInterval.BY_OUTCOME if n else None for n in self.n.tolist())
        return replace(self, low=nothing, high=nothing, why_none=why)

    @property
    def titles(self) -> tuple[str, ...]:
        """What each bucket is called: ``<2``, ``2–4``, …, ``≥256``; of whole numbers ``0``, ``1``, ``2–3``, …."""
        return tuple(bucket_title(low, high, self.is_count) for low, high in pairwise(self.edges))


def bucket_title(low: float, high: float, is_count: bool = False) -> str:
    """The name of the bucket from ``low`` (in it) to ``high`` (not in it), ``is_count`` if it holds whole numbers."""
    if np.isinf(high):
        return f"≥{low:g}"
    if is_count:
        return f"{low:g}" if high - low == 1 else f"{low:g}–{high - 1:g}"
    return f"<{high:g}" if low <= 0 else f"{low:g}–{high:g}"


@dataclass(frozen=True)
class UnitScores:
    """Units of many samples; n rows.

    Attributes:
        grain: (n,) sizes.
        score: (n,) from 0 to 1, NaN where there is none.
        sample: (n,) integers, equal for the units of one sample.
    """

    grain: NDArray[Any]
    score: NDArray[Any]
    sample: NDArray[np.integer]

    def __post_init__(self) -> None:
        for name, column in {"Scores": self.score, "Samples": self.sample}.items():
            if column.shape != self.grain.shape or column.ndim != 1:
                raise ShapeError(f"{name} of units", f"{self.grain.shape} as their grain", column.shape)

    def bucket(self, edges: Sequence[float]) -> NDArray[np.intp]:
        """Bucket of each unit, from 0: (n,); -1 for those that lie in none."""
        bucket = np.searchsorted(np.asarray(edges, dtype=np.float64), self.grain, side="right") - 1
        return np.where(bucket < len(edges) - 1, bucket, -1)


def grain_profile(units: UnitScores, edges: Sequence[float], is_count: bool = False, seed: int = 0) -> GrainProfile:
    """Mean score per bucket of grain, with its 95 % interval.

    Units without a score (NaN) are left out. The estimand is ``granview.analysis.estimand.UNIT_MEAN``: the mean is over
    units, not over samples; the interval is that of whole samples drawn anew with all their units.

    Args:
        units: One lane's.
        edges: Increasing bucket edges; units outside are left out.
        is_count: Whether grains are whole numbers, which buckets are then named by.
        seed: Seed of the resampling.
    """
    k = len(edges) - 1
    bucket = units.bucket(edges)
    kept = (bucket >= 0) & ~np.isnan(units.score)
    found = clustered_means(units.sample[kept], bucket[kept], units.score[kept], k, seed)
    ends = np.array([_ends(found.interval(place)) for place in range(k)]).reshape(k, 2)
    low, high = np.clip(ends, 0.0, 1.0).T
    why = tuple(found.why_none(place) for place in range(k))
    return GrainProfile(tuple(edges), found.mean, found.n_units, low, high, is_count, found.n_samples, why)


def _ends(interval: Interval | None) -> tuple[float, float]:
    return (math.nan, math.nan) if interval is None else (interval.low, interval.high)
