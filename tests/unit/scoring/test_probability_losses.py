import numpy as np
import pytest
from sklearn.metrics import log_loss

from granview.scoring.probability_losses import LEAST, loss_sums


def test_sums_are_scikit_learns_log_loss_and_the_squared_distance():
    generator = np.random.default_rng(0)
    scores = generator.dirichlet([1.0] * 4, 50).astype(np.float32)
    true = generator.integers(0, 4, 50)
    nll, brier, n = sum(loss_sums(row, label) for row, label in zip(scores, true.tolist(), strict=True))
    assert n == 50
    assert nll / n == pytest.approx(log_loss(true, scores / scores.sum(1, keepdims=True), labels=range(4)), rel=1e-5)
    assert brier / n == pytest.approx(((scores - np.eye(4)[true]) ** 2).sum(axis=1).mean())


def test_a_class_that_was_thought_impossible_costs_a_finite_amount():
    assert loss_sums(np.array([1.0, 0.0], np.float32), 1).tolist() == [pytest.approx(-np.log(LEAST)), 2.0, 1.0]
