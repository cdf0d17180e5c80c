"""Whether one lane is really better than another: the paired difference of a metric, with its interval.

For paired comparison of two systems on one test set see Koehn, "Statistical Significance Tests for Machine Translation
Evaluation" (EMNLP 2004). Samples are resampled together with both lanes' scores, so what makes a sample hard drops out.
The estimand is ``granview.analysis.estimand.METRIC_DIFFERENCE``; how its interval comes about say
``granview.analysis.jackknife``, ``studentised_bootstrap`` and ``bootstrap_interval``.
"""

import enum
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from granview.analysis.bootstrap_interval import MIN_DIFFERENT, MIN_SAMPLES, Interval, Pivot, is_enough
from granview.analysis.jackknife import MetricsOf, Pool, contributions, count_different, group_places
from granview.analysis.no_interval import NoInterval, no_interval
from granview.analysis.studentised_bootstrap import RESAMPLES, mean_pivots
from granview.core.errors import ShapeError
from granview.core.unit import Statistics, merge_statistics

CountedBy = Callable[[Statistics], Iterable[str]]


class DifferenceVerdict(enum.StrEnum):
    """What an interval says of a difference."""

    DIFFERENT = "more than chance"
    CHANCE = "may be chance"
    SAME = "same on every sample"
    TOO_FEW = "too few samples"
    BY_OUTCOME = "samples chosen by outcome"
    BIASED = "biased by chance"
    OTHER_TOKENS = "other tokens, which do not compare"


@dataclass(frozen=True)
class PairedDifference:
    """What lane a has over lane b on the samples that both were scored on; None where it cannot be known.

    Attributes:
        mean: The difference a - b, which is ``a`` less ``b``; None without pairs.
        low: Lower end of the interval; None where there is none: ``why_none`` says why.
        high: Its upper end.
        p_value: Two-sided p-value of "no difference", above 0 and at most 1; None as for ``low``, but that of the sign
            test where every sample has the same difference. It is at most 1 - level exactly where the interval excludes
            0.
        n: Samples that the difference rests on.
        a: Lane a's value on those samples.
        b: Lane b's.
        n_different: Those of them in which the lanes differ, counted until there are ``MIN_DIFFERENT``.
        pivot: What the interval is made of, to ask for other levels, for equivalence and for power; None where that
            cannot be told.
        level: Coverage of the interval.
        withheld: Why no interval and no test would say anything of other samples, such as that these were chosen by
            what lanes make of them; None where they do.
    """

    mean: float | None
    low: float | None
    high: float | None
    p_value: float | None
    n: int
    a: float | None = None
    b: float | None = None
    n_different: int = MIN_DIFFERENT
    pivot: Pivot | None = field(default=None, compare=False, repr=False)
    level: float = 0.95
    withheld: NoInterval | None = None

    @property
    def significant(self) -> bool:
        """Whether the interval excludes 0; without scatter, whether the sign test's p-value says so."""
        if self.is_alike:
            return self.p_value is not None and self.p_value <= 1 - self.level
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)

    @property
    def is_alike(self) -> bool:
        """Whether every sample has the same difference, which is not 0, so that there is a p-value and no interval."""
        return self.low is None and self.pivot is not None and self.pivot.is_alike

    @property
    def why_none(self) -> NoInterval | None:
        """Why there is no interval; None where there is one, and where there is no difference."""
        if self.mean is None or self.low is not None:
            return None
        if self.withheld is not None:
            return self.withheld
        return no_interval(self.n, self.n_different, is_alike=self.is_alike)

    @property
    def p_among_many(self) -> float | None:
        """The p-value to be corrected among others; 1 where too few samples differ, so that nothing came of looking.

        None where there were too few samples to look at: whether that is so does not depend on what the lanes said.
        """
        if self.p_value is None and self.mean is not None and self.n >= MIN_SAMPLES and self.withheld is None:
            return 1.0
        return self.p_value

    @property
    def verdict(self) -> DifferenceVerdict | None:
        """What can be said of the difference; None where there is none."""
        if self.mean is None:
            return None
        if (why := self.why_none) is not None and why is not NoInterval.ALIKE:
            return _WITHOUT_INTERVAL.get(why, DifferenceVerdict.TOO_FEW)
        return DifferenceVerdict.DIFFERENT if self.significant else DifferenceVerdict.CHANCE

    @property
    def is_by_outcome(self) -> bool:
        """Whether the samples were chosen by what lanes make of them."""
        return self.withheld is NoInterval.BY_OUTCOME

    def within(self, farthest: float | None) -> "PairedDifference":
        """The same with an interval that ends where no difference can lie: ``farthest`` from 0, on either side.

        The difference itself stays within its interval. None where nothing bounds it.
        """
        if farthest is None or self.mean is None or self.low is None or self.high is None:
            return self
        end = max(farthest, abs(self.mean))
        return replace(self, low=max(self.low, -end), high=min(self.high, end))

    def by_outcome(self) -> "PairedDifference":
        """The same difference of samples that were chosen by what lanes make of them: without interval and test."""
        return self.untested(NoInterval.BY_OUTCOME)

    def untested(self, why: NoInterval) -> "PairedDifference":
        """The same difference without interval and test, which would say nothing of other samples."""
        return replace(self, low=None, high=None, p_value=None, pivot=None, withheld=why)


_WITHOUT_INTERVAL: Final = {
    NoInterval.SAME: DifferenceVerdict.SAME,
    NoInterval.BY_OUTCOME: DifferenceVerdict.BY_OUTCOME,
    NoInterval.BIASED: DifferenceVerdict.BIASED,
    NoInterval.OTHER_TOKENS: DifferenceVerdict.OTHER_TOKENS,
}


NO_DIFFERENCE: Final = PairedDifference(None, None, None, None, 0)


def paired_statistics_bootstrap(
    parts_a: Sequence[Statistics],
    parts_b: Sequence[Statistics],
    metrics: MetricsOf,
    counted: CountedBy,
    seed: int = 0,
    n: int = RESAMPLES,
    level: float = 0.95,
) -> dict[str, PairedDifference]:
    """Differences of metrics that come from merged statistics, such as the mIoU of a whole set, with intervals.

    Each metric is that of the samples that count for it in both lanes, and these are drawn anew. There is no interval
    where they are fewer than ``MIN_SAMPLES``, where the lanes differ in fewer than ``MIN_DIFFERENT`` of them, and where
    a metric is undefined without one of them.

    Args:
        parts_a: One lane's statistics, one entry per sample; empty where the sample was not scored.
        parts_b: The other's, in the same order.
        metrics: From merged statistics to values by name, None where undefined; given empty statistics it names all.
        counted: The names of the metrics that a sample counts for, by its statistics.
        seed: Seed of the resampling.
        n: Number of resamples.
        level: Coverage of the intervals.

    Raises:
        ShapeError: the lanes have different numbers of samples, or statistics of different shape.
    """
    if len(parts_a) != len(parts_b):
        raise ShapeError("The second lane's statistics", f"({len(parts_a)},) as the first's", (len(parts_b),))
    pairs = [(ours, theirs) for ours, theirs in zip(parts_a, parts_b, strict=True) if ours and theirs]
    both = [frozenset(counted(ours)) & frozenset(counted(theirs)) for ours, theirs in pairs]
    kept: dict[tuple[int, ...], list[str]] = {}
    for name in metrics({}):
        kept.setdefault(tuple(place for place, known in enumerate(both) if name in known), []).append(name)
    found: dict[str, PairedDifference] = {}
    for places, names in kept.items():
        found |= _differences([pairs[place] for place in places], names, metrics, seed, n, level)
    return {name: found[name] for name in metrics({})}


def _differences(
    pairs: Sequence[tuple[Statistics, Statistics]],
    names: Sequence[str],
    metrics: MetricsOf,
    seed: int,
    n: int,
    level: float,
) -> dict[str, PairedDifference]:
    """Of some metrics over the same samples."""
    ours, theirs = [list(side) for side in zip(*pairs, strict=True)] or [[], []]

    def of_interest(statistics: Statistics) -> dict[str, float | None]:
        values = metrics(statistics)
        return {name: values[name] for name in names}

    a, b = (of_interest(merge_statistics(side)) for side in (ours, theirs))
    different = count_different(ours, theirs, of_interest)
    has_enough = any(is_enough(len(pairs), different[name]) for name in names)
    pivots = _pivots(ours, theirs, of_interest, seed, n) if has_enough else {}
    return {name: _difference(a[name], b[name], len(pairs), different[name], pivots.get(name), level) for name in names}


def _difference(
    a: float | None, b: float | None, n: int, n_different: int, pivot: Pivot | None, level: float
) -> PairedDifference:
    known = pivot if is_enough(n, n_different) else None
    return paired_difference(a, b, n, None if known is None else known.interval(level), n_different, known, level)


def paired_difference(
    a: float | None,
    b: float | None,
    n: int,
    interval: Interval | None,
    n_different: int = MIN_DIFFERENT,
    pivot: Pivot | None = None,
    level: float = 0.95,
) -> PairedDifference:
    """Two values over the same n samples, either None where it is undefined, and where their difference lies.

    Args:
        a: Lane a's value.
        b: Lane b's.
        n: How many samples both are over.
        interval: Where the difference lies; None where that cannot be told.
        n_different: In how many of them the lanes differ; more than ``MIN_DIFFERENT`` count as that.
        pivot: What the interval is made of; None where there is nothing to make it of. That of lanes that differ in too
            few samples tells nothing, and is not kept. Without scatter there is no interval, but a p-value.
        level: Coverage of the interval.
    """
    different = min(n_different, MIN_DIFFERENT)
    if a is None or b is None:
        return PairedDifference(None, None, None, None, n, a, b, different)
    if pivot is None or not is_enough(n, different):
        return PairedDifference(a - b, None, None, None, n, a, b, different, None, level)
    if interval is None or pivot.is_alike:
        return PairedDifference(a - b, None, None, pivot.p_value(), n, a, b, different, pivot, level)
    return PairedDifference(a - b, interval.low, interval.high, interval.p_value, n, a, b, different, pivot, level)


def _pivots(
    ours: Sequence[Statistics], theirs: Sequence[Statistics], metrics: MetricsOf, seed: int, n: int
) -> dict[str, Pivot | None]:
    """By metric that is defined whichever group of samples is left out."""
    pools = [Pool(side) for side in (ours, theirs)]
    groups = group_places(len(ours), max(pool.n_listed for pool in pools), seed)
    a, b = (contributions(pool, metrics, groups) for pool in pools)
    contributed = {name: values - b[name] for name, values in a.items()}
    known = {name: values for name, values in contributed.items() if not np.isnan(values).any()}
    found = mean_pivots(np.stack([*known.values()], axis=1), seed, n) if known else []
    return dict(zip(known, found, strict=True))
