import numpy as np
import pytest
from sacrebleu.metrics.chrf import CHRF
from sklearn.metrics import cohen_kappa_score, confusion_matrix

from granview.scoring.entity_overlap import TypedSpans
from granview.scoring.text_agreement import (
    class_agreement,
    cohens_kappa,
    entity_agreement,
    entity_counts,
    share_agreement,
    span_counts,
    writing_agreement,
    writing_counts,
)  # fmt: skip


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


def marked(*rows: tuple[int, int, int]) -> TypedSpans:
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return TypedSpans(table[:, :2], table[:, 2])


def test_classes_agree_by_kappa_and_differ_by_share():
    left, right = [0, 0, 1, 2, 1], [0, 1, 1, 2, 2]
    found = class_agreement(confusion_matrix(left, right))
    assert found.value == pytest.approx(cohen_kappa_score(left, right))
    assert found.disagreement == pytest.approx(2 / 5)


def test_classes_that_do_not_exclude_each_other_agree_each_by_itself():
    tables = np.array([[[2, 0], [1, 1]], [[4, 0], [0, 0]]])
    found = class_agreement(tables)
    assert found.value == pytest.approx(cohen_kappa_score([0, 0, 1, 1], [0, 0, 0, 1]))
    assert found.disagreement == pytest.approx(1 / 8)


def test_entities_agree_by_what_they_share():
    ours, theirs = marked((0, 10, 0), (20, 24, 1)), marked((5, 15, 0), (20, 24, 0))
    counts = entity_counts(ours, theirs, 2)
    assert counts.tolist() == pytest.approx(np.array([[5 / 15, 1, 2], [0, 1, 0]]))
    found = entity_agreement(counts)
    assert found.value == pytest.approx(2 * (1 / 3) / 4)
    assert found.disagreement == pytest.approx(1 - found.value)
    assert entity_counts(theirs, ours, 2)[:, 0] == pytest.approx(counts[:, 0])


def test_two_lanes_without_entities_agree():
    found = entity_agreement(entity_counts(marked(), marked(), 3))
    assert (found.value, found.disagreement) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [((0, 10), (5, 15), 0.5), (None, None, 1), (None, (0, 3), 0), ((0, 3), (3, 6), 0), ((2, 2), (2, 2), 1)],
)
def test_answers_agree_by_characters(ours, theirs, expected: float):
    assert share_agreement(span_counts(ours, theirs)).value == pytest.approx(expected)


def test_texts_agree_by_chrf_over_all():
    pairs = [("the cat sat", "the cat sits"), ("on a mat", "on the mat")]
    found = writing_agreement(sum(writing_counts(*pair) for pair in pairs))
    expected = CHRF(beta=1).corpus_score([left for left, _ in pairs], [[right for _, right in pairs]]).score
    assert found.value == pytest.approx(expected / 100)


@pytest.mark.parametrize(("ours", "theirs", "expected"), [("", "", 1), ("", "word", 0), ("same", "same", 1)])
def test_empty_texts_agree_with_each_other_alone(ours: str, theirs: str, expected: float):
    assert writing_agreement(writing_counts(ours, theirs)).value == pytest.approx(expected)


def test_nothing_compared_has_no_agreement():
    assert share_agreement(np.zeros(2)).value is None
    assert class_agreement(np.zeros((2, 2))).disagreement is None
    assert writing_agreement(np.zeros(20, np.int64)).value is None
