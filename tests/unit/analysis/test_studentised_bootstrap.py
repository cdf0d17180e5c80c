import numpy as np
import pytest
from scipy import stats

from granview.analysis.studentised_bootstrap import MOST_DRAWN, mean_pivots, ratio_pivots


def jackknife(above: np.ndarray, below: np.ndarray) -> tuple[float, float]:
    """The ratio, and its standard error, by leaving out each sample in turn."""
    left_out = np.array([np.delete(above, i).sum() / np.delete(below, i).sum() for i in range(len(above))])
    n = len(above)
    return above.sum() / below.sum(), np.sqrt((n - 1) / n * ((left_out - left_out.mean()) ** 2).sum())


def test_the_error_of_a_mean_is_the_usual_one_and_that_of_a_ratio_the_jackknifes() -> None:
    generator = np.random.default_rng(0)
    values = generator.normal(size=(30, 2))
    for pivot, column in zip(mean_pivots(values, 0), values.T, strict=True):
        assert (pivot.value, pivot.error) == (pytest.approx(column.mean()), pytest.approx(stats.sem(column)))
    counts = generator.integers(1, 50, 30).astype(float)
    (pivot,) = ratio_pivots((values[:, 0] * counts)[:, None], counts[:, None], 0)
    assert (pivot.value, pivot.error) == tuple(map(pytest.approx, jackknife(values[:, 0] * counts, counts)))


@pytest.mark.parametrize("n", [30, 600])
def test_resampled_pivots_are_those_of_scipys_studentised_bootstrap(n: int) -> None:
    """Of samples drawn in resamples of just that size, and of many, drawn as often as chance has it."""
    values = np.random.default_rng(1).exponential(size=n)

    def t(drawn: np.ndarray, axis: int) -> np.ndarray:
        return (drawn.mean(axis) - values.mean()) / stats.sem(drawn, axis)

    theirs = stats.bootstrap((values,), t, n_resamples=9999, method="basic", rng=1).bootstrap_distribution
    (pivot,) = mean_pivots(values[:, None], 0)
    tails = [0.025, 0.05, 0.5, 0.95, 0.975]
    assert np.quantile(pivot.resampled, tails) == pytest.approx(np.quantile(theirs, tails), abs=0.2)


def test_the_interval_of_many_skewed_values_is_scipys_bca() -> None:
    values = np.random.default_rng(2).exponential(size=500)
    found = mean_pivots(values[:, None], 0)[0].interval()
    theirs = stats.bootstrap((values,), np.mean, n_resamples=9999, rng=1).confidence_interval
    width = theirs.high - theirs.low
    assert found.low == pytest.approx(theirs.low, abs=0.05 * width)
    assert found.high == pytest.approx(theirs.high, abs=0.05 * width)


def test_ratios_cover_the_truth_about_as_often_as_is_said() -> None:
    """The mean over 1 to 50 units in each of 24 samples, whose effects are alike within a sample."""
    generator = np.random.default_rng(3)
    counts = generator.integers(1, 51, (24, 400)).astype(float)
    sums = counts * generator.normal(0.2, 0.5, counts.shape) + generator.normal(size=counts.shape) * np.sqrt(counts)
    found = [pivot.interval() for pivot in ratio_pivots(sums, counts, 0, 2000)]
    covered = np.mean([each.low <= 0.2 <= each.high for each in found])
    assert 0.93 <= covered <= 0.99


def test_columns_do_not_depend_on_each_other() -> None:
    values = np.random.default_rng(4).normal(size=(12, 3))
    together, alone = mean_pivots(values, 0), mean_pivots(values[:, 1:2], 0)
    np.testing.assert_allclose(together[1].resampled, alone[0].resampled, rtol=1e-4, atol=1e-4)


def test_a_resample_in_which_nothing_differs_does_not_reach_without_end() -> None:
    """Of 13 right and 3 wrong, a resample in 28 has no wrong one."""
    values = np.array([1.0] * 13 + [0.0] * 3)
    (pivot,) = mean_pivots(values[:, None], 0)
    assert np.isfinite(pivot.resampled).all()
    found, student = pivot.interval(), stats.ttest_1samp(values, 0).confidence_interval()
    assert found.low == pytest.approx(values.mean() - 2 * (values.mean() - student.low))
    assert found.excludes_zero


def test_of_very_many_samples_groups_are_drawn_and_tell_the_same() -> None:
    values = np.random.default_rng(5).exponential(size=(12_345, 1))
    (pivot,) = mean_pivots(values, 0, 4000)
    assert (pivot.n, len(pivot.resampled)) == (MOST_DRAWN, 4000)
    assert (pivot.value, pivot.error) == (
        pytest.approx(values.mean()),
        pytest.approx(stats.sem(values[:, 0]), rel=0.03),
    )
    reach = stats.t.isf(0.025, len(values)) * stats.sem(values[:, 0])
    found = pivot.interval()
    assert found.low == pytest.approx(values.mean() - reach, abs=0.1 * reach)
    assert found.high == pytest.approx(values.mean() + reach, abs=0.1 * reach)


def test_what_fewer_than_two_samples_have_has_no_pivot() -> None:
    counts = np.array([[1.0, 0.0, 2.0], [1.0, 3.0, 0.0], [1.0, 0.0, 0.0]])
    assert [pivot is None for pivot in ratio_pivots(counts, counts, 0, 50)] == [False, True, True]
    assert mean_pivots(np.empty((0, 2)), 0) == [None, None]
    assert mean_pivots(np.ones((3, 0)), 0) == []
    assert mean_pivots(np.ones((1, 1)), 0) == [None]
