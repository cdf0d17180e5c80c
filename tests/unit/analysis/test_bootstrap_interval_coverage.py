"""By how often intervals cover the truth: a small part of ``tests/benchmarks/interval_coverage.py``."""

from collections.abc import Callable

import numpy as np
import pytest

from tests.benchmarks.interval_coverage import granview
from tests.benchmarks.interval_methods import Ends, Sets, expanded_percentile, student
from tests.benchmarks.interval_scenarios import SCENARIOS, Scenario

SETS = 300


def covered(scenario: Scenario, n: int, method: Callable[[Sets], Ends] = granview) -> float:
    """The share of intervals that hold the truth, of sets that have one."""
    sets = Sets(scenario, scenario.draw(np.random.default_rng(n), n, SETS))
    low, high = method(sets)
    known = ~np.isnan(low)
    return float(np.mean((low[known] <= scenario.truth()) & (scenario.truth() <= high[known])))


@pytest.mark.parametrize(
    "scenario",
    [pytest.param(each, id=each.title, marks=() if each.is_ratio else pytest.mark.slow) for each in SCENARIOS],
)
def test_of_24_samples_intervals_cover_about_as_often_as_is_said(scenario: Scenario) -> None:
    """At least 93 %, less three standard errors of so few sets."""
    assert covered(scenario, 24) >= 0.93 - 3 * np.sqrt(0.93 * 0.07 / SETS)


def test_of_skewed_differences_neither_students_interval_nor_expanded_percentiles_do() -> None:
    lognormal = next(scenario for scenario in SCENARIOS if scenario.title == "lognormal")
    ours = covered(lognormal, 24)
    assert covered(lognormal, 24, student) < ours - 0.03
    assert covered(lognormal, 24, expanded_percentile) < ours - 0.02
