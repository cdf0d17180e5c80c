"""Kappa and McNemar's test against the libraries that have them, and by samples."""

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.contingency_tables import mcnemar

from granview.analysis.error_overlap import clustered_mcnemar, error_overlap


def _random(seed: int, n: int = 400) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    hard = rng.random(n)
    return hard + rng.normal(0, 0.3, n) < 0.5, hard + rng.normal(0, 0.3, n) < 0.6


@pytest.mark.parametrize("seed", range(4))
def test_one_unit_in_each_sample_is_mcnemars_own_test(seed: int) -> None:
    first, second = _random(seed)
    found = error_overlap(first, second, np.arange(len(first)))
    table = [[found.both_right, found.only_first], [found.only_second, found.both_wrong]]
    assert found.p_value == pytest.approx(mcnemar(table, exact=False, correction=False).pvalue)
    assert found.kappa == pytest.approx(cohen_kappa_score(first, second))
    assert found.n == len(first) == found.n_samples


def test_units_of_one_sample_tell_no_more_than_the_sample() -> None:
    """Every unit ten times over in its sample: the p-value is that of the units once."""
    first, second = _random(7)
    alone = error_overlap(first, second, np.arange(400))
    tenfold = error_overlap(first.repeat(10), second.repeat(10), np.arange(400).repeat(10))
    assert tenfold.n == 4_000
    assert tenfold.p_value == pytest.approx(alone.p_value)


def test_it_keeps_its_level_where_units_are_alike() -> None:
    """Of 400 comparisons without a difference, with 20 units in a sample that are alike, 5 % are called one."""
    rng, called = np.random.default_rng(0), 0
    sample = np.arange(60).repeat(20)
    for _ in range(400):
        first = rng.random(1200) < np.clip(rng.normal(0.5, 0.3, 60), 0, 1).repeat(20)
        second = rng.random(1200) < np.clip(rng.normal(0.5, 0.3, 60), 0, 1).repeat(20)
        called += error_overlap(first, second, sample).p_value < 0.05
    assert 0.02 <= called / 400 <= 0.09


def test_nothing_is_claimed_where_there_is_little() -> None:
    assert clustered_mcnemar(np.array([1.0] * 9 + [0.0] * 50)) is None
    assert clustered_mcnemar(np.zeros(50)) is None
    none = error_overlap(np.empty(0, bool), np.empty(0, bool), np.empty(0, np.int32))
    assert (none.n, none.kappa, none.p_value, none.n_samples) == (0, None, None, 0)
    assert error_overlap(np.ones(5, bool), np.ones(5, bool), np.arange(5)).kappa is None
