"""Ways to make a 95 % interval, each of many sets of samples at once: (sets,) lower ends and (sets,) upper ends."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from granview.analysis.resampling import drawn_weights
from tests.benchmarks.interval_scenarios import Reals, Scenario

RESAMPLES: Final = 2000
TAIL: Final = 0.025

Ends = tuple[Reals, Reals]

_TILT_STEPS: Final = 40


@dataclass(frozen=True)
class Sets:
    """Sets of samples, and what methods make of them.

    Attributes:
        scenario: What they are of.
        statistics: (samples, sets, d).
    """

    scenario: Scenario
    statistics: Reals

    @property
    def n(self) -> int:
        """Samples in each set."""
        return len(self.statistics)

    @cached_property
    def value(self) -> Reals:
        """(sets,) the metric of each set."""
        return self.scenario.metric(self.statistics.sum(axis=0))

    @cached_property
    def contributions(self) -> Reals:
        """(samples, sets) the jackknife's pseudo-values less their mean."""
        left_out = self.scenario.metric(self.statistics.sum(axis=0) - self.statistics)
        contributed = (self.n - 1) * (self.value - left_out)
        return np.asarray(contributed - contributed.mean(axis=0))

    @cached_property
    def error(self) -> Reals:
        """(sets,) the jackknife's standard error."""
        return np.sqrt((self.contributions**2).sum(axis=0) / (self.n - 1) / self.n)

    @cached_property
    def skewness(self) -> Reals:
        """(sets,) of the contributions."""
        with np.errstate(invalid="ignore"):
            found = (self.contributions**3).mean(axis=0) / (self.contributions**2).mean(axis=0) ** 1.5
        return np.nan_to_num(found)

    @cached_property
    def weights(self) -> NDArray[np.float32]:
        """(resamples, samples) how often each is drawn."""
        return np.concatenate(list(drawn_weights(self.n, RESAMPLES, seed=self.n)))

    @cached_property
    def resampled(self) -> Reals:
        """(resamples, sets) the metric of samples drawn anew, increasing."""
        n, sets, d = self.statistics.shape
        sums = self.weights @ self.statistics.reshape(n, sets * d).astype(np.float32)
        return np.sort(self.scenario.metric(sums.reshape(-1, sets, d).astype(np.float64)), axis=0)

    @cached_property
    def moments(self) -> tuple[Reals, Reals, Reals]:
        """(resamples, sets) mean, variance and third central moment of the contributions drawn anew."""
        drawn = self.weights / self.weights.sum(axis=1, keepdims=True)
        one, two, three = (drawn @ self.contributions**power for power in (1, 2, 3))
        return one, np.maximum(two - one**2, 0), three - 3 * one * two + 2 * one**3


def student(sets: Sets) -> Ends:
    """Student's t with the jackknife's standard error."""
    reach = stats.t.isf(TAIL, sets.n - 1) * sets.error
    return sets.value - reach, sets.value + reach


def percentile(sets: Sets) -> Ends:
    """The percentiles of the resampled metric."""
    return _ranked(sets.resampled, TAIL), _ranked(sets.resampled, 1 - TAIL)


def expanded_percentile(sets: Sets) -> Ends:
    """Percentiles moved out so that they are Student's t of normal values (Hesterberg 2015)."""
    tail = stats.norm.sf(stats.t.isf(TAIL, sets.n - 1) * np.sqrt(sets.n / (sets.n - 1)))
    return _ranked(sets.resampled, tail), _ranked(sets.resampled, 1 - tail)


def bca(sets: Sets) -> Ends:
    """Bias-corrected and accelerated (Efron 1987), with the jackknife's acceleration."""
    below = (sets.resampled < sets.value).mean(axis=0) + (sets.resampled == sets.value).mean(axis=0) / 2
    bias = stats.norm.ppf(np.clip(below, 1 / RESAMPLES, 1 - 1 / RESAMPLES))
    acceleration = sets.skewness / 6 / np.sqrt(sets.n)
    ends = []
    for z in (stats.norm.ppf(TAIL), stats.norm.isf(TAIL)):
        moved = bias + z
        ends.append(_ranked(sets.resampled, stats.norm.cdf(bias + moved / np.maximum(1 - acceleration * moved, 0.05))))
    return ends[0], ends[1]


def tilted(sets: Sets) -> Ends:
    """Exponential tilting of the contributions (Efron 1981): the means under which the metric lies just at a tail."""
    scale = np.where(sets.error > 0, sets.error * sets.n, 1.0)
    numbers = sets.contributions / scale
    sums = sets.weights @ numbers
    return tuple(sets.value + side * scale * _tilted_mean(side * numbers, side * sums) for side in (-1.0, 1.0))  # type: ignore[return-value]


def johnson(sets: Sets) -> Ends:
    """Student's t, moved by the skewness (Johnson 1978)."""
    shift = sets.skewness * sets.error / np.sqrt(sets.n) / 6 * (1 + 2 * stats.t.isf(TAIL, sets.n - 1) ** 2)
    low, high = student(sets)
    return low + shift, high + shift


def studentised(sets: Sets) -> Ends:
    """The studentised bootstrap (bootstrap-t) of the contributions, with nothing added."""
    mean, variance, _ = sets.moments
    with np.errstate(invalid="ignore", divide="ignore"):
        pivots = np.sort(np.nan_to_num(mean / np.sqrt(variance / (sets.n - 1)), nan=0.0), axis=0)
    return sets.value - _ranked(pivots, 1 - TAIL) * sets.error, sets.value - _ranked(pivots, TAIL) * sets.error


def transformed(sets: Sets) -> Ends:
    """Hall's transformation of the pivot, which takes the skewness out (Hall 1992)."""
    mean, variance, third = sets.moments
    with np.errstate(invalid="ignore", divide="ignore"):
        skewness = np.nan_to_num(third / variance**1.5)
        pivots = np.sort(_hall(np.nan_to_num(mean / np.sqrt(variance)), skewness, sets.n), axis=0)
    spread = sets.error * np.sqrt(sets.n - 1)
    low, high = (_hall_inverse(_ranked(pivots, tail), sets.skewness, sets.n) for tail in (1 - TAIL, TAIL))
    return sets.value - low * spread, sets.value - high * spread


def sign_flips(sets: Sets) -> Ends:
    """What the sign-flip test does not reject: the means of random subsets (Hartigan 1969); for plain means alone."""
    if not sets.scenario.is_mean:
        nothing = np.full(len(sets.value), np.nan)
        return nothing, nothing
    chosen = np.random.default_rng(sets.n).random((RESAMPLES, sets.n)) < 0.5
    chosen[~chosen.any(axis=1), 0] = True
    means = np.sort(chosen / chosen.sum(axis=1, keepdims=True) @ sets.statistics[..., 0], axis=0)
    return _ranked(means, TAIL), _ranked(means, 1 - TAIL)


METHODS: Final[dict[str, Callable[[Sets], Ends]]] = {
    "Student's t": student,
    "percentile": percentile,
    "expanded": expanded_percentile,
    "BCa": bca,
    "tilted": tilted,
    "Johnson's t": johnson,
    "Hall's": transformed,
    "studentised": studentised,
    "sign flips": sign_flips,
}


def _ranked(ordered: Reals, tail: float | Reals) -> Reals:
    """The percentile of each column; ``tail`` may differ by column."""
    rank = np.clip(np.round(np.asarray(tail) * (len(ordered) + 1)).astype(int) - 1, 0, len(ordered) - 1)
    return np.take_along_axis(ordered, np.broadcast_to(rank, ordered.shape[1])[None], axis=0)[0]


def _hall(t: Reals, skewness: Reals, n: int) -> Reals:
    return t + skewness * t**2 / 3 + skewness**2 * t**3 / 27 + skewness / (6 * n)


def _hall_inverse(value: Reals, skewness: Reals, n: int) -> Reals:
    safe = np.where(np.abs(skewness) < 1e-6, 1e-6, skewness)
    return np.asarray(3 / safe * (np.cbrt(1 + safe * (value - safe / (6 * n))) - 1))


def _tilted_mean(numbers: Reals, sums: Reals) -> Reals:
    """How far the mean (sets,) may be tilted up before the resampled sums fall to 0 or below with too little chance.

    Args:
        numbers: (samples, sets) with mean 0.
        sums: (resamples, sets) of them, drawn anew.
    """
    low, high = np.zeros(numbers.shape[1]), np.full(numbers.shape[1], 8.0)
    for _ in range(_TILT_STEPS):
        middle = (low + high) / 2
        weight = np.exp(middle * sums - len(numbers) * np.log(np.exp(middle * numbers).mean(axis=0)))
        is_likely = (weight * (sums <= 0)).mean(axis=0) > TAIL
        low, high = np.where(is_likely, middle, low), np.where(is_likely, high, middle)
    tilt = np.exp(low * numbers)
    return np.asarray((tilt * numbers).sum(axis=0) / tilt.sum(axis=0))
