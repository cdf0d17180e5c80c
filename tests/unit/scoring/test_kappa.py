import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score, confusion_matrix

from granview.scoring.kappa import cohens_kappa


@pytest.mark.parametrize("seed", range(4))
def test_equals_scikit_learn_and_is_symmetric(seed: int):
    generator = np.random.default_rng(seed)
    left, right = generator.integers(0, 4, (2, 60))
    matrix = confusion_matrix(left, right)
    assert cohens_kappa(matrix) == pytest.approx(cohen_kappa_score(left, right))
    assert cohens_kappa(matrix.T) == pytest.approx(cohens_kappa(matrix))


def test_one_class_everywhere_is_full_agreement():
    assert cohens_kappa(np.array([[5, 0], [0, 0]])) == 1.0


def test_of_nothing_there_is_none():
    assert cohens_kappa(np.zeros((3, 3))) is None
