import numpy as np
import pytest
from sklearn.metrics import confusion_matrix, matthews_corrcoef, precision_recall_fscore_support

from granview.scoring.class_counts import matthews_correlation, precision_recall_f1, summed


def _random(n_classes: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(seed)
    true = generator.integers(0, n_classes, 80)
    said = np.where(generator.random(80) < 0.6, true, generator.integers(0, n_classes, 80))
    return true, said


def _counts(true: np.ndarray, said: np.ndarray) -> np.ndarray:
    matrix = confusion_matrix(true, said)
    return np.stack([matrix.diagonal(), matrix.sum(axis=1), matrix.sum(axis=0)], axis=1)


@pytest.mark.parametrize("seed", range(4))
def test_precision_recall_and_f1_are_scikit_learns(seed: int):
    true, said = _random(5, seed)
    counts = _counts(true, said)
    expected = precision_recall_fscore_support(true, said, zero_division=0)
    for ours, theirs in zip(precision_recall_f1(counts), expected, strict=False):
        assert ours == pytest.approx(theirs)
    micro = precision_recall_fscore_support(true, said, average="micro")
    assert [values[0] for values in precision_recall_f1(summed(counts))] == pytest.approx(micro[:3])


def test_a_class_on_one_side_counts_as_zero_and_one_on_none_is_undefined():
    precision, recall, f1 = precision_recall_f1(np.array([[0, 2, 0], [0, 0, 3], [0, 0, 0]]))
    for values in (precision, recall, f1):
        assert values.tolist()[:2] == [0, 0]
        assert np.isnan(values[2])


@pytest.mark.parametrize("n_classes", [2, 4])
@pytest.mark.parametrize("seed", range(3))
def test_correlation_is_scikit_learns(n_classes: int, seed: int):
    true, said = _random(n_classes, seed)
    assert matthews_correlation(_counts(true, said)) == pytest.approx(matthews_corrcoef(true, said))


def test_a_constant_prediction_correlates_with_nothing():
    assert matthews_correlation(np.array([[3, 3, 5], [0, 2, 0]])) == 0.0


def test_a_reference_of_one_class_has_no_correlation():
    assert matthews_correlation(np.array([[3, 5, 3], [0, 0, 2]])) is None
    assert matthews_correlation(np.zeros((2, 3))) is None
