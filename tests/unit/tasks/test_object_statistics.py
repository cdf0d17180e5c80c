import numpy as np
import pytest

from granview.analysis.jackknife import Pool
from granview.core.unit import merge_statistics
from granview.scoring.instances.counting import count_objects
from granview.tasks.object_statistics import (
    NO_CLASS,
    class_pair_matrix,
    moved_classes,
    object_metrics,
    object_statistics,
)
from tests.helpers.instance_sets import random_picture


def statistics(seed: int) -> dict[str, np.ndarray]:
    """Of a random picture in which no two scores are equal."""
    pair = random_picture(np.random.default_rng(seed), 6, 15, 3, levels=1 << 20).pair()
    return object_statistics(pair, count_objects(pair.at_confidence(0.5), 0.5), 3, 100)


def test_a_sample_that_is_taken_out_counts_no_more_and_one_in_its_place_does():
    parts = [statistics(seed) for seed in range(5)]
    pool = Pool(parts[:4])
    assert object_metrics(pool.without(np.array([1]))) == pytest.approx(
        object_metrics(merge_statistics([parts[0], parts[2], parts[3]]))
    )
    assert object_metrics(pool.without(np.array([1]), parts[4])) == pytest.approx(
        object_metrics(merge_statistics([parts[0], *parts[2:]]))
    )


def test_pairs_of_classes_become_a_matrix_with_none_last():
    pairs = np.array([[0, 0], [0, 1], [1, NO_CLASS], [NO_CLASS, 0], [0, 1]], np.uint16)
    assert class_pair_matrix(pairs, 2).tolist() == [[1, 2, 0], [0, 0, 1], [1, 0, 0]]
    assert class_pair_matrix(np.empty((0, 2), np.uint16), 1).tolist() == [[0, 0], [0, 0]]


def test_moved_classes_leave_none_alone():
    assert moved_classes(np.array([0, 1, NO_CLASS], np.uint16), [4, 2]).tolist() == [4, 2, NO_CLASS]
