import numpy as np
import pytest
from scipy.stats import spearmanr

from granview.scoring.rank_correlation import rank_correlation


def test_it_agrees_with_scipy_also_where_values_are_equal():
    rng = np.random.default_rng(0)
    one, other = rng.integers(0, 20, 300), rng.normal(size=300)
    assert rank_correlation(one, other) == pytest.approx(spearmanr(one, other).statistic)


def test_it_does_not_depend_on_scale():
    values = np.random.default_rng(0).uniform(1, 2, 50)
    assert rank_correlation(values, np.exp(values) * 7) == 1
    assert rank_correlation(values, 1 / values) == -1


def test_where_all_are_equal_it_is_undefined():
    assert rank_correlation(np.ones(5), np.arange(5)) is None
    assert rank_correlation(np.ones(0), np.ones(0)) is None
