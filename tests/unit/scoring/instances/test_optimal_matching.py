import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from granview.scoring.instances.optimal_matching import most_pairs


@pytest.mark.parametrize("seed", range(40))
def test_as_many_as_an_assignment_by_cost(seed: int):
    rng = np.random.default_rng(seed)
    fits = rng.random(rng.integers(1, 12, 2)) < rng.choice([0.1, 0.3, 0.6])
    assert most_pairs(fits) == fits[linear_sum_assignment(-fits.astype(float))].sum()


def test_one_makes_room_for_another():
    assert most_pairs(np.array([[True, True], [True, False]])) == 2


@pytest.mark.parametrize("shape", [(0, 0), (3, 0), (0, 3)])
def test_nothing_to_match(shape):
    assert most_pairs(np.zeros(shape, bool)) == 0
