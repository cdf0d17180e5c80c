import numpy as np
import pytest
from scipy import stats

from granview.analysis.resampling import FEW, drawn_weights, resampled_sums


def weights(size: int, n: int, seed: int = 4) -> np.ndarray:
    return np.concatenate(list(drawn_weights(size, n, seed)))


def test_of_few_samples_each_resample_has_as_many() -> None:
    drawn = weights(50, 60)
    assert drawn.shape == (60, 50)
    assert (drawn.sum(axis=1) == 50).all()


@pytest.mark.parametrize("size", [FEW, FEW + 1, 2001])
def test_each_sample_is_drawn_as_often_as_poisson_has_it(size: int) -> None:
    drawn = weights(size, 500)
    assert drawn.shape == (500, size)
    assert drawn.mean() == pytest.approx(1, abs=0.01)
    counts = np.bincount(drawn.astype(int).ravel(), minlength=5)[:5] / drawn.size
    assert counts == pytest.approx(stats.poisson.pmf(np.arange(5), 1), abs=3e-3)
    assert drawn.sum(axis=1).std() < 1.2 * np.sqrt(size)


def test_the_same_seed_draws_the_same_and_no_two_resamples_are_alike() -> None:
    for size in (20, 900):
        one, other = weights(size, 30), weights(size, 30, seed=5)
        np.testing.assert_array_equal(one, weights(size, 30))
        assert (one != other).any()
        assert len(np.unique(one, axis=0)) == 30


@pytest.mark.parametrize("size", [30, 700])
def test_sums_are_those_of_the_rows_drawn(size: int) -> None:
    columns = np.random.default_rng(0).normal(size=(size, 3))
    np.testing.assert_allclose(resampled_sums(columns, 40, 4), weights(size, 40) @ columns, atol=1e-3)
    assert resampled_sums(columns[:0], 40, 4).shape == (0, 3)
