"""Whether one lane is really better than another: bootstrap of paired differences.

For paired comparison of two systems on one test set see Koehn, "Statistical Significance Tests for Machine Translation
Evaluation" (EMNLP 2004). Samples are resampled together with both lanes' scores, so what makes a sample hard drops out.
Intervals are expanded percentile intervals, and none is given for few samples: see
``granview.analysis.bootstrap_interval``.
"""

import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from granview.analysis.bootstrap_interval import MIN_SAMPLES, Interval, Reals, expanded_percentile_interval
from granview.analysis.resampling import StackedStatistics, resamples, resamples_within_reach
from granview.core.errors import ShapeError
from granview.core.unit import Statistics, merge_statistics

MetricsOf = Callable[[Statistics], Mapping[str, float | None]]
CountedBy = Callable[[Statistics], Iterable[str]]

_RESAMPLES: Final = 2000


class DifferenceVerdict(enum.StrEnum):
    """What an interval says of a difference."""

    DIFFERENT = "more than chance"
    CHANCE = "may be chance"
    TOO_FEW = "too few samples"


@dataclass(frozen=True)
class PairedDifference:
    """What lane a has over lane b on the samples that both were scored on; None where it cannot be known.

    Attributes:
        mean: The difference a - b, which is ``a`` less ``b``; None without pairs.
        low: Lower end of the interval; None where there are fewer than ``MIN_SAMPLES`` samples.
        high: Its upper end.
        p_value: Two-sided bootstrap p-value of "no difference", above 0 and at most 1; None as for ``low``. It is at
            most 1 - level exactly where the interval excludes 0.
        n: Samples that the difference rests on.
        a: Lane a's value on those samples.
        b: Lane b's.
    """

    mean: float | None
    low: float | None
    high: float | None
    p_value: float | None
    n: int
    a: float | None = None
    b: float | None = None

    @property
    def significant(self) -> bool:
        """Whether the interval excludes 0."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)

    @property
    def verdict(self) -> DifferenceVerdict | None:
        """What can be said of the difference; None where there is none."""
        if self.mean is None:
            return None
        if self.low is None:
            return DifferenceVerdict.TOO_FEW
        return DifferenceVerdict.DIFFERENT if self.significant else DifferenceVerdict.CHANCE


NO_DIFFERENCE: Final = PairedDifference(None, None, None, None, 0)


def paired_statistics_bootstrap(
    parts_a: Sequence[Statistics],
    parts_b: Sequence[Statistics],
    metrics: MetricsOf,
    counted: CountedBy,
    seed: int = 0,
    n: int = _RESAMPLES,
    level: float = 0.95,
) -> dict[str, PairedDifference]:
    """Differences of metrics that come from merged statistics, such as the mIoU of a whole set, with intervals.

    Each metric is that of the samples that count for it in both lanes, and these are drawn anew.

    Args:
        parts_a: One lane's statistics, one entry per sample; empty where the sample was not scored.
        parts_b: The other's, in the same order.
        metrics: From merged statistics to values by name, None where undefined; given empty statistics it names all.
        counted: The names of the metrics that a sample counts for, by its statistics.
        seed: Seed of the resampling.
        n: Number of resamples, of long lists fewer (see ``resamples_within_reach``). A resample in which a metric is
            undefined is left out for that metric.
        level: Coverage of the intervals.

    Raises:
        ShapeError: the lanes have different numbers of samples, or statistics of different shape.
    """
    if len(parts_a) != len(parts_b):
        raise ShapeError("The second lane's statistics", f"({len(parts_a)},) as the first's", (len(parts_b),))
    pairs = [(ours, theirs) for ours, theirs in zip(parts_a, parts_b, strict=True) if ours and theirs]
    both = [frozenset(counted(ours)) & frozenset(counted(theirs)) for ours, theirs in pairs]
    names = list(metrics({}))
    kept = {name: tuple(place for place, known in enumerate(both) if name in known) for name in names}
    found = {places: _differences([pairs[i] for i in places], metrics, seed, n, level) for places in {*kept.values()}}
    return {name: found[kept[name]][name] for name in names}


def _differences(
    pairs: Sequence[tuple[Statistics, Statistics]], metrics: MetricsOf, seed: int, n: int, level: float
) -> dict[str, PairedDifference]:
    """Of all metrics over the same samples."""
    ours, theirs = [metrics(merge_statistics(side)) for side in zip(*pairs, strict=True)] or [metrics({})] * 2
    resampled = _resampled_differences(pairs, metrics, n, seed) if len(pairs) >= MIN_SAMPLES else []
    return {
        name: _from_resamples(value, theirs[name], _known(name, resampled), len(pairs), level)
        for name, value in ours.items()
    }


def paired_difference(a: float | None, b: float | None, n: int, interval: Interval | None) -> PairedDifference:
    """Two values over the same n samples, either None where it is undefined, and where their difference lies."""
    if a is None or b is None:
        return PairedDifference(None, None, None, None, n, a, b)
    if interval is None:
        return PairedDifference(a - b, None, None, None, n, a, b)
    return PairedDifference(a - b, interval.low, interval.high, interval.p_value, n, a, b)


def _from_resamples(a: float | None, b: float | None, resampled: Reals, n: int, level: float) -> PairedDifference:
    interval = None if a is None or b is None else expanded_percentile_interval(a - b, resampled, n, level)
    return paired_difference(a, b, n, interval)


def _resampled_differences(
    pairs: Sequence[tuple[Statistics, Statistics]], metrics: MetricsOf, n: int, seed: int
) -> list[dict[str, float | None]]:
    ours, theirs = (StackedStatistics(side) for side in zip(*pairs, strict=True))
    n = resamples_within_reach(n, max(ours.n_listed, theirs.n_listed))
    return [
        _subtracted(metrics(left), metrics(right))
        for weights in resamples(len(pairs), n, seed)
        for left, right in zip(ours.weighted(weights), theirs.weighted(weights), strict=True)
    ]


def _subtracted(ours: Mapping[str, float | None], theirs: Mapping[str, float | None]) -> dict[str, float | None]:
    return {name: _minus(value, theirs[name]) for name, value in ours.items()}


def _minus(left: float | None, right: float | None) -> float | None:
    return None if left is None or right is None else left - right


def _known(name: str, resampled: Sequence[Mapping[str, float | None]]) -> Reals:
    return np.array([value for each in resampled if (value := each[name]) is not None], dtype=np.float64)
