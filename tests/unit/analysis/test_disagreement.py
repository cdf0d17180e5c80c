import numpy as np
import pytest

from granview.analysis.disagreement import rank_by_disagreement, score_spread
from granview.core.errors import ShapeError


def test_spread_is_best_less_worst():
    nan = np.nan
    spread = score_spread([[0.9, 0.2, 0.5], [0.5, nan, 0.4], [nan, 0.3, nan], [nan, nan, nan]])
    assert spread[:2] == pytest.approx([0.7, 0.1])
    assert np.isnan(spread[2:]).all()


def test_no_lanes_have_no_spread():
    assert np.isnan(score_spread(np.empty((3, 0)))).all()
    assert score_spread(np.empty((0, 2))).shape == (0,)


def test_ranking_puts_the_most_first_and_the_unknown_last():
    assert rank_by_disagreement([0.1, np.nan, 0.7, 0.1, 0.0]).tolist() == [2, 0, 3, 4, 1]


def test_scores_are_a_table():
    with pytest.raises(ShapeError):
        score_spread([0.1, 0.2])
