import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.weightstats import ttost_paired

from granview.analysis.bootstrap_interval import Pivot, least_p
from granview.analysis.equivalence import equivalence, no_worse
from granview.analysis.paired_bootstrap import PairedDifference, paired_difference
from granview.analysis.studentised_bootstrap import mean_pivots
from granview.core.errors import ArgumentError


def difference_of(values: np.ndarray, resamples: int = 10_000) -> PairedDifference:
    (pivot,) = mean_pivots(values[:, None], 0, resamples)
    return paired_difference(pivot.value, 0.0, len(values), pivot.interval(), pivot=pivot)


def student_of(values: np.ndarray) -> PairedDifference:
    """By Student's t alone, without resamples."""
    pivot = Pivot(values.mean(), values.std(ddof=1) / np.sqrt(len(values)), len(values), np.empty(0))
    return paired_difference(pivot.value, 0.0, len(values), pivot.interval(), pivot=pivot)


@pytest.mark.parametrize("n", [8, 24, 200])
@pytest.mark.parametrize("margin", [0.05, 0.1, 0.3])
def test_of_students_t_it_is_statsmodels_two_one_sided_tests(n: int, margin: float) -> None:
    generator = np.random.default_rng(n)
    a, b = generator.normal(0.52, 0.2, n), generator.normal(0.5, 0.2, n)
    expected, lower, upper = ttost_paired(a, b, -margin, margin)
    found = equivalence(student_of(a - b), margin)
    least = least_p(n) / 2
    assert found.p_value == pytest.approx(max(expected, least))
    assert no_worse(student_of(a - b), margin, is_higher_better=True).p_value == pytest.approx(max(lower[1], least))
    assert no_worse(student_of(a - b), margin, is_higher_better=False).p_value == pytest.approx(max(upper[1], least))


def test_of_many_samples_the_bootstraps_is_statsmodels_too() -> None:
    generator = np.random.default_rng(1)
    a, b = generator.normal(0.52, 0.2, 300), generator.normal(0.5, 0.2, 300)
    for margin in (0.04, 0.05, 0.06):
        expected = ttost_paired(a, b, -margin, margin)[0]
        assert expected - 1e-9 <= equivalence(difference_of(a - b), margin).p_value <= 1.1 * expected + 0.003


@given(st.lists(st.floats(-1, 1).map(lambda value: round(value, 3)), min_size=8, max_size=30), st.floats(0.01, 1))
def test_it_is_shown_exactly_where_the_90_percent_interval_lies_within_the_margin(
    values: list[float], margin: float
) -> None:
    difference = difference_of(np.array(values), 999)
    found = equivalence(difference, margin)
    assert found.is_shown == (-margin < found.low and found.high < margin)
    worse = no_worse(difference, margin, is_higher_better=True)
    assert worse.is_shown == (worse.worst > -margin)
    assert worse.p_value <= found.p_value
    turned = no_worse(difference_of(-np.array(values), 999), margin, is_higher_better=False)
    assert turned.p_value == pytest.approx(worse.p_value)
    assert turned.worst == pytest.approx(worse.worst)


def test_lanes_that_differ_by_the_margin_are_called_equivalent_as_rarely_as_is_said() -> None:
    generator = np.random.default_rng(3)
    pivots = mean_pivots(generator.normal(0.5, 1, (40, 400)), 0, 2000)
    said = sum(equivalence(PairedDifference(p.value, 0, 0, 1, 40, pivot=p), 0.5).is_shown for p in pivots)
    assert said / 400 <= 0.086


def test_without_an_interval_nothing_is_shown_and_a_margin_is_above_0() -> None:
    assert equivalence(PairedDifference(0.1, None, None, None, 3), 0.5) is None
    assert no_worse(PairedDifference(0.1, None, None, None, 3), 0.5, is_higher_better=True) is None
    for margin in (0.0, -1.0, float("nan"), float("inf")):
        with pytest.raises(ArgumentError, match="margin"):
            equivalence(PairedDifference(0.1, None, None, None, 3), margin)
