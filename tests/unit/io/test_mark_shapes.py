"""Shapes as masks: against scikit-image where it draws them, else by hand."""

import math

import numpy as np
import pytest
from skimage.draw import ellipse as drawn_ellipse

from granview.core import rle
from granview.core.errors import GranViewError
from granview.io.mark_shapes import ellipse, turned_rectangle, with_holes

SIZE = (60, 80)


@pytest.mark.parametrize("degrees", [0, 30, 90, 200])
def test_an_ellipse_is_that_of_scikit_image(degrees: float) -> None:
    ours = rle.decode(ellipse((40, 30), (25, 9), degrees, SIZE))
    theirs = np.zeros(SIZE, bool)
    theirs[drawn_ellipse(29.5, 39.5, 9, 25, shape=SIZE, rotation=math.radians(-degrees))] = True
    assert (ours != theirs).sum() <= 0.01 * theirs.sum()


def test_an_ellipse_is_cut_by_the_picture() -> None:
    mask = rle.decode(ellipse((0, 0), (10, 10), 0, SIZE))
    assert mask.sum() == pytest.approx(math.pi * 100 / 4, rel=0.05)


@pytest.mark.parametrize("radii", [(0, 3), (-1, 3), (math.nan, 3), (1e9, 3)])
def test_what_is_no_ellipse_is_refused(radii: tuple[float, float]) -> None:
    with pytest.raises(GranViewError, match="no real centre or radii"):
        ellipse((10, 10), radii, 0, SIZE)


def test_a_rectangle_turns_clockwise_about_its_corner() -> None:
    corners = np.array(turned_rectangle((10, 20), (6, 2), 90)).reshape(-1, 2)
    np.testing.assert_allclose(corners, [[10, 20], [10, 26], [8, 26], [8, 20]], atol=1e-9)


def test_holes_that_reach_out_take_only_what_is_there() -> None:
    whole = [0, 0, 10, 0, 10, 10, 0, 10]
    mask = rle.decode(with_holes(whole, [[5, 5, 20, 5, 20, 20, 5, 20], [0, 0, 2, 0, 2, 2, 0, 2]], SIZE))
    assert mask.sum() == 100 - 25 - 4
