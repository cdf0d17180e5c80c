"""Paired differences whose truth is known, to measure by how often intervals cover it.

Each scenario draws many sets of samples at once. A sample is known by its additive statistics, as tasks have them, and
what is asked for is a metric of their sum.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]

_TRUTH_SETS: Final = 20
_TRUTH_SAMPLES: Final = 100_000


@dataclass(frozen=True)
class Scenario:
    """Sets of samples, and the metric of a set.

    Attributes:
        title: What is drawn.
        draw: From a generator, how many samples a set has and how many sets there are to (samples, sets, d) statistics.
        metric: Of summed statistics (..., d): (...).
        is_mean: Whether the metric is the mean of one value per sample, of which alone the sign-flip test is exact.
        is_ratio: Whether it is the mean over units: the first statistic by the second.
    """

    title: str
    draw: Callable[[np.random.Generator, int, int], Reals]
    metric: Callable[[Reals], Reals]
    is_mean: bool = False
    is_ratio: bool = False

    def truth(self) -> float:
        """The metric of endless samples: of two million, the same each time."""
        generator = np.random.default_rng(1)
        sums = [self.draw(generator, _TRUTH_SAMPLES, 1).sum(axis=(0, 1)) for _ in range(_TRUTH_SETS)]
        return float(self.metric(np.sum(sums, axis=0)))


def _values(draw: Callable[[np.random.Generator, tuple[int, int]], Reals]) -> Callable[..., Reals]:
    """One value for each sample, beside a 1, so that their mean is a ratio of sums."""

    def drawn(generator: np.random.Generator, n: int, sets: int) -> Reals:
        values = draw(generator, (n, sets))
        return np.stack([values, np.ones_like(values)], axis=-1)

    return drawn


def _ratio(sums: Reals) -> Reals:
    return np.asarray(sums[..., 0] / sums[..., 1])


def _normal(generator: np.random.Generator, shape: tuple[int, int]) -> Reals:
    return generator.normal(0.3, 1.0, shape)


def _lognormal(generator: np.random.Generator, shape: tuple[int, int]) -> Reals:
    return generator.lognormal(size=shape)


def _mostly_zero(generator: np.random.Generator, shape: tuple[int, int]) -> Reals:
    return (generator.random(shape) < 0.2) * generator.normal(0.5, 1.0, shape)


def _mostly_zero_skewed(generator: np.random.Generator, shape: tuple[int, int]) -> Reals:
    return (generator.random(shape) < 0.2) * generator.exponential(size=shape)


def _wins(generator: np.random.Generator, shape: tuple[int, int]) -> Reals:
    """Of two classifiers one alone is right on 15 % of the samples, the other on 5 %."""
    drawn = generator.random(shape)
    return (drawn < 0.15).astype(np.float64) - (drawn > 0.95)


def _units(effect: Callable[[np.random.Generator, tuple[int, int]], Reals]) -> Callable[..., Reals]:
    """From 1 to 50 units in each sample; of their variance, a share of 0.3 is the sample's (intraclass correlation)."""

    def drawn(generator: np.random.Generator, n: int, sets: int) -> Reals:
        count = generator.integers(1, 51, (n, sets)).astype(np.float64)
        scatter = generator.normal(size=(n, sets)) * np.sqrt(0.7 * count)
        return np.stack([count * effect(generator, (n, sets)) + scatter, count], axis=-1)

    return drawn


def _normal_effect(generator: np.random.Generator, shape: tuple[int, int]) -> Reals:
    return generator.normal(0.2, np.sqrt(0.3), shape)


def _skewed_effect(generator: np.random.Generator, shape: tuple[int, int]) -> Reals:
    """Lognormal, with the same share of the variance."""
    return generator.lognormal(size=shape) * np.sqrt(0.3 / ((np.e - 1) * np.e))


_CLASS_SHARES: Final = np.array([1.0, 0.7, 0.5, 0.3, 0.15])
"""How many of the samples have each of five classes."""


def _areas(generator: np.random.Generator, n: int, sets: int) -> Reals:
    """Intersection and union of five classes in two lanes: (n, sets, 20)."""
    shape = (n, sets, len(_CLASS_SHARES))
    area = (generator.random(shape) < _CLASS_SHARES) * generator.lognormal(size=shape)
    ease = generator.beta(5, 2, (n, sets, 1))
    lanes = []
    for lead in (0.04, 0.0):
        inside = area * np.clip(ease + lead + generator.normal(0, 0.1, shape), 0.01, 0.99)
        lanes += [inside, area + generator.gamma(0.3, 0.15, shape) * (1 - ease) * 0.5]
    return np.concatenate(lanes, axis=-1)


def _miou_difference(sums: Reals) -> Reals:
    inside, union, other_inside, other_union = np.split(sums, 4, axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        lead = np.nanmean(inside / union, axis=-1) - np.nanmean(other_inside / other_union, axis=-1)
    return np.asarray(lead)


def _entities(generator: np.random.Generator, n: int, sets: int) -> Reals:
    """Entities found, and found, invented and true together, in two lanes: (n, sets, 4)."""
    true = generator.poisson(2, (n, sets)) + (generator.random((n, sets)) < 0.7)
    ease = generator.beta(3, 1.2, (n, sets))
    lanes = []
    for lead, invented in ((0.05, 0.3), (0.0, 0.4)):
        found = generator.binomial(true, np.clip(ease + lead, 0, 1))
        lanes += [found, found + generator.poisson(invented + 0.8 * (1 - ease)) + true]
    return np.stack(lanes, axis=-1).astype(np.float64)


def _f1_difference(sums: Reals) -> Reals:
    return np.asarray(2 * sums[..., 0] / sums[..., 1] - 2 * sums[..., 2] / sums[..., 3])


SCENARIOS: Final = (
    Scenario("normal", _values(_normal), _ratio, is_mean=True, is_ratio=True),
    Scenario("lognormal", _values(_lognormal), _ratio, is_mean=True, is_ratio=True),
    Scenario("80 % zeros, else normal", _values(_mostly_zero), _ratio, is_mean=True, is_ratio=True),
    Scenario("80 % zeros, else exponential", _values(_mostly_zero_skewed), _ratio, is_mean=True, is_ratio=True),
    Scenario("accuracy, 20 % differ", _values(_wins), _ratio, is_mean=True, is_ratio=True),
    Scenario("mean over 1 to 50 units", _units(_normal_effect), _ratio, is_ratio=True),
    Scenario("the same, lognormal samples", _units(_skewed_effect), _ratio, is_ratio=True),
    Scenario("pooled mIoU", _areas, _miou_difference),
    Scenario("pooled entity F1", _entities, _f1_difference),
)
