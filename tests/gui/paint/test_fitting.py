"""Indexed images brought to the device's px."""

import numpy as np
import pytest

from granview.gui.paint.fitting import fitted


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
