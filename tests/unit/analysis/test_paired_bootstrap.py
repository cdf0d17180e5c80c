from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from granview.analysis.no_interval import NoInterval
from granview.analysis.paired_bootstrap import (
    DifferenceVerdict,
    PairedDifference,
    paired_statistics_bootstrap,
)
from granview.core.errors import ShapeError


def accuracy(statistics):
    right, total = statistics["counts"] if statistics else (0, 0)
    return float(right / total) if total else None


def counts(values):
    return [{"counts": np.array([right, total])} for right, total in values]


def every(statistics):
    return ("",) if statistics["counts"][1] else ()


def paired_statistic_bootstrap(a, b, metric, *args, counted=every, **options):
    return paired_statistics_bootstrap(a, b, lambda part: {"": metric(part)}, counted, *args, **options)[""]


def paired_means(a, b, seed=0, n=10_000):
    """The difference of the means of two lanes' values; NaN where a lane has none."""
    sides = ([{} if np.isnan(value) else {"counts": np.array([value, 1.0])} for value in side] for side in (a, b))
    return paired_statistic_bootstrap(*sides, accuracy, seed, n)


def test_mean_interval_and_n_by_scipy():
    """Of samples that are not skewed, scipy's BCa and Student's interval are nearly ours."""
    generator = np.random.default_rng(0)
    a, b = generator.normal(0.6, 0.1, 80), generator.normal(0.5, 0.1, 80)
    ours = paired_means(a, b)
    theirs = stats.bootstrap((a - b,), np.mean, n_resamples=4000, rng=1).confidence_interval
    assert ours.mean == pytest.approx((a - b).mean())
    assert (ours.a, ours.b) == (pytest.approx(a.mean()), pytest.approx(b.mean()))
    assert (ours.low, ours.high) == (pytest.approx(theirs.low, abs=4e-3), pytest.approx(theirs.high, abs=4e-3))
    assert ours.p_value >= stats.ttest_rel(a, b).pvalue
    assert (ours.n, ours.n_different) == (80, 6)
    assert ours.significant
    assert ours.verdict is DifferenceVerdict.DIFFERENT


def test_swapping_the_lanes_turns_the_sign():
    generator = np.random.default_rng(1)
    a, b = generator.random((2, 30))
    one, other = paired_means(a, b), paired_means(b, a)
    assert one.mean == pytest.approx(-other.mean)
    assert (one.low, one.high) == (pytest.approx(-other.high), pytest.approx(-other.low))
    assert one.p_value == pytest.approx(other.p_value)


def test_equal_lanes_do_not_differ():
    values = np.linspace(0.1, 0.9, 8)
    difference = paired_means(values, values)
    assert difference == PairedDifference(0.0, None, None, None, 8, difference.a, difference.b, 0)
    assert (difference.verdict, difference.why_none) == (DifferenceVerdict.SAME, NoInterval.SAME)
    assert difference.p_among_many == 1.0


def test_one_difference_in_every_sample_has_the_sign_tests_p_value_and_no_interval():
    difference = paired_means(np.full(8, 0.7), np.full(8, 0.3))
    assert (difference.low, difference.high, difference.why_none) == (None, None, NoInterval.ALIKE)
    assert difference.p_value == stats.binomtest(8, 8).pvalue
    assert difference.verdict is DifferenceVerdict.DIFFERENT
    assert not replace(difference, level=0.999).significant, "among many, eight samples cannot show it"


def test_of_samples_chosen_by_outcome_the_values_stay_and_nothing_is_tested():
    a, b = np.random.default_rng(4).random((2, 20)) + [[0.5], [0.0]]
    found = paired_means(a, b).by_outcome()
    assert found.mean == pytest.approx((a - b).mean())
    assert (found.low, found.high, found.p_value, found.p_among_many, found.pivot) == (None,) * 5
    assert (found.verdict, found.why_none) == (DifferenceVerdict.BY_OUTCOME, NoInterval.BY_OUTCOME)
    assert not found.significant


@pytest.mark.parametrize(("k", "verdict"), [(5, DifferenceVerdict.TOO_FEW), (6, DifferenceVerdict.DIFFERENT)])
def test_of_lanes_that_differ_in_few_samples_nothing_is_claimed(k, verdict):
    difference = paired_means([1.0] * 24, [0.0] * k + [1.0] * (24 - k))
    assert (difference.n, difference.n_different, difference.verdict) == (24, k, verdict)
    assert (difference.low is None) == (k < 6)


def test_of_few_samples_nothing_is_claimed():
    difference = paired_means(np.ones(7), np.zeros(7))
    assert difference == PairedDifference(1.0, None, None, None, 7, 1.0, 0.0, 6)
    assert difference.verdict == "too few samples"
    assert not difference.significant
    found = paired_statistic_bootstrap(counts([(9, 9)] * 7), counts([(1, 9)] * 7), accuracy)
    assert (found.low, found.high, found.p_value, found.verdict) == (None, None, None, DifferenceVerdict.TOO_FEW)


def test_ratios_of_lanes_alike_are_said_to_differ_about_as_often_as_is_said():
    """Accuracy over 8 samples of different size; 150 simulations."""
    generator = np.random.default_rng(8)
    alarms = 0
    for seed in range(150):
        sizes = generator.integers(20, 200, 8)
        ours, theirs = (list(zip(generator.binomial(sizes, 0.7), sizes, strict=True)) for _ in range(2))
        alarms += paired_statistic_bootstrap(counts(ours), counts(theirs), accuracy, seed, n=400).significant
    assert alarms / 150 <= 0.1


def test_the_same_seed_gives_the_same_interval():
    a, b = np.random.default_rng(3).random((2, 20))
    assert paired_means(a, b, seed=5) == paired_means(a, b, seed=5)
    assert paired_means(a, b, seed=5) != paired_means(a, b, seed=6)


def test_pairs_with_a_missing_value_are_left_out():
    difference = paired_means([1.0, np.nan, 3.0], [0.0, 1.0, np.nan])
    assert difference == PairedDifference(1.0, None, None, None, 1, 1.0, 0.0, 1)
    assert paired_means([np.nan], [1.0]) == PairedDifference(None, None, None, None, 0, n_different=0)
    assert paired_means([], []).verdict is None


def test_lanes_must_pair_up():
    with pytest.raises(ShapeError):
        paired_means([1.0], [1.0, 2.0])
    with pytest.raises(ShapeError):
        paired_statistic_bootstrap(counts([(1, 2)]), [], accuracy)


def test_statistics_of_equally_large_samples_are_the_mean():
    """With samples of one size the merged ratio is the mean of the samples' ratios."""
    generator = np.random.default_rng(5)
    right_a, right_b = generator.integers(40, 90, 30), generator.integers(30, 80, 30)
    a, b = ([(right, 100) for right in side] for side in (right_a, right_b))
    merged = paired_statistic_bootstrap(counts(a), counts(b), accuracy, seed=7)
    plain = paired_means(right_a / 100, right_b / 100, seed=7)
    assert merged.low is not None
    for name in ("mean", "low", "high", "p_value", "n"):
        assert getattr(merged, name) == pytest.approx(getattr(plain, name))


def test_several_metrics_at_once_are_the_same_as_one_by_one():
    a, b = (counts(side) for side in ([(5, 9), (3, 4), (8, 20)] * 4, [(4, 9), (1, 4), (9, 20)] * 4))
    both = paired_statistics_bootstrap(
        a, b, lambda part: {"x": accuracy(part), "none": None}, lambda _: ("x", "none"), seed=1
    )
    assert both["x"] == paired_statistic_bootstrap(a, b, accuracy, seed=1)
    assert both["none"] == PairedDifference(None, None, None, None, 12, n_different=0)


def test_samples_that_one_lane_did_not_score_are_left_out_of_both_values():
    a, b = [*counts([(5, 9), (3, 4)]), {}], [*counts([(4, 9)]), {}, *counts([(1, 1)])]
    difference = paired_statistic_bootstrap(a, b, accuracy)
    assert (difference.n, difference.mean) == (1, pytest.approx(1 / 9))
    assert (difference.a, difference.b) == (pytest.approx(5 / 9), pytest.approx(4 / 9))
    assert paired_statistic_bootstrap([{}], [{}], accuracy) == PairedDifference(
        None, None, None, None, 0, n_different=0
    )


def test_statistics_of_different_shape_do_not_merge():
    parts = [{"counts": np.zeros(2)}, {"counts": np.zeros(3)}]
    with pytest.raises(ShapeError, match="counts"):
        paired_statistic_bootstrap(parts, parts, lambda part: 0.0, counted=lambda _: ("",))


def test_a_metric_rests_on_the_samples_that_have_it():
    """Of 20 samples 7 have something to be right about, which is too few, however many others there are."""
    empty = counts([(0, 0)] * 13)
    few = paired_statistic_bootstrap(counts([(9, 10)] * 7) + empty, counts([(1, 10)] * 7) + empty, accuracy)
    assert (few.n, few.low) == (7, None)
    enough = paired_statistic_bootstrap(counts([(9, 10)] * 8) + empty, counts([(1, 10)] * 8) + empty, accuracy)
    assert (enough.n, enough.mean, enough.p_value) == (8, pytest.approx(0.8), 2**-7)


def test_a_sample_that_counts_for_a_metric_in_one_lane_alone_is_left_out_of_it():
    """Such as a perplexity that one lane has not measured everywhere."""
    a, b = counts([(9, 10)] * 9), [*counts([(1, 10)] * 8), *counts([(0, 0)])]
    found = paired_statistic_bootstrap(a, b, accuracy)
    assert (found.n, found.a, found.b) == (8, 0.9, 0.1)
    assert found.significant


def test_an_interval_of_shares_ends_where_no_difference_can_lie():
    """Of 9 samples of which one lane has 8 right and the other 2, the interval would reach beyond -1."""
    a, b = np.zeros(9), np.zeros(9)
    a[:2], b[:8] = 1.0, 1.0
    free = paired_means(a, b)
    assert free.low < -1 < free.mean
    held = free.within(1.0)
    assert (held.low, held.high) == (-1.0, free.high)
    assert (held.p_value, held.mean, held.significant) == (free.p_value, free.mean, free.significant)
    assert free.within(None) == free
    assert replace(free, mean=-1.5).within(1.0).low == pytest.approx(max(free.low, -1.5))
