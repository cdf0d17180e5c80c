"""Score against grain: the mean score of the units of each size, with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from granview.core.errors import ShapeError

_Z_95: Final = 1.959963984540054


@dataclass(frozen=True)
class GrainProfile:
    """Mean score per bucket of grain; k buckets. A bucket without units has NaN, never 0.

    Attributes:
        edges: k + 1 bucket edges, in the units of the grain.
        mean: (k,) float64, mean score; NaN where ``n`` is 0.
        n: (k,) int64, units with a score.
        low: (k,) float64, lower end of the interval of the mean; NaN where ``n`` is below 2.
        high: (k,) float64, its upper end.
        is_count: Whether grains are whole numbers.
    """

    edges: tuple[float, ...]
    mean: NDArray[np.float64]
    n: NDArray[np.int64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    is_count: bool = False

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


def grain_profile(grain: ArrayLike, score: ArrayLike, edges: Sequence[float], is_count: bool = False) -> GrainProfile:
    """Mean score per bucket of grain, with the 95 % normal interval of the mean, cut off at 0 and 1.

    Units without a score (NaN) are left out. The interval takes the units as independent, though those of one image
    are not quite, and so is rather too narrow; the mean is over units, not over samples.

    Args:
        grain: (n,) sizes.
        score: (n,) scores from 0 to 1, NaN where there is none.
        edges: Increasing bucket edges; units outside are left out.
        is_count: Whether grains are whole numbers, which buckets are then named by.

    Raises:
        ShapeError: grain and score differ in shape.
    """
    bucket, scores = _scored(grain, score, edges)
    k = len(edges) - 1
    n = np.bincount(bucket, minlength=k)
    mean = _divided(np.bincount(bucket, weights=scores, minlength=k), n)
    squares = np.bincount(bucket, weights=(scores - mean[bucket]) ** 2, minlength=k)
    margin = _Z_95 * np.sqrt(_divided(squares, n - 1) / np.maximum(n, 1))
    low, high = np.maximum(mean - margin, 0.0), np.minimum(mean + margin, 1.0)
    return GrainProfile(tuple(edges), mean, n, low, high, is_count)


def grain_bucket(grain: ArrayLike, edges: Sequence[float]) -> NDArray[np.intp]:
    """Bucket of each unit: (n,) from 0; -1 or ``len(edges) - 1`` for those below and above all buckets."""
    return np.searchsorted(np.asarray(edges, dtype=np.float64), np.asarray(grain), side="right") - 1


def _scored(grain: ArrayLike, score: ArrayLike, edges: Sequence[float]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    grains, scores = np.asarray(grain, dtype=np.float64), np.asarray(score, dtype=np.float64)
    if grains.shape != scores.shape or grains.ndim != 1:
        raise ShapeError("Scores", f"{grains.shape} as their grain", scores.shape)
    bucket = grain_bucket(grains, edges)
    kept = ~np.isnan(scores) & ~np.isnan(grains) & (bucket >= 0) & (bucket < len(edges) - 1)
    return bucket[kept], scores[kept]


def _divided(numerator: NDArray[Any], denominator: NDArray[Any]) -> NDArray[np.float64]:
    quotient = np.full(len(numerator), np.nan)
    np.divide(numerator, denominator, out=quotient, where=denominator > 0)
    return quotient
