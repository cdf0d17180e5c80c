"""The figures of classifiers, on predictions whose figures are known."""

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torchmetrics.functional.classification import binary_calibration_error

from granview.zoo.classifier_training.measure import calibration_error, measure_classifier, unseen_crops
from granview.zoo.defects.kinds import Kind
from granview.zoo.scenes.scene import ImageArray

KINDS = [int(crop.kind) for crop in unseen_crops(2)]


def oracle(images: ImageArray) -> NDArray[np.float32]:
    """Certain and right, but takes every inclusion for a pit."""
    chosen = [Kind.PIT if kind == Kind.INCLUSION else kind for kind in KINDS[: len(images)]]
    return np.eye(len(Kind), dtype=np.float32)[chosen]


def test_what_is_mistaken_shows_in_its_group_and_kind() -> None:
    figures = measure_classifier(oracle, per_kind=2)
    assert figures.score == pytest.approx(11 / 12)
    groups, grains, kinds = figures.tables
    assert ("holes and bodies", 6, pytest.approx(2 / 3), pytest.approx(1 / 3)) in groups.rows
    assert ("cracks", 6, 1.0, 0.0) in groups.rows
    assert sum(int(row[1] or 0) for row in grains.rows) == 24
    assert ("inclusion", 2, 0.0, "pit") in kinds.rows
    assert ("pit", 2, 1.0, "none") in kinds.rows
    assert figures.others["mean confidence"] == 1
    assert figures.others["expected calibration error (15 bins of equal width)"] == pytest.approx(1 / 12)


def test_a_grain_without_crops_has_no_score() -> None:
    figures = measure_classifier(oracle, per_kind=1)
    assert all((row[2] is None) == (row[1] == 0) for row in figures.tables[1].rows)


def test_calibration_error_agrees_with_torchmetrics() -> None:
    rng = np.random.default_rng(3)
    confidence = rng.uniform(0, 1, 500)
    right = rng.random(500) < confidence**2
    theirs = binary_calibration_error(torch.from_numpy(confidence), torch.from_numpy(right).int(), n_bins=15)
    assert calibration_error(confidence, right) == pytest.approx(theirs.item(), abs=1e-6)
