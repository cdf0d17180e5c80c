"""Indexed images reduced, and brought to the device's px."""

import numpy as np
import pytest

from granview.gui.paint.indexed import fitted, pyramid


def test_each_pixel_is_the_largest_of_its_share() -> None:
    indices = np.array([[1, 2, 1, 1, 5], [1, 1, 1, 3, 1], [1, 1, 4, 1, 1]], np.uint8)
    assert fitted(indices, 2, 3).tolist() == [[1, 2, 5], [1, 4, 3]]
    assert np.array_equal(fitted(indices, 3, 5), indices)


@pytest.mark.parametrize("wanted", [101, 128, 173, 199, 200])
def test_no_line_is_lost_or_widened(wanted: int) -> None:
    for place in range(200):
        indices = np.zeros((200, 200), np.uint8)
        indices[:, place] = 7
        lines = fitted(indices, wanted, wanted) == 7
        assert lines.sum(axis=1).tolist() == [1] * wanted
        assert np.array_equal(fitted(indices.T, wanted, wanted) == 7, lines.T)


def test_more_pixels_than_there_are_repeat() -> None:
    assert fitted(np.array([[1, 2]], np.uint8), 2, 4).tolist() == [[1, 1, 2, 2]] * 2


def test_a_hairline_is_on_every_level() -> None:
    indices = np.ones((1001, 777), np.uint8)
    indices[:, 333] = 2
    indices[500, 10] = 3
    levels = pyramid(indices)
    assert [level.shape for level in levels[:3]] == [(1001, 777), (501, 389), (251, 195)]
    assert max(levels[-1].shape) <= 16
    for n, level in enumerate(levels):
        assert np.all(level[:, 333 >> n] >= 2)
        assert level[500 >> n, 10 >> n] == 3


def test_levels_keep_the_largest_of_four_at_odd_edges_too() -> None:
    indices = np.random.default_rng(3).integers(0, 9, (301, 257)).astype(np.uint8)
    padded = np.zeros((302, 258), np.uint8)
    padded[:301, :257] = indices
    expected = padded.reshape(151, 2, 129, 2).max(axis=(1, 3))
    assert np.array_equal(pyramid(indices)[1], expected)
    assert np.array_equal(pyramid(indices)[0], indices)
