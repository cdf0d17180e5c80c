import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from granview.scoring.instances.counting import NONE, accuracy_counts, count_objects, split_and_merged
from tests.helpers.instance_sets import coco_picture, random_picture

BOX = [0, 0, 10, 10]
LEFT, RIGHT = [0, 0, 5, 10], [5.5, 0, 10, 10]
FAR = [50, 50, 60, 60]
NO_CLASS = 65535


def counted(*args, iou=0.6, **named):
    return count_objects(coco_picture(*args, **named).pair(), iou)


def test_found_missed_and_invented():
    found = counted([BOX, FAR], [BOX, [80, 80, 90, 90]], [0.9, 0.8])
    assert found.by_class(1).tolist() == [[1, 2, 2]]
    assert found.class_pairs(NO_CLASS).tolist() == [[0, 0], [0, NO_CLASS], [NO_CLASS, 0]]
    assert found.matched_iou.tolist() == [1.0, 0.0]


def test_another_class_stands_for_an_object_that_nothing_else_finds():
    found = counted([BOX], [BOX, BOX], [0.9, 0.5], classes=[1], found_classes=[0, 1])
    assert found.partner.tolist() == [NONE, 0]
    assert found.class_pairs(NO_CLASS).tolist() == [[1, 1], [NO_CLASS, 0]]
    found = counted([BOX], [BOX], [0.9], classes=[1], found_classes=[0])
    assert found.class_pairs(NO_CLASS).tolist() == [[1, 0]]
    assert found.by_class(2).tolist() == [[0, 0, 1], [0, 1, 0]]


def test_crowds_are_nobodys_and_excuse_what_lies_within():
    found = counted([[0, 0, 100, 100]], [BOX, FAR], [0.9, 0.8], crowd=[0])
    assert found.is_excused.tolist() == [True, True]
    assert found.by_class(1).tolist() == [[0, 0, 0]]
    assert len(found.class_pairs(NO_CLASS)) == 0


def test_confidence_leaves_out_the_less_sure():
    pair = coco_picture([BOX], [BOX, FAR], [0.9, 0.3]).pair()
    assert count_objects(pair.at_confidence(0.3), 0.5).by_class(1).tolist() == [[1, 1, 2]]
    assert count_objects(pair.at_confidence(0.31), 0.5).by_class(1).tolist() == [[1, 1, 1]]
    assert count_objects(pair.at_confidence(0.95), 0.5).by_class(1).tolist() == [[0, 1, 0]]


def test_split_object():
    split, merged = split_and_merged(counted([BOX, FAR], [LEFT, RIGHT, FAR], [0.9, 0.8, 0.7]))
    assert split.tolist() == [True, False]
    assert not merged.any()


def test_merged_objects():
    split, merged = split_and_merged(counted([LEFT, RIGHT], [BOX, FAR], [0.9, 0.8]))
    assert merged.tolist() == [True, False]
    assert not split.any()


def test_an_object_that_is_found_is_not_split_and_a_duplicate_is_no_piece():
    split, merged = split_and_merged(counted([BOX], [BOX, LEFT, RIGHT], [0.9, 0.8, 0.7]))
    assert not split.any()
    assert not merged.any()


def test_pieces_of_another_class_are_none():
    split, _ = split_and_merged(counted([BOX], [LEFT, RIGHT], [0.9, 0.8], found_classes=[0, 1]))
    assert not split.any()


@pytest.mark.parametrize("seed", range(6))
def test_accuracy_is_that_of_the_best_assignment(seed: int):
    rng = np.random.default_rng(seed)
    pair = random_picture(rng, 10, 20, 1, crowd=0).pair()
    counts = accuracy_counts(count_objects(pair, 0.5))
    for (matched, n_there, n_found), threshold in zip(counts, np.linspace(0.5, 0.95, 10), strict=True):
        fits = pair.iou >= threshold
        assert matched == fits[linear_sum_assignment(-fits.astype(float))].sum()
        assert (n_there, n_found) == (10, 20)


def test_nothing_there_or_nothing_found():
    assert counted([], [], []).by_class(1).tolist() == [[0, 0, 0]]
    assert accuracy_counts(counted([BOX], [], []))[0].tolist() == [0, 1, 0]
    assert accuracy_counts(counted([], [BOX], [0.9]))[0].tolist() == [0, 0, 1]
    assert [each.tolist() for each in split_and_merged(counted([], [], []))] == [[], []]
