from collections.abc import Callable
from functools import cache

import numpy as np
import pytest
from scipy import stats

from granview.analysis.bootstrap_interval import MIN_SAMPLES, expanded_percentile_interval
from granview.analysis.resampling import resamples

Draw = Callable[[np.random.Generator, int], np.ndarray]


@cache
def weights(size: int, n: int) -> np.ndarray:
    return np.concatenate(list(resamples(size, n, seed=size)))


def resampled_means(values: np.ndarray, n: int = 2000) -> np.ndarray:
    return weights(len(values), n) @ values / len(values)


def interval_of(values: np.ndarray, level: float = 0.95):
    return expanded_percentile_interval(float(values.mean()), resampled_means(values), len(values), level)


def normal(generator: np.random.Generator, n: int) -> np.ndarray:
    return generator.normal(size=n)


def right_or_wrong(generator: np.random.Generator, n: int) -> np.ndarray:
    """Two lanes that are each right on 6 of 10 samples, by themselves."""
    a, b = generator.random((2, n)) < 0.6
    return a.astype(float) - b


@pytest.mark.parametrize("draw", [normal, right_or_wrong])
@pytest.mark.parametrize("n", [8, 10, 24, 100])
def test_lanes_alike_are_said_to_differ_about_as_often_as_is_said(n: int, draw: Draw):
    """Within 3.3 standard errors of 5 % in 600 simulations; the plain percentile interval had 12 % at n = 8."""
    generator = np.random.default_rng(n)
    alarms = sum(interval_of(draw(generator, n)).excludes_zero for _ in range(600))
    assert alarms / 600 <= 0.08
    assert draw is not normal or alarms / 600 >= 0.022


@pytest.mark.parametrize("n", [2, 3, 5, MIN_SAMPLES - 1])
def test_few_samples_have_no_interval(n: int):
    values = np.arange(n) + 1.0
    assert expanded_percentile_interval(float(values.mean()), resampled_means(values), n) is None


@pytest.mark.parametrize("level", [0.5, 0.9, 0.95, 0.99])
@pytest.mark.parametrize("n", [8, 12, 60])
def test_of_normal_values_it_is_students_interval(n: int, level: float):
    values = stats.norm.ppf((np.arange(n) + 0.5) / n) + 0.2
    found = expanded_percentile_interval(float(values.mean()), resampled_means(values, 40_000), n, level)
    low, high = stats.t.interval(level, n - 1, values.mean(), values.std(ddof=1) / np.sqrt(n))
    assert (found.low, found.high) == (pytest.approx(low, abs=0.09), pytest.approx(high, abs=0.09))


def test_where_the_tail_holds_no_resamples_it_is_students_interval_or_wider():
    values = np.random.default_rng(1).normal(0.4, 1, 8)
    found, level = expanded_percentile_interval(float(values.mean()), resampled_means(values, 500), 8, 0.999), 0.999
    low, high = stats.t.interval(level, 7, values.mean(), values.std(ddof=1) / np.sqrt(8))
    assert found.low <= low * 0.9
    assert found.high >= high * 0.9


def test_the_p_value_says_what_the_interval_says():
    generator = np.random.default_rng(2)
    for _ in range(200):
        n = int(generator.integers(8, 30))
        values = generator.normal(generator.choice([0.0, 0.5, 2.0]), 1, n)
        means = resampled_means(values, 999)
        for level in (0.5, 0.9, 0.95, 0.99):
            found = expanded_percentile_interval(float(values.mean()), means, n, level)
            assert (found.p_value <= 1 - level) == found.excludes_zero


def test_values_that_are_all_the_same_differ_from_0_by_just_that():
    found = interval_of(np.full(9, 0.25))
    assert (found.low, found.high) == (0.25, 0.25)
    assert found.p_value == pytest.approx(1 / 2001)
    assert interval_of(np.zeros(9)).p_value == 1.0
