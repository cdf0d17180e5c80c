"""From an estimate, its standard error and its resampled pivots to an interval and a p-value.

The interval is the studentised bootstrap's (Efron, "Nonparametric Standard Errors and Confidence Intervals", Canadian
Journal of Statistics 9(2), 1981; Davison and Hinkley, "Bootstrap Methods and their Application", 1997, section 5.2.1),
with two guards, chosen by the coverage that ``tests/benchmarks/interval_coverage.py`` measures and
``docs/guide/statistics.md`` shows:

- On neither side does it reach less far than Student's t, which few and much alike samples would otherwise make it,
  nor more than ``FARTHEST`` times as far: where few samples are not alike, some resamples have next to no variance, and
  reach without end.
- Its percentiles are moved out as Hesterberg moves those of the percentile interval ("What Teachers Should Know About
  the Bootstrap", The American Statistician 69(4), 2015, section 4.1.3): the tail of each side is Phi(-z) with
  z = t sqrt(n / (n - 1)), t the quantile of Student's t with n - 1 degrees of freedom.

A p-value is never below ``2 ** (1 - n)``, which is the least that the sign test of n samples can come to: a smaller one
of few samples would rest on the normal law alone, which few samples cannot show, and would outlast corrections for many
comparisons that it must not outlast.

Where a tail holds fewer than ``LEAST_BEYOND`` resamples, which is so for high levels and few samples, its percentile
cannot be told; beyond the last one that can, the pivots go on as those of Student's t do.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.analysis.student_t import two_sided_p, two_sided_quantile

MIN_SAMPLES: Final = 8
"""With fewer samples there is no interval, since none holds what it says."""

MIN_DIFFERENT: Final = 6
"""Nor with fewer samples that tell something, such as those in which two lanes differ.

If lanes that are alike differ in k samples, all k are for one of them with probability 2 / 2**k: with k = 5 that is
above 5 %, so that no exact test could ever call it more than chance.
"""

LEAST_BEYOND: Final = 5

FARTHEST: Final = 2.0
"""How much farther than Student's t an interval reaches at most."""

_NORMAL: Final = NormalDist()

Reals = NDArray[np.float64]


@dataclass(frozen=True)
class Interval:
    """Where a value lies.

    Attributes:
        low: Lower end.
        high: Upper end.
        p_value: Two-sided, of "the true value is 0": at most 1 - level exactly where the interval excludes 0.
    """

    low: float
    high: float
    p_value: float

    @property
    def excludes_zero(self) -> bool:
        """Whether the value is above or below 0 beyond chance."""
        return self.low > 0 or self.high < 0


def is_enough(n: int, n_different: int) -> bool:
    """Whether there is an interval: of n samples, ``n_different`` of which tell something."""
    return n >= MIN_SAMPLES and n_different >= MIN_DIFFERENT


def least_p(n: int) -> float:
    """The least p-value that n samples can come to, two-sided: that of the sign test where all differ in one direction.

    It is also that of samples which all differ by the same: no spread says how far chance goes.
    """
    return 2.0 ** (1 - n)


@dataclass(frozen=True)
class Pivot:
    """An estimate with what tells how far from the true value it may lie.

    Attributes:
        value: The estimate.
        error: Its standard error, 0 or more.
        n: How many samples, or groups of them, the standard error is of; 2 or more.
        resampled: (resamples,) increasing: of samples drawn anew, their estimate less ``value`` by their own standard
            error. Empty for Student's t alone.
    """

    value: float
    error: float
    n: int
    resampled: NDArray[np.floating]

    def interval(self, level: float = 0.95) -> Interval:
        """Where the true value lies, with that coverage."""
        p = round(1 - level, 12)
        low, high = (self._reach(p, side) * self.error for side in (1, -1))
        return Interval(self.value - low, self.value + high, self.p_value())

    def p_value(self, null: float = 0.0) -> float:
        """Two-sided, of "the true value is ``null``".

        Down to ``least_p`` of the samples it is at most p exactly where the interval of level 1 - p excludes it.
        """
        distance = self.value - null
        if not self.error or not distance:
            return least_p(self.n) if distance else 1.0
        t = abs(distance) / self.error
        resampled = self._resampled_p(t, 1 if distance > 0 else -1)
        nearest, farthest = (two_sided_p(t / times, self.n - 1) for times in (1.0, FARTHEST))
        return max(nearest, min(resampled, farthest), least_p(self.n))

    def p_above(self, null: float) -> float:
        """One-sided, of "the true value is at most ``null``"; 0.5 or more where the estimate is not above it."""
        half = self.p_value(null) / 2
        return half if self.value > null else 1 - half

    def p_below(self, null: float) -> float:
        """One-sided, of "the true value is at least ``null``"."""
        half = self.p_value(null) / 2
        return half if self.value < null else 1 - half

    def _reach(self, p: float, side: int) -> float:
        """How many standard errors the interval reaches below the estimate (side 1), or above it (side -1)."""
        t = two_sided_quantile(p, self.n - 1)
        if not len(self.resampled):
            return t
        return min(max(t, self._percentile(t * self._expansion, side)), FARTHEST * t)

    def _percentile(self, z: float, side: int) -> float:
        """The pivot beyond which the share Phi(-z) of the resampled ones lies on a side."""
        rank = int(_NORMAL.cdf(-z) * (len(self.resampled) + 1))
        if rank >= LEAST_BEYOND:
            return self._ranked(rank, side)
        return self._ranked(self._last, side) * z / self._z_of(self._last)

    def _resampled_p(self, t: float, side: int) -> float:
        """The largest p with which the interval still excludes what lies t standard errors away on a side."""
        if not len(self.resampled):
            return 0.0
        beyond = self._beyond(t, side) + 1
        if beyond > (len(self.resampled) + 1) / 2:
            return 1.0
        if beyond > self._last:
            z = self._z_of(beyond)
        else:
            last = self._ranked(self._last, side)
            z = self._z_of(self._last) * (max(t / last, 1.0) if last > 0 else math.inf)
        return two_sided_p(z / self._expansion, self.n - 1)

    def _beyond(self, t: float, side: int) -> int:
        """How many resampled pivots lie at least as far out as t on a side."""
        if side > 0:
            return len(self.resampled) - int(np.searchsorted(self.resampled, t, side="left"))
        return int(np.searchsorted(self.resampled, -t, side="right"))

    def _ranked(self, rank: int, side: int) -> float:
        """The rank-th farthest of a side, from 1; above 0 where it is on that side of the estimate."""
        return side * float(self.resampled[-rank if side > 0 else rank - 1])

    def _z_of(self, rank: int) -> float:
        return -_NORMAL.inv_cdf(rank / (len(self.resampled) + 1))

    @property
    def is_alike(self) -> bool:
        """Whether all samples say the same, so that no scatter tells how far the true value may lie."""
        return not self.error

    @property
    def _last(self) -> int:
        """The rank of the farthest percentile that can be told."""
        return min(LEAST_BEYOND, max(1, len(self.resampled) // 4))

    @property
    def _expansion(self) -> float:
        return math.sqrt(self.n / (self.n - 1))
