"""Heat maps over pictures: their scale, and where the picture stays as it is."""

import numpy as np

from granview.core.colormap import HEAT
from granview.export.heat_map_pages import OPACITY, heated
from tests.helpers.explanations import heat


def test_heat_is_coloured_by_the_common_scale_not_by_the_map_s_own() -> None:
    black = np.zeros((4, 8, 3), np.uint8)
    full, half = heated(black, heat((0, 0)), 1.0), heated(black, heat((0, 0)), 2.0)
    np.testing.assert_array_equal(full[0, 0], np.round(HEAT[255] * OPACITY))
    np.testing.assert_array_equal(half[0, 0], np.round(HEAT[128] * OPACITY))


def test_outside_of_what_the_model_was_given_the_picture_stays() -> None:
    grey = np.full((4, 10, 3), 90, np.uint8)
    out = heated(grey, heat((0, 0), (2, 0, 8, 4)), 1.0)
    np.testing.assert_array_equal(out[:, :2], grey[:, :2])
    np.testing.assert_array_equal(out[:, 8:], grey[:, 8:])
    assert (out[:, 2:8] != grey[:, 2:8]).any(axis=-1).all()


def test_a_map_that_reaches_beyond_a_padded_picture_is_cut() -> None:
    grey = np.full((4, 8, 3), 90, np.uint8)
    out = heated(grey, heat((0, 3), (0, 0, 16, 8)), 1.0)
    assert out.shape == grey.shape
    assert (out == out[0, 0]).all()
