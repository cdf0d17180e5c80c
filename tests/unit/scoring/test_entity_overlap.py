import numpy as np
import pytest

from granview.scoring.entity_overlap import (
    NONE,
    TypedSpans,
    boundary_counts,
    find_overlap,
    overlap_kinds,
    strict_counts,
    type_confusion,
)  # fmt: skip


def marked(*rows: tuple[int, int, int]) -> TypedSpans:
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return TypedSpans(table[:, :2], table[:, 2])


REFERENCE = marked((0, 5, 0), (6, 10, 1), (12, 20, 0), (30, 33, 1))
PREDICTED = marked((0, 5, 0), (6, 10, 0), (15, 22, 0), (40, 44, 1))


def test_hand_worked_kinds_of_fit():
    overlap = find_overlap(REFERENCE, PREDICTED)
    assert overlap.partner.tolist() == [0, 1, 2, NONE]
    assert overlap.share == pytest.approx([1, 1, 5 / 10, 0])
    assert overlap_kinds(REFERENCE, PREDICTED, overlap).tolist() == [1, 1, 1, 1, 1]
    assert type_confusion(REFERENCE, PREDICTED, overlap, 2).tolist() == [[2, 0, 0], [1, 0, 1], [0, 1, 0]]
    assert strict_counts(REFERENCE, PREDICTED, 2).tolist() == [[1, 2, 3], [0, 2, 1]]
    assert boundary_counts(REFERENCE, PREDICTED).tolist() == [2, 4, 4]


def test_pairs_are_one_to_one_and_the_larger_share_wins():
    reference, predicted = marked((0, 10, 0)), marked((0, 4, 0), (4, 10, 0))
    assert find_overlap(reference, predicted).partner.tolist() == [1]
    assert find_overlap(predicted, reference).partner.tolist() == [NONE, 0]


def test_of_equal_spans_the_one_of_the_same_type_stands_for_it():
    overlap = find_overlap(marked((0, 4, 1)), marked((0, 4, 0), (0, 4, 1)))
    assert overlap.partner.tolist() == [1]


def test_nested_entities_that_start_before_a_long_one_ends_are_found():
    reference, predicted = marked((50, 55, 0)), marked((0, 100, 1), (2, 4, 0), (90, 95, 0))
    assert find_overlap(reference, predicted).partner.tolist() == [0]


@pytest.mark.parametrize("seed", range(5))
def test_sums_over_kinds_are_the_numbers_of_entities(seed: int):
    generator = np.random.default_rng(seed)

    def random() -> TypedSpans:
        starts = generator.integers(0, 60, 20)
        return marked(*((s, s + int(generator.integers(1, 9)), int(generator.integers(0, 3))) for s in starts)).distinct

    reference, predicted = random(), random()
    overlap = find_overlap(reference, predicted)
    kinds = overlap_kinds(reference, predicted, overlap)
    confusion = type_confusion(reference, predicted, overlap, 3)
    assert kinds[:4].sum() == len(reference) == confusion[:3].sum()
    assert kinds[:3].sum() + kinds[4] == len(predicted) == confusion[:, :3].sum()
    assert kinds[0] == strict_counts(reference, predicted, 3)[:, 0].sum()


def test_nothing_on_either_side():
    overlap = find_overlap(marked(), marked())
    assert overlap_kinds(marked(), marked(), overlap).tolist() == [0] * 5
    assert strict_counts(marked(), marked(), 2).tolist() == [[0, 0, 0]] * 2
    assert find_overlap(REFERENCE, marked()).partner.tolist() == [NONE] * 4
