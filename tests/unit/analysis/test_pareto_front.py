import numpy as np
import pytest

from granview.analysis.pareto_front import pareto_front
from granview.core.errors import ShapeError


def test_dominated_lanes_are_not_on_the_front():
    assert pareto_front([1, 2, 3, 4], [0.5, 0.4, 0.8, 0.8]).tolist() == [0, 2]


def test_cheapest_first():
    assert pareto_front([30, 2, 10], [0.9, 0.5, 0.7]).tolist() == [1, 2, 0]


def test_equal_lanes_stand_together():
    assert pareto_front([1, 1, 2], [0.5, 0.5, 0.5]).tolist() == [0, 1]


def test_lanes_without_a_value_are_left_out():
    assert pareto_front([1, np.nan, 3], [np.nan, 0.9, 0.2]).tolist() == [2]
    assert pareto_front([], []).tolist() == []


@pytest.mark.parametrize("seed", range(3))
def test_no_lane_of_the_front_is_dominated_and_every_other_is(seed: int):
    cost, quality = np.random.default_rng(seed).integers(0, 8, (2, 30)).astype(float)
    front = set(pareto_front(cost, quality).tolist())
    for i in range(30):
        dominated = any(
            cost[j] <= cost[i] and quality[j] >= quality[i] and (cost[j], quality[j]) != (cost[i], quality[i])
            for j in range(30)
        )
        assert dominated == (i not in front)


def test_cost_and_quality_must_pair_up():
    with pytest.raises(ShapeError):
        pareto_front([1, 2], [1])
