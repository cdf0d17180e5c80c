import numpy as np

from granview.analysis.flips import flip_masks

NAN = np.nan


def test_a_unit_flips_where_one_lane_has_it_right_and_the_other_has_not() -> None:
    parent = np.array([1.0, 0.0, 1.0, 0.51, NAN, 1.0], np.float32)
    variant = np.array([0.0, 1.0, 1.0, 0.5, 1.0, NAN], np.float32)
    found = flip_masks(parent, variant, 0.5)
    assert found.lost.tolist() == [True, False, False, True, False, False]
    assert found.gained.tolist() == [False, True, False, False, False, False]
    assert int(found.both.sum()) == 4


def test_where_nothing_is_right_or_wrong_a_score_must_change_much() -> None:
    found = flip_masks(np.array([0.9, 0.9, 0.5, NAN]), np.array([0.85, 0.7, 0.65, 0.0]), None)
    assert found.lost.tolist() == [False, True, False, False]
    assert found.gained.tolist() == [False, False, True, False]
