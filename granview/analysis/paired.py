"""Whether one lane is really better than another: bootstrap of paired differences.

After Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13 (percentile interval), and, for paired
comparison of two systems on one test set, Koehn, "Statistical Significance Tests for Machine Translation Evaluation"
(EMNLP 2004). Samples are resampled together with both lanes' scores, so what makes a sample hard drops out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from granview.core.errors import ShapeError
from granview.core.unit import Statistics, merge_statistics

Reals = NDArray[np.float64]
MetricsOf = Callable[[Statistics], Mapping[str, float | None]]

_CELLS_AT_ONCE: Final = 2_000_000


@dataclass(frozen=True)
class PairedDifference:
    """What lane a has over lane b; None where it cannot be known.

    Attributes:
        mean: The difference a - b; None without pairs.
        low: Lower end of the interval; None with fewer than two pairs.
        high: Its upper end.
        p_value: Two-sided bootstrap p-value of "no difference", above 0 and at most 1; None as for ``low``.
        n: Pairs that went in.
    """

    mean: float | None
    low: float | None
    high: float | None
    p_value: float | None
    n: int

    @property
    def significant(self) -> bool:
        """Whether the interval excludes 0."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


def paired_bootstrap(a: ArrayLike, b: ArrayLike, seed: int = 0, n: int = 2000, level: float = 0.95) -> PairedDifference:
    """The mean of a - b over samples, with its bootstrap interval.

    Args:
        a: (samples,) one lane's values; NaN where a sample has none.
        b: (samples,) the other's, in the same order. Pairs with a NaN are left out.
        seed: Seed of the resampling; the same seed gives the same interval.
        n: Number of resamples.
        level: Coverage of the interval.

    Raises:
        ShapeError: a and b differ in shape, or are not one-dimensional.
    """
    ours, theirs = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    if ours.shape != theirs.shape or ours.ndim != 1:
        raise ShapeError("The second lane's values", f"{ours.shape} as the first's", theirs.shape)
    differences = ours - theirs
    differences = differences[~np.isnan(differences)]
    if differences.size == 0:
        return PairedDifference(None, None, None, None, 0)
    means = [weights @ differences / differences.size for weights in _resamples(differences.size, n, seed)]
    return _difference(float(differences.mean()), np.concatenate(means), level, differences.size)


def paired_statistic_bootstrap(
    parts_a: Sequence[Statistics],
    parts_b: Sequence[Statistics],
    metric: Callable[[Statistics], float | None],
    seed: int = 0,
    n: int = 2000,
    level: float = 0.95,
) -> PairedDifference:
    """As ``paired_statistics_bootstrap``, of one metric."""
    return paired_statistics_bootstrap(parts_a, parts_b, lambda part: {"": metric(part)}, seed, n, level)[""]


def paired_statistics_bootstrap(
    parts_a: Sequence[Statistics],
    parts_b: Sequence[Statistics],
    metrics: MetricsOf,
    seed: int = 0,
    n: int = 2000,
    level: float = 0.95,
) -> dict[str, PairedDifference]:
    """Differences of metrics that come from merged statistics, such as the mIoU of a whole set, with intervals.

    Args:
        parts_a: One lane's statistics, one entry per sample; empty where the sample was not scored.
        parts_b: The other's, in the same order. Pairs with an empty entry are left out.
        metrics: From merged statistics to values by name, None where undefined; given empty statistics it names all.
        seed: Seed of the resampling.
        n: Number of resamples. A resample in which a metric is undefined is left out for that metric.
        level: Coverage of the intervals.

    Raises:
        ShapeError: the lanes have different numbers of samples, or statistics of different shape.
    """
    if len(parts_a) != len(parts_b):
        raise ShapeError("The second lane's statistics", f"({len(parts_a)},) as the first's", (len(parts_b),))
    pairs = [(ours, theirs) for ours, theirs in zip(parts_a, parts_b, strict=True) if ours and theirs]
    totals = [metrics(merge_statistics(side)) for side in zip(*pairs, strict=True)] or [metrics({})] * 2
    whole = _subtracted(*totals)
    resampled = _resampled_differences(pairs, metrics, n, seed) if pairs else []
    return {name: _from_resamples(name, mean, resampled, level, len(pairs)) for name, mean in whole.items()}


def _resampled_differences(
    pairs: Sequence[tuple[Statistics, Statistics]], metrics: MetricsOf, n: int, seed: int
) -> list[dict[str, float | None]]:
    ours, theirs = (_Stack(side) for side in zip(*pairs, strict=True))
    return [
        _subtracted(metrics(left), metrics(right))
        for weights in _resamples(len(pairs), n, seed)
        for left, right in zip(ours.weighted(weights), theirs.weighted(weights), strict=True)
    ]


def _subtracted(ours: Mapping[str, float | None], theirs: Mapping[str, float | None]) -> dict[str, float | None]:
    return {name: _minus(value, theirs[name]) for name, value in ours.items()}


def _minus(left: float | None, right: float | None) -> float | None:
    return None if left is None or right is None else left - right


def _from_resamples(
    name: str, mean: float | None, resampled: Sequence[Mapping[str, float | None]], level: float, n: int
) -> PairedDifference:
    if mean is None:
        return PairedDifference(None, None, None, None, n)
    values = [value for each in resampled if (value := each[name]) is not None]
    return _difference(mean, np.array(values), level, n)


def _difference(mean: float, resampled: Reals, level: float, n: int) -> PairedDifference:
    if n < 2:
        return PairedDifference(mean, None, None, None, n)
    tail = (1 - level) / 2
    low, high = np.quantile(resampled, [tail, 1 - tail])
    beyond = min((resampled <= 0).sum(), (resampled >= 0).sum())
    p_value = min(1.0, 2 * (float(beyond) + 1) / (len(resampled) + 1))
    return PairedDifference(mean, float(low), float(high), p_value, n)


def _resamples(size: int, n: int, seed: int) -> Iterator[Reals]:
    """How often each sample is drawn, in blocks of resamples: (block, size) float64, rows sum to ``size``."""
    generator = np.random.default_rng(seed)
    block = max(1, _CELLS_AT_ONCE // size)
    for start in range(0, n, block):
        rows = min(block, n - start)
        drawn = generator.integers(0, size, (rows, size)) + np.arange(rows)[:, None] * size
        yield np.bincount(drawn.ravel(), minlength=rows * size).reshape(rows, size).astype(np.float64)


class _Stack:
    """Statistics of many samples as one matrix, so that a weighted sum of them is one product."""

    def __init__(self, parts: Sequence[Statistics]) -> None:
        self._shapes = {name: array.shape for name, array in parts[0].items()}
        for part in parts:
            for name, shape in self._shapes.items():
                if part[name].shape != shape:
                    raise ShapeError(f"Statistic '{name}'", str(shape), part[name].shape)
        self._matrix = np.stack([np.concatenate([part[name].ravel() for name in self._shapes]) for part in parts])

    def weighted(self, weights: Reals) -> Iterator[dict[str, NDArray[Any]]]:
        """The sum of all samples for each row of weights (rows, samples)."""
        for row in weights @ self._matrix:
            yield self._unstacked(row)

    def _unstacked(self, row: Reals) -> dict[str, NDArray[Any]]:
        arrays: dict[str, NDArray[Any]] = {}
        start = 0
        for name, shape in self._shapes.items():
            size = int(np.prod(shape))
            arrays[name] = row[start : start + size].reshape(shape)
            start += size
        return arrays
