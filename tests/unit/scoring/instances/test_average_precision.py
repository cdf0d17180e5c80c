import numpy as np
import pytest

from granview.scoring.instances.average_precision import precision_and_recall, ranked


def one_case(right: list[int], n_objects: int) -> tuple[float, float]:
    flags = np.array([right], bool)
    both = precision_and_recall(np.zeros(len(right), int), flags, np.ones_like(flags), np.array([[n_objects]]))
    return both[0].item(), both[1].item()


def test_by_hand():
    """Two of three objects are found, the first and the third time: precision 1 up to a recall of 1/3, then 2/3."""
    assert one_case([1, 0, 1], 3) == (pytest.approx((34 + 33 * 2 / 3) / 101), pytest.approx(2 / 3))
    assert one_case([1, 1], 2) == (1.0, 1.0)
    assert one_case([0, 0], 2) == (0.0, 0.0)
    assert one_case([], 2) == (0.0, 0.0)
    assert np.isnan(one_case([0], 0)).all()


def test_what_does_not_count_is_passed_over():
    right, counted = np.array([[0, 1]], bool), np.array([[0, 1]], bool)
    assert precision_and_recall(np.zeros(2, int), right, counted, np.array([[1]]))[0].item() == 1.0


def test_classes_and_cases_are_apart_and_equal_ones_get_the_same():
    classes = np.repeat(np.arange(50), 3)
    right = np.tile(np.array([[1, 0, 1], [0, 1, 0]], bool), 50)
    precision, _ = precision_and_recall(classes, right, np.ones_like(right), np.full((50, 2), 3))
    assert len(np.unique(precision[:, 0])) == len(np.unique(precision[:, 1])) == 1
    assert precision[0].tolist() == [one_case([1, 0, 1], 3)[0], one_case([0, 1, 0], 3)[0]]


@pytest.mark.parametrize("seed", range(5))
def test_ranked_as_a_stable_sort_ranks(seed: int):
    rng = np.random.default_rng(seed)
    score = rng.choice(np.array([0.0, -0.0, 1e-30, 0.1, 0.5, 0.99999994, 1.0, -2.0], np.float32), 500)
    classes = rng.integers(0, 5, 500).astype(np.uint16)
    assert np.array_equal(ranked(classes, score), np.lexsort((-score, classes)))


def test_nothing_to_rank():
    assert len(ranked(np.empty(0, np.uint16), np.empty(0, np.float32))) == 0
