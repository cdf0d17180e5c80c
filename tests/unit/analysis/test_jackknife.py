import numpy as np
import pytest

from granview.analysis.jackknife import (
    FEWEST_GROUPS,
    MIN_DIFFERENT,
    MOST_GROUPS,
    Pool,
    contributions,
    count_different,
    group_places,
)
from granview.core.errors import ShapeError


def accuracy(statistics):
    right, total = statistics["counts"]
    return {"": float(right / total) if total else None}


def counts(values):
    return [{"counts": np.array(value)} for value in values]


LISTED = [
    {"n": np.array([1, 0]), "rank[]": np.array([7, 8])},
    {"n": np.array([0, 5]), "rank[]": np.empty(0, np.int64)},
    {"n": np.array([255, 2]), "rank[]": np.array([9])},
]


def test_samples_are_taken_out_of_sums_and_lists() -> None:
    pool = Pool(LISTED)
    assert (pool.merged["n"].tolist(), pool.n_listed) == ([256, 7], 3)
    left = pool.without(np.array([0, 1]))
    assert (left["n"].tolist(), left["rank[]"].tolist()) == ([255, 2], [9])
    put = pool.without(np.array([2]), {"n": np.array([1, 1]), "rank[]": np.array([3, 3])})
    assert (put["n"].tolist(), put["rank[]"].tolist()) == ([2, 6], [7, 8, 3, 3])


def test_contributions_of_a_mean_are_the_values_themselves() -> None:
    values = np.random.default_rng(0).normal(size=20)
    found = contributions(Pool(counts([(value, 1.0) for value in values])), accuracy, group_places(20, 0, 0))
    assert found[""] == pytest.approx(values)


def test_contributions_of_groups_are_their_means() -> None:
    values = np.random.default_rng(0).normal(size=2 * MOST_GROUPS)
    groups = group_places(len(values), 0, seed=3)
    assert len(groups) == MOST_GROUPS
    assert sorted(np.concatenate(groups).tolist()) == list(range(len(values)))
    found = contributions(Pool(counts([(value, 1.0) for value in values])), accuracy, groups)
    assert found[""] == pytest.approx([values[places].mean() for places in groups])


def test_long_lists_are_left_out_in_fewer_groups() -> None:
    assert len(group_places(2000, 0, 0)) == MOST_GROUPS
    assert len(group_places(2000, 60_000, 0)) == 200
    assert len(group_places(2000, 10_000_000, 0)) == FEWEST_GROUPS
    assert len(group_places(30, 10_000_000, 0)) == 30


def test_a_metric_that_is_undefined_without_a_sample_is_not_known() -> None:
    found = contributions(Pool(counts([(1, 2), (0, 0)])), accuracy, group_places(2, 0, 0))
    assert np.isnan(found[""]).any()


def test_samples_in_which_lanes_differ_are_counted_until_there_are_enough() -> None:
    same, other = (3, 4), (2, 4)
    ours = counts([same] * 20)
    for k in (0, 1, 5, 6, 9):
        theirs = counts([other] * k + [same] * (20 - k))
        assert count_different(ours, theirs, accuracy) == {"": min(k, MIN_DIFFERENT)}


def test_what_a_metric_does_not_see_is_no_difference() -> None:
    ours = [{"counts": np.array([1, 2]), "aside": np.array([place])} for place in range(9)]
    theirs = [{"counts": np.array([1, 2]), "aside": np.array([0])} for _ in range(9)]
    assert count_different(ours, theirs, accuracy) == {"": 0}


def test_statistics_of_different_shape_do_not_merge() -> None:
    with pytest.raises(ShapeError, match="counts"):
        Pool([{"counts": np.zeros(2)}, {"counts": np.zeros(3)}])
