import numpy as np

from granview.core.arrays import unpack
from granview.core.explain_query import MaskPlace
from granview.gui.presenters.region import edges, region_of


def _drawn(mask: np.ndarray) -> set[tuple[float, ...]]:
    return {(line.x1(), line.y1(), line.x2(), line.y2()) for line in edges(mask)}


def test_a_region_is_its_mask_and_the_lines_about_it() -> None:
    mask = np.array([[True, False], [False, False]])
    region = region_of(mask)
    assert isinstance(region.place, MaskPlace)
    assert np.array_equal(unpack(region.place.mask), mask)
    assert {(line.x1(), line.y1(), line.x2(), line.y2()) for line in region.lines} == _drawn(mask)


def test_lines_run_about_a_region_and_along_the_border_of_the_picture() -> None:
    mask = np.zeros((3, 4), bool)
    mask[0:2, 1:3] = True
    assert _drawn(mask) == {(1, 0, 3, 0), (1, 2, 3, 2), (1, 0, 1, 2), (3, 0, 3, 2)}


def test_lines_follow_steps_and_holes() -> None:
    mask = np.ones((3, 3), bool)
    mask[1, 1] = False
    assert _drawn(mask) == {
        *((0, 0, 3, 0), (0, 3, 3, 3), (0, 0, 0, 3), (3, 0, 3, 3)),
        *((1, 1, 2, 1), (1, 2, 2, 2), (1, 1, 1, 2), (2, 1, 2, 2)),
    }
