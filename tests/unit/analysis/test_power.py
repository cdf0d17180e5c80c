import math

import numpy as np
import pytest
from statsmodels.stats.power import TTestPower

from granview.analysis.bootstrap_interval import Pivot
from granview.analysis.paired_bootstrap import PairedDifference
from granview.analysis.power import samples_needed, smallest_detectable
from granview.analysis.studentised_bootstrap import mean_pivots


def difference_of(n: int, spread: float, mean: float = 0.1) -> PairedDifference:
    pivot = Pivot(mean, spread / math.sqrt(n), n, np.empty(0))
    return PairedDifference(mean, 0.0, 0.0, 1.0, n, pivot=pivot)


@pytest.mark.parametrize("n", [8, 10, 24, 100, 1000])
def test_the_smallest_difference_is_statsmodels(n: int) -> None:
    expected = TTestPower().solve_power(nobs=n, alpha=0.05, power=0.8) * 0.3
    assert smallest_detectable(difference_of(n, 0.3)) == pytest.approx(expected, rel=0.01)


@pytest.mark.parametrize("size", [0.01, 0.05, 0.1, 0.3])
@pytest.mark.parametrize("power", [0.8, 0.9])
def test_the_samples_needed_are_statsmodels(size: float, power: float) -> None:
    expected = TTestPower().solve_power(effect_size=size / 0.3, alpha=0.05, power=power)
    found = samples_needed(difference_of(24, 0.3), size, power)
    assert found == pytest.approx(max(8, expected), rel=0.01, abs=1)
    assert samples_needed(difference_of(24, 0.3), -size, power) == found


def test_a_difference_of_that_size_is_shown_as_often_as_is_said() -> None:
    """With the interval that is shown, which is wider than Student's."""
    generator = np.random.default_rng(0)
    (pilot,) = mean_pivots(np.linspace(-2, 2, 24)[:, None] / np.linspace(-2, 2, 24).std(ddof=1), 0)
    least = smallest_detectable(PairedDifference(pilot.value, 0.0, 0.0, 1.0, 24, pivot=pilot))
    pivots = mean_pivots(generator.normal(least, 1, (24, 400)), 0, 2000)
    assert np.mean([pivot.interval().excludes_zero for pivot in pivots]) == pytest.approx(0.8, abs=0.07)


@pytest.mark.parametrize("level", [0.95, 0.995])
@pytest.mark.parametrize("n", [9, 24])
def test_as_many_samples_as_are_asked_for_show_it_as_often_as_is_said(n: int, level: float) -> None:
    """However much wider than Student's the interval of so few is."""
    few = np.linspace(-2, 2, n)[:, None] / np.linspace(-2, 2, n).std(ddof=1)
    (pilot,) = mean_pivots(few, 0)
    assert pilot is not None
    needed = samples_needed(PairedDifference(0.0, 0.0, 0.0, 1.0, n, pivot=pilot), 0.4, level=level)
    pivots = mean_pivots(np.random.default_rng(0).normal(0.4, 1, (needed, 400)), 0, 2000)
    assert np.mean([pivot.interval(level).excludes_zero for pivot in pivots]) == pytest.approx(0.8, abs=0.07)


def test_the_samples_that_there_are_show_what_they_can_show() -> None:
    (pilot,) = mean_pivots(np.random.default_rng(2).lognormal(size=(9, 1)), 0)
    difference = PairedDifference(0.0, 0.0, 0.0, 1.0, 9, pivot=pilot)
    least = smallest_detectable(difference)
    assert least is not None
    assert samples_needed(difference, 1.001 * least) == 9
    assert (samples_needed(difference, 0.9 * least) or 0) > 9


def test_where_nothing_is_known_nothing_is_told() -> None:
    few = PairedDifference(0.1, None, None, None, 3)
    assert (smallest_detectable(few), samples_needed(few, 0.1)) == (None, None)
    assert [samples_needed(difference_of(24, 0.3), size) for size in (0.0, 1e-17, 1e-300)] == [None] * 3
    flat = difference_of(24, 0.0)
    assert (smallest_detectable(flat), samples_needed(flat, 0.1)) == (None, None)
