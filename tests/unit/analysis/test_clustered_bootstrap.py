import numpy as np
import pytest

from granview.analysis.clustered_bootstrap import clustered_means


def test_samples_are_known_by_the_sum_and_the_number_of_their_units() -> None:
    """However the units of a sample stand, and whatever their scores are besides their sum."""
    sample = np.array([0, 0, 1, 1, 2, 2, 2, 3])
    value = np.array([0.2, 0.4, 1.0, 0.0, 0.3, 0.3, 0.3, 0.9])
    found = clustered_means(sample, np.zeros(8, int), value, 2, seed=0, n=500)
    assert found.mean[0] == pytest.approx(value.mean())
    assert np.isnan(found.mean[1])
    assert (found.n_units.tolist(), found.n_samples.tolist()) == ([8, 0], [4, 0])
    order = np.random.default_rng(0).permutation(8)
    even = clustered_means(
        sample[order], np.zeros(8, int), np.array([0.3, 0.3, 0.5, 0.5, 0.3, 0.3, 0.3, 0.9])[order], 2, 0, 500
    )
    assert even.pivots[0].error == pytest.approx(found.pivots[0].error)
    np.testing.assert_allclose(even.pivots[0].resampled, found.pivots[0].resampled, rtol=1e-4, atol=1e-4)
    assert found.pivots[1] is None


def test_fifty_units_that_score_alike_say_no_more_than_one() -> None:
    of_sample = np.random.default_rng(2).uniform(0.2, 0.8, 10)
    many, one = (
        clustered_means(np.repeat(np.arange(10), n), np.zeros(10 * n, int), np.repeat(of_sample, n), 1, seed=0)
        for n in (50, 1)
    )
    assert many.pivots[0].interval().low == pytest.approx(one.pivots[0].interval().low, abs=1e-6)


def test_samples_that_tell_nothing_are_not_counted() -> None:
    sample, value = np.arange(10), np.array([0.0] * 7 + [0.5, -0.5, 1.0])
    assert clustered_means(sample, np.zeros(10, int), value, 1, 0, 50, usual=0.0).n_different.tolist() == [3]
    assert clustered_means(sample, np.zeros(10, int), value + 1, 1, 0, 50, usual=0.0).n_different.tolist() == [10]
    assert clustered_means(sample, np.zeros(10, int), value + 1, 1, 0, 50).n_different.tolist() == [3]
