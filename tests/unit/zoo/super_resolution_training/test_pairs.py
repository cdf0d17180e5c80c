import numpy as np

from granview.zoo.super_resolution_training.pairs import make_pair


def test_sides_are_cut_to_even_numbers() -> None:
    picture = np.random.default_rng(0).integers(0, 256, (13, 20, 3), np.uint8)
    pair = make_pair(picture)
    assert (pair.low.shape, pair.high.shape) == ((6, 10, 3), (12, 20, 3))
    assert np.array_equal(pair.high, picture[:12])


def test_what_is_even_stays_so() -> None:
    pair = make_pair(np.full((8, 8, 3), 77, np.uint8))
    assert (pair.low == 77).all()
