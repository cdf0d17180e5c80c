import numpy as np
import pytest
import torch
from sklearn.metrics import average_precision_score
from torchmetrics.functional.classification import multilabel_average_precision

from granview.scoring.ranked_precision import average_precision, mean_average_precision


@pytest.mark.parametrize("digits", [1, 6])
def test_equals_scikit_learns_with_and_without_equal_scores(digits: int):
    generator = np.random.default_rng(digits)
    scores, true = generator.random(200).round(digits), generator.random(200) < 0.3
    assert average_precision(scores, true) == pytest.approx(average_precision_score(true, scores))


def test_a_class_that_nothing_has_is_undefined_and_left_out_of_the_mean():
    assert average_precision(np.array([0.3, 0.9]), np.array([False, False])) is None
    rows = np.array([[0, 0.9, 1], [0, 0.1, 0], [3, 0.5, 0], [3, 0.6, 0]], np.float32)
    assert mean_average_precision(rows) == 1.0
    assert mean_average_precision(rows[2:]) is None
    assert mean_average_precision(np.empty((0, 3), np.float32)) is None


def test_the_mean_is_torchmetrics():
    generator = np.random.default_rng(2)
    scores, true = generator.random((60, 5)).astype(np.float32), generator.random((60, 5)) < 0.3
    rows = np.array([[c, scores[i, c], true[i, c]] for i in range(60) for c in range(5)], np.float32)
    theirs = multilabel_average_precision(torch.tensor(scores), torch.tensor(true).int(), num_labels=5)
    assert mean_average_precision(rows) == pytest.approx(float(theirs), rel=1e-5)
