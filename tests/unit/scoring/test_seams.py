import numpy as np
import pytest

from granview.scoring.seams import seam_ratio


def test_a_seam_that_nobody_sees():
    ramp = np.tile(np.arange(20), (20, 1)) + np.arange(20)[:, None]
    assert seam_ratio(ramp, [10], [10]) == pytest.approx(1)


def test_a_step_at_a_seam():
    values = np.tile(np.arange(20), (20, 1)) + np.arange(20)[:, None]
    values[:, 10:] += 9
    assert seam_ratio(values, [], [10]) == pytest.approx(10)


def test_without_seams_or_without_steps_there_is_no_ratio():
    assert seam_ratio(np.eye(4), [], []) is None
    assert seam_ratio(np.zeros((4, 4)), [2], []) is None
    assert seam_ratio(np.zeros((1, 1)), [], []) is None


def test_colours_count_as_brightness_does():
    values = np.zeros((4, 4, 3), np.uint8)
    values[:, 2:] = 255
    values[1::2] += 1
    assert seam_ratio(values, [], [2]) > 1
