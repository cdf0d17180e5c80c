import numpy as np
import pytest

from granview.scoring.depth_alignment import NEAREST_M, Alignment, alignment


@pytest.fixture
def metres():
    return np.random.default_rng(0).uniform(1, 20, 500)


@pytest.mark.parametrize("is_inverse", [False, True])
def test_a_scale_and_a_shift_are_undone(metres, is_inverse):
    values = (1 / metres if is_inverse else metres) * 3 - 0.2
    found = alignment(values, metres, is_inverse)
    assert found.scale == pytest.approx(1 / 3)
    np.testing.assert_allclose(found.metres(values, 80), metres)


@pytest.mark.parametrize("is_inverse", [False, True])
def test_it_is_the_least_squares_solution(metres, is_inverse):
    values = np.random.default_rng(1).normal(size=500)
    matrix = np.stack((values, np.ones(500)), axis=1)
    expected = np.linalg.lstsq(matrix, 1 / metres if is_inverse else metres, rcond=None)[0]
    found = alignment(values, metres, is_inverse)
    np.testing.assert_allclose((found.scale, found.shift), expected)


def test_behind_infinity_is_the_cap_and_nothing_is_nearer_than_a_millimetre():
    assert Alignment(1, 0, is_inverse=True).metres(np.array([-1.0, 0.0, 0.5]), 80).tolist() == [80, 80, 2]
    assert Alignment().metres(np.array([-3.0, 100.0]), 80).tolist() == [NEAREST_M, 80]


def test_what_is_the_same_everywhere_cannot_be_aligned(metres):
    assert alignment(np.full(500, 0.1), metres, False) is None
    assert alignment(metres[:1], metres[:1], False) is None
