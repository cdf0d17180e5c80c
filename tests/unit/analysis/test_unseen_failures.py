import pytest
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from granview.analysis.unseen_failures import most_failing, samples_without


@pytest.mark.parametrize("n", [1, 8, 24, 149, 150, 1000, 5000])
@pytest.mark.parametrize("level", [0.9, 0.95, 0.99])
def test_the_bound_is_that_of_scipy_and_statsmodels(n: int, level: float) -> None:
    found = most_failing(n, level)
    exact = stats.binomtest(0, n, alternative="less").proportion_ci(level, method="exact").high
    assert found == pytest.approx(exact, rel=1e-9)
    assert found == pytest.approx(proportion_confint(0, n, 2 * (1 - level), method="beta")[1], rel=1e-9)


def test_without_a_failure_it_is_about_three_by_n() -> None:
    assert most_failing(24) == pytest.approx(0.117, abs=5e-4)
    assert most_failing(1000) == pytest.approx(3 / 1000, rel=0.01)


@pytest.mark.parametrize("share", [0.5, 0.1, 0.02, 0.01, 0.0003])
def test_so_many_samples_exclude_the_share_and_one_fewer_does_not(share: float) -> None:
    n = samples_without(share)
    assert most_failing(n) <= share < most_failing(n - 1)


def test_of_two_in_a_hundred_149_samples_tell_and_of_all_one() -> None:
    assert (samples_without(0.02), samples_without(1.0), samples_without(25.0)) == (149, 1, 1)
