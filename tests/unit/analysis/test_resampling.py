import numpy as np

from granview.analysis.resampling import StackedStatistics, resamples, resamples_within_reach


def test_drawing_in_blocks_makes_no_difference():
    whole, blocks = (np.concatenate(list(resamples(50, 60, 4, cells))) for cells in (10_000, 500))
    np.testing.assert_array_equal(whole, blocks)
    assert (whole.sum(axis=1) == 50).all()
    assert whole.shape == (60, 50)


def test_rows_of_listed_statistics_are_repeated_as_often_as_their_sample_is_drawn() -> None:
    parts = [
        {"n": np.array([1, 0]), "rank[]": np.array([7, 8])},
        {"n": np.array([0, 5]), "rank[]": np.empty(0, np.int64)},
        {"n": np.array([2, 2]), "rank[]": np.array([9])},
    ]
    once, other = StackedStatistics(parts).weighted(np.array([[1.0, 1, 1], [2, 0, 3]]))
    assert (once["n"].tolist(), once["rank[]"].tolist()) == ([3, 7], [7, 8, 9])
    assert (other["n"].tolist(), other["rank[]"].tolist()) == ([8, 6], [7, 7, 8, 8, 9, 9, 9])


def test_statistics_may_be_nothing_but_lists() -> None:
    (drawn,) = StackedStatistics([{"a[]": np.array([[1.0, 2.0]])}]).weighted(np.array([[2.0]]))
    assert drawn["a[]"].tolist() == [[1.0, 2.0], [1.0, 2.0]]


def test_long_lists_are_resampled_less_often() -> None:
    assert resamples_within_reach(2000, 0) == resamples_within_reach(2000, 6000) == 2000
    assert resamples_within_reach(2000, 12_000) == 1000
    assert resamples_within_reach(2000, 10_000_000) == 200
    assert resamples_within_reach(50, 10_000_000) == 50
    parts = [{"a[]": np.zeros(2), "b[]": np.zeros((3, 4)), "n": np.array([1])}] * 2
    assert StackedStatistics(parts).n_listed == 6
    assert StackedStatistics([{"n": np.array([1])}]).n_listed == 0
