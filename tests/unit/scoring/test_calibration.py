import numpy as np
import pytest
import torch
from torchmetrics.functional.classification import binary_calibration_error

from granview.scoring.calibration import calibration_sums, expected_calibration_error


def test_hand_worked():
    # 0.9 and 1.0 lie in different bins of 15 (0.867 to 0.933, 0.933 to 1); both right, and one of two at 0.5 is.
    sums = calibration_sums([0.9, 1.0, 0.5, 0.5], [True, True, True, False])
    assert expected_calibration_error(sums) == pytest.approx((0.1 + 0.0 + 2 * 0.0) / 4)


def test_equals_torchmetrics():
    generator = np.random.default_rng(0)
    probability = generator.random(500)
    hit = generator.random(500) < probability**2
    expected = binary_calibration_error(torch.tensor(probability), torch.tensor(hit), n_bins=15, norm="l1")
    found = expected_calibration_error(calibration_sums(probability, hit))
    assert found == pytest.approx(float(expected), abs=1e-6)


def test_sums_of_parts_are_those_of_the_whole():
    probability, hit = np.linspace(0, 1, 40), np.arange(40) % 3 == 0
    parts = calibration_sums(probability[:13], hit[:13]) + calibration_sums(probability[13:], hit[13:])
    assert parts == pytest.approx(calibration_sums(probability, hit))


def test_edges_lie_in_the_lower_bin_and_nothing_is_lost():
    sums = calibration_sums([0.0, 1 / 15, 1.0], [False, False, True])
    assert sums[:, 0].tolist() == [2, *[0] * 13, 1]


def test_of_nothing_there_is_none():
    assert expected_calibration_error(calibration_sums([], [])) is None
