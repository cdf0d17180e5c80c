import numpy as np

from granview.gui.presenters.tinted_difference import STEPS, Tint, TintedDifference, strengths


def test_strengths_grow_to_the_full_one_and_nothing_has_none() -> None:
    found = strengths(np.array([[-1, 0, 1e-6, 2, 4, 9, np.nan]]), 4)
    assert found.tolist() == [[0, 0, 1, 64, STEPS, STEPS, 0]]


def test_what_is_left_is_not_coloured() -> None:
    layer = TintedDifference(np.zeros((2, 2), np.uint8), [Tint("different", "Different", 0.25)], "Same")
    assert [(row.role, row.share) for row in layer.rows] == [("different", 0.25), ("", 0.75)]
