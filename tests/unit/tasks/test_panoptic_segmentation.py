import numpy as np
import pytest

from granview.core.predictions.instances import Instances
from granview.core.run_params import RunParams
from granview.core.unit import merge_statistics
from granview.tasks.base import TASKS, Scores
from tests.helpers.instances import said, true
from tests.helpers.label_maps import label_set

TASK = TASKS.get("panoptic-segmentation")
LABELS = label_set("cell", "ground")
LEFT, MIDDLE, RIGHT = [0, 0, 30, 100], [30, 0, 60, 100], [60, 0, 100, 100]


def score(prediction: Instances, truth, labels=LABELS, **chosen) -> Scores:
    return TASK.score(prediction, labels, truth, RunParams(of_task={TASK.name: chosen}))


def segments(boxes, classes, scores=None) -> Instances:
    return said(boxes, np.ones(len(boxes)) if scores is None else scores, classes, with_masks=True)


def reference(boxes, classes, **marks):
    return true(
        boxes, LABELS, classes, stuff=[k for k, each in enumerate(classes) if each == 1], with_masks=True, **marks
    )


def test_by_hand():
    """One of two cells is found with IoU 0.8, the other is not; the ground is found whole, and void is left out."""
    truth = reference([LEFT, MIDDLE, [60, 0, 100, 80]], [0, 0, 1])
    scores = score(segments([[0, 0, 24, 100], RIGHT], [0, 1]), truth)
    metrics = TASK.metrics(scores.statistics)
    assert metrics["pq_things"] == pytest.approx(0.8 / 1.5)
    assert (metrics["sq_things"], metrics["rq_things"]) == (pytest.approx(0.8), pytest.approx(1 / 1.5))
    assert (metrics["pq_stuff"], metrics["sq_stuff"], metrics["rq_stuff"]) == (1.0, 1.0, 1.0)
    assert metrics["pq"] == pytest.approx((0.8 / 1.5 + 1) / 2)
    assert scores.units.score.tolist() == pytest.approx([0.8, 0.0, 1.0])
    assert TASK.confusion(scores.statistics).tolist() == [[1, 0, 1], [0, 1, 0], [0, 0, 0]]
    cell, ground = TASK.class_metrics(scores.statistics)
    assert (cell["segments"], ground["pq"]) == (2.0, 1.0)
    assert scores.notices == ()


def test_classes_are_averaged_over_all_samples_together():
    parts = [
        score(segments([LEFT], [0]), reference([LEFT], [0])).statistics,
        score(segments([], []), reference([LEFT], [0])).statistics,
    ]
    metrics = TASK.metrics(merge_statistics(parts))
    assert metrics["pq"] == metrics["pq_things"] == pytest.approx(1 / 1.5)
    assert metrics["pq_stuff"] is None


def test_segments_below_the_counting_score_are_not_there():
    truth = reference([LEFT], [0])
    assert TASK.metrics(score(segments([LEFT], [0], [0.4]), truth).statistics)["pq"] == 0.0
    assert TASK.metrics(score(segments([LEFT], [0], [0.4]), truth, count_confidence=0.3).statistics)["pq"] == 1.0


def test_overlapping_segments_are_told():
    scores = score(segments([LEFT, [0, 0, 40, 100]], [0, 0]), reference([LEFT], [0]))
    assert scores.notices == (
        "3000 px belong to several of the predicted segments; panoptic quality is defined for segments that do not "
        "overlap.",
    )


def test_boxes_alone_and_classes_that_do_not_match_are_not_scored():
    assert "boxes alone" in score(said([LEFT], [1.0]), reference([LEFT], [0])).notices[-1]
    scores = score(segments([LEFT], [0]), reference([LEFT], [0]), label_set("cat"))
    assert scores.statistics == {}
    assert "nothing is scored" in scores.notices[0]


def test_relabelled_statistics_say_the_same():
    wanted = label_set("sky", "ground", "cell")
    statistics = score(segments([LEFT, RIGHT], [0, 0]), reference([LEFT, RIGHT], [0, 1])).statistics
    moved = TASK.relabel(statistics, LABELS, wanted)
    assert TASK.metrics(moved) == TASK.metrics(statistics)
    assert TASK.class_metrics(moved)[1:] == TASK.class_metrics(statistics)[::-1]
    assert TASK.confusion(moved).sum() == TASK.confusion(statistics).sum()


def test_agreement():
    counts = TASK.agreement_counts(segments([LEFT, RIGHT], [0, 1]), LABELS, segments([LEFT], [0]), LABELS)
    assert TASK.agreement(counts).value == pytest.approx(2 / 3)


def test_an_empty_picture():
    scores = score(segments([], []), reference([], []))
    assert set(TASK.metrics(scores.statistics).values()) == {None}
    assert TASK.counted(scores.statistics) == {column.name for column in TASK.columns}
