import numpy as np
import pytest

from granview.analysis.clustered_bootstrap import clustered_means
from granview.analysis.no_interval import NoInterval, no_interval


@pytest.mark.parametrize(
    ("n", "n_different", "is_alike", "why"),
    [
        (7, 7, False, NoInterval.FEW),
        (7, 0, True, NoInterval.FEW),
        (8, 0, True, NoInterval.SAME),
        (8, 5, False, NoInterval.FEW_DIFFER),
        (8, 8, True, NoInterval.ALIKE),
        (8, 8, False, NoInterval.UNDEFINED),
    ],
)
def test_the_first_reason_that_holds_is_told(n: int, n_different: int, is_alike: bool, why: NoInterval) -> None:
    assert no_interval(n, n_different, is_alike=is_alike) is why


@pytest.mark.parametrize("usual", [None, 0.0])
@pytest.mark.parametrize("n", [1, 5, 8, 24])
@pytest.mark.parametrize("value", [0.0, 0.25, 1.0])
@pytest.mark.parametrize("odd", [0, 1, 5, 6, 24])
def test_there_is_an_interval_with_width_or_a_reason(usual: float | None, n: int, value: float, odd: int) -> None:
    values = np.full(n, value)
    values[:odd] = np.linspace(0.3, 0.7, n)[:odd]
    found = clustered_means(np.arange(n), np.zeros(n, np.intp), values, 1, seed=0, n=200, usual=usual)
    interval, why = found.interval(0), found.why_none(0)
    assert (interval is None) == (why is not None)
    assert interval is None or interval.low < interval.high


def test_of_a_lane_by_itself_samples_are_alike_and_none_differs_from_another() -> None:
    assert no_interval(9, 0, is_alike=True, is_difference=False) is NoInterval.ALIKE
    assert no_interval(9, 3, is_alike=False, is_difference=False) is NoInterval.MOST_ALIKE


def test_of_no_units_there_is_nothing_to_explain() -> None:
    nothing = clustered_means(np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0), 1, seed=0, n=50)
    assert nothing.why_none(0) is None
