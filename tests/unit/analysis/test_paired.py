import numpy as np
import pytest
from scipy import stats

from granview.analysis import paired
from granview.analysis.paired import (
    PairedDifference,
    paired_bootstrap,
    paired_statistic_bootstrap,
    paired_statistics_bootstrap,
)
from granview.core.errors import ShapeError


def accuracy(statistics):
    right, total = statistics["counts"] if statistics else (0, 0)
    return float(right / total) if total else None


def counts(values):
    return [{"counts": np.array([right, total])} for right, total in values]


def test_mean_interval_and_n_by_scipy():
    generator = np.random.default_rng(0)
    a, b = generator.normal(0.6, 0.1, 80), generator.normal(0.5, 0.1, 80)
    ours = paired_bootstrap(a, b, n=4000)
    theirs = stats.bootstrap((a - b,), np.mean, n_resamples=4000, method="percentile", rng=1).confidence_interval
    assert ours.mean == pytest.approx((a - b).mean())
    assert (ours.low, ours.high) == (pytest.approx(theirs.low, abs=2e-3), pytest.approx(theirs.high, abs=2e-3))
    assert ours.n == 80
    assert ours.significant


def test_swapping_the_lanes_turns_the_sign():
    generator = np.random.default_rng(1)
    a, b = generator.random((2, 30))
    one, other = paired_bootstrap(a, b), paired_bootstrap(b, a)
    assert one.mean == pytest.approx(-other.mean)
    assert (one.low, one.high) == (pytest.approx(-other.high), pytest.approx(-other.low))
    assert one.p_value == other.p_value


def test_equal_lanes_do_not_differ():
    difference = paired_bootstrap([0.1, 0.5, 0.9], [0.1, 0.5, 0.9])
    assert difference == PairedDifference(0.0, 0.0, 0.0, 1.0, 3)
    assert not difference.significant


def test_false_alarms_are_about_as_rare_as_said():
    generator = np.random.default_rng(2)
    alarms = sum(paired_bootstrap(*generator.random((2, 40)), seed=i, n=400).p_value < 0.05 for i in range(200))
    assert alarms <= 24


def test_the_same_seed_gives_the_same_interval():
    a, b = np.random.default_rng(3).random((2, 20))
    assert paired_bootstrap(a, b, seed=5) == paired_bootstrap(a, b, seed=5)
    assert paired_bootstrap(a, b, seed=5) != paired_bootstrap(a, b, seed=6)


def test_pairs_with_a_missing_value_are_left_out():
    difference = paired_bootstrap([1.0, np.nan, 3.0], [0.0, 1.0, np.nan])
    assert difference == PairedDifference(1.0, None, None, None, 1)
    assert paired_bootstrap([np.nan], [1.0]) == PairedDifference(None, None, None, None, 0)
    assert not paired_bootstrap([], []).significant


def test_drawing_in_blocks_makes_no_difference(monkeypatch: pytest.MonkeyPatch):
    a, b = np.random.default_rng(4).random((2, 50))
    whole = paired_bootstrap(a, b)
    monkeypatch.setattr(paired, "_CELLS_AT_ONCE", 500)
    blocks = paired_bootstrap(a, b)
    assert (blocks.low, blocks.high) == (pytest.approx(whole.low), pytest.approx(whole.high))


def test_lanes_must_pair_up():
    with pytest.raises(ShapeError):
        paired_bootstrap([1.0], [1.0, 2.0])
    with pytest.raises(ShapeError):
        paired_statistic_bootstrap(counts([(1, 2)]), [], accuracy)


def test_statistics_of_equally_large_samples_are_the_mean():
    """With samples of one size the merged ratio is the mean of the samples' ratios."""
    generator = np.random.default_rng(5)
    right_a, right_b = generator.integers(40, 90, 30), generator.integers(30, 80, 30)
    a, b = ([(right, 100) for right in side] for side in (right_a, right_b))
    merged = paired_statistic_bootstrap(counts(a), counts(b), accuracy, seed=7)
    plain = paired_bootstrap(right_a / 100, right_b / 100, seed=7)
    for name in ("mean", "low", "high", "p_value", "n"):
        assert getattr(merged, name) == pytest.approx(getattr(plain, name))


def test_several_metrics_at_once_are_the_same_as_one_by_one():
    a, b = counts([(5, 9), (3, 4), (8, 20)]), counts([(4, 9), (1, 4), (9, 20)])
    both = paired_statistics_bootstrap(a, b, lambda part: {"x": accuracy(part), "none": None}, seed=1)
    assert both["x"] == paired_statistic_bootstrap(a, b, accuracy, seed=1)
    assert both["none"] == PairedDifference(None, None, None, None, 3)


def test_samples_that_one_lane_did_not_score_are_left_out():
    a, b = [*counts([(5, 9), (3, 4)]), {}], [*counts([(4, 9)]), {}, *counts([(1, 1)])]
    difference = paired_statistic_bootstrap(a, b, accuracy)
    assert (difference.n, difference.mean) == (1, pytest.approx(1 / 9))
    assert paired_statistic_bootstrap([{}], [{}], accuracy) == PairedDifference(None, None, None, None, 0)


def test_statistics_of_different_shape_do_not_merge():
    parts = [{"counts": np.zeros(2)}, {"counts": np.zeros(3)}]
    with pytest.raises(ShapeError, match="counts"):
        paired_statistic_bootstrap(parts, parts, lambda part: 0.0)


def test_resamples_in_which_the_metric_is_undefined_are_left_out():
    a, b = counts([(5, 10), (0, 0), (0, 0)]), counts([(4, 10), (0, 0), (0, 0)])
    difference = paired_statistic_bootstrap(a, b, accuracy)
    assert (difference.low, difference.high) == (pytest.approx(0.1), pytest.approx(0.1))
