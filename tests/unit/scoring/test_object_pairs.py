"""Pairs of objects that overlap, against all pairs looked at one by one; and who stands for whom."""

import numpy as np
import pytest

from granview.core import rle
from granview.core.run_params import RunParams
from granview.core.truths.instances import ReferenceInstances
from granview.scoring.object_pairs import (
    ObjectPairs,
    Objects,
    box_iou,
    matched_mutually,
    matched_to_reference,
    overlapping,
)
from granview.tasks.base import TASKS
from tests.helpers.shown_instances import CELLS, predicted, scattered


def pairs(*rows: tuple[int, int, float]) -> ObjectPairs:
    ours, theirs, iou = zip(*rows, strict=True)
    return ObjectPairs(np.array(ours), np.array(theirs), np.array(iou))


def none(n: int) -> np.ndarray:
    return np.zeros(n, bool)


@pytest.mark.parametrize("has_masks", [True, False])
def test_pairs_are_those_of_the_whole_table(has_masks: bool) -> None:
    truth = scattered(300, (400, 500), radius_px=(4, 25))
    said = predicted(truth, 1)
    crowd = np.arange(len(truth)) % 5 == 0
    ours = Objects(said.boxes_xyxy, said.masks if has_masks else None, said.is_crowd)
    found = overlapping(ours, Objects(truth.boxes_xyxy, truth.masks, crowd))
    assert said.masks is not None
    assert truth.masks is not None
    whole = rle.iou(said.masks, truth.masks, crowd)
    if not has_masks:
        whole = box_iou(said.boxes_xyxy.astype(float), truth.boxes_xyxy.astype(float), crowd)
    table = np.zeros_like(whole)
    table[found.ours, found.theirs] = found.iou
    assert np.array_equal(table, whole)
    assert len(found.iou) == np.count_nonzero(whole)


def test_nothing_overlaps_nothing() -> None:
    empty = Objects(np.zeros((0, 4)), (), none(0))
    one = Objects(np.array([[0, 0, 2, 2]]), None, none(1))
    assert len(overlapping(empty, one).iou) == len(overlapping(one, empty).iou) == 0


def test_a_box_of_half_the_size_has_an_iou_of_a_half_and_lies_wholly_in_a_crowd() -> None:
    small, large = np.array([[0.0, 0, 4, 2]]), np.array([[0.0, 0, 4, 4]])
    assert box_iou(small, large, none(1))[0, 0] == 0.5
    assert box_iou(small, large, np.array([True]))[0, 0] == 1.0


def test_the_surest_takes_the_object_that_it_overlaps_most_and_the_next_what_is_left() -> None:
    found, ignored = matched_to_reference(
        pairs((0, 0, 0.9), (1, 0, 0.8), (1, 1, 0.6), (2, 1, 0.95)), np.array([0.5, 0.9, 0.3], np.float32), none(2), 0.5
    )
    assert found.tolist() == [-1, 0, 1]
    assert not ignored.any()


def test_one_in_a_crowd_counts_as_nothing_unless_it_finds_an_object() -> None:
    crowd = np.array([False, True])
    rows = pairs((0, 0, 0.6), (0, 1, 0.9), (1, 1, 0.8), (2, 1, 0.4))
    found, ignored = matched_to_reference(rows, np.array([0.9, 0.8, 0.7], np.float32), crowd, 0.5)
    assert found.tolist() == [0, -1, -1]
    assert ignored.tolist() == [False, True, False]


def test_what_is_less_sure_takes_nothing_from_what_is_surer() -> None:
    truth = scattered(200, (300, 300), seed=3, radius_px=(6, 20))
    said = predicted(truth, 4, shift_px=4)
    both = overlapping(
        Objects(said.boxes_xyxy, said.masks, said.is_crowd), Objects(truth.boxes_xyxy, truth.masks, none(200))
    )
    every, _ = matched_to_reference(both, said.scores, none(200), 0.5)
    sure = said.scores >= 0.6
    alone, _ = matched_to_reference(both.chosen(sure[both.ours]), said.scores, none(200), 0.5)
    assert np.array_equal(every[sure], alone[sure])


def test_two_lists_are_matched_by_the_largest_overlaps_first() -> None:
    found = matched_mutually(pairs((0, 0, 0.6), (1, 0, 0.9), (0, 1, 0.55), (2, 2, 0.4)), 3, 0.5)
    assert found.tolist() == [1, 0, -1]


@pytest.mark.parametrize("seed", range(3))
def test_what_is_found_is_what_the_task_counts(seed: int) -> None:
    truth = scattered(120, (400, 400), seed, radius_px=(5, 22))
    said = predicted(truth, seed + 9, shift_px=3)
    task = TASKS.get("instance-segmentation")
    scores = task.score(said, CELLS, ReferenceInstances(truth, CELLS, truth.areas_px()), RunParams())
    both = overlapping(*(Objects(each.boxes_xyxy, each.masks, each.is_crowd) for each in (said, truth)))
    alike = both.chosen(said.class_ids[both.ours] == truth.class_ids[both.theirs])
    found, _ = matched_to_reference(alike, said.scores, truth.is_crowd, 0.5)
    shown = said.scores >= 0.5
    right = np.count_nonzero(shown & (found >= 0))
    metrics = task.metrics(scores.statistics)
    assert metrics["precision"] == pytest.approx(right / np.count_nonzero(shown))
    assert metrics["recall"] == pytest.approx(right / len(truth))
