"""Boxes and masks of single objects, scored by their tasks as the worker scores them."""

import numpy as np
import pytest

from granview.analysis.paired_bootstrap import DifferenceVerdict, paired_statistics_bootstrap
from granview.core.errors import ShapeError
from granview.core.run_params import RunParams
from granview.core.unit import merge_statistics, pack_statistics, pack_units, unpack_statistics, unpack_units
from granview.tasks.base import TASKS, Scores
from tests.helpers.instance_sets import coco_dicts, pycocotools_stats, random_picture
from tests.helpers.instances import of_picture, said, true
from tests.helpers.label_maps import label_set, numbered_labels

BOXES, MASKS = TASKS.get("object-detection"), TASKS.get("instance-segmentation")
EVERY_TASK = pytest.mark.parametrize("task", [BOXES, MASKS], ids=["boxes", "masks"])
COCO = (
    "ap",
    "ap50",
    "ap75",
    "ap_small",
    "ap_medium",
    "ap_large",
    "ar_1",
    "ar_10",
    "ar",
    "ar_small",
    "ar_medium",
    "ar_large",
)
BOX, FAR, HALF = [0, 0, 10, 10], [50, 50, 60, 60], [0, 0, 10, 4]
CELL = label_set("cell")


def score(task, prediction, truth, labels=CELL, **chosen) -> Scores:
    params = RunParams(class_edits=chosen.pop("class_edits", {}), of_task={task.name: chosen})
    return task.score(prediction, labels, truth, params)


def random_scores(task, seed: int, n: int = 8, n_classes: int = 3) -> tuple[list[Scores], np.ndarray]:
    """Scores of random pictures, and what pycocotools says of them."""
    rng, by_mask, labels = np.random.default_rng(seed), task is MASKS, numbered_labels(n_classes)
    pictures = [random_picture(rng, int(rng.integers(0, 8)), 12, n_classes, with_masks=by_mask) for _ in range(n)]
    theirs = pycocotools_stats(*coco_dicts(pictures, n_classes), "segm" if by_mask else "bbox")
    scores = [score(task, *of_picture(picture, labels, 200), labels) for picture in pictures]
    return scores, theirs


@EVERY_TASK
@pytest.mark.parametrize("seed", range(2))
def test_merged_statistics_say_what_pycocotools_says(task, seed: int):
    scores, theirs = random_scores(task, seed)
    metrics = task.metrics(merge_statistics(each.statistics for each in scores))
    ours = [-1.0 if metrics[name] is None else metrics[name] for name in COCO]
    assert ours == pytest.approx(theirs.tolist(), abs=1e-6)
    assert set(metrics) == {column.name for column in task.columns}
    assert all(value is None or np.isfinite(value) for value in metrics.values())


@EVERY_TASK
def test_statistics_and_units_travel(task):
    scores, _ = random_scores(task, 2, n=1)
    packed = unpack_statistics(pack_statistics(scores[0].statistics))
    assert task.metrics(packed) == task.metrics(scores[0].statistics)
    units = unpack_units(pack_units(scores[0].units))
    assert set(units.extra) >= set(task.unit_columns) - {"class"}


@EVERY_TASK
def test_resampled_statistics_have_metrics(task):
    scores, _ = random_scores(task, 3, n=12)
    parts = [each.statistics for each in scores]
    found = paired_statistics_bootstrap(parts, parts, task.metrics, task.counted, n=20)
    assert (found["ap"].mean, found["ap"].low, found["ap"].high) == (0.0, None, None)
    assert found["ap"].verdict is DifferenceVerdict.SAME


@EVERY_TASK
def test_a_perfect_prediction(task):
    prediction = said([BOX, FAR], [0.9, 0.8], with_masks=True)
    scores = score(task, prediction, true([BOX, FAR], CELL, with_masks=True))
    metrics = task.metrics(scores.statistics)
    perfect = (
        "ap",
        "ap50",
        "ap75",
        "ap_small",
        "ar_10",
        "ar",
        "ar_small",
        "precision",
        "recall",
        "f1",
        "accuracy_50",
        "accuracy",
    )
    assert {name: metrics[name] for name in perfect} == dict.fromkeys(perfect, 1.0)
    assert metrics["ap_medium"] is metrics["ap_large"] is None
    errors = [name for name in metrics if name.startswith(("cost_", "count_", "split", "merged", "invented"))]
    assert {name: metrics[name] for name in errors} == dict.fromkeys(errors, 0.0)
    assert scores.units.score.tolist() == [1.0, 1.0]
    assert scores.units.grain.tolist() == [10.0, 10.0]
    assert scores.notices == ()


def test_one_found_one_missed_one_invented_one_unsure():
    prediction = said([BOX, [80, 80, 90, 90], FAR], [0.9, 0.8, 0.2])
    scores = score(BOXES, prediction, true([BOX, FAR], CELL))
    metrics = BOXES.metrics(scores.statistics)
    assert (metrics["precision"], metrics["recall"], metrics["f1"]) == (0.5, 0.5, 0.5)
    assert (metrics["count_error"], metrics["count_bias"], metrics["invented"]) == (0.0, 0.0, 1.0)
    assert metrics["accuracy_50"] == pytest.approx(1 / 3)
    assert BOXES.confusion(scores.statistics).tolist() == [[1, 1], [1, 0]]
    assert scores.units.score.tolist() == [1.0, 0.0]
    assert (
        BOXES.metrics(score(BOXES, prediction, true([BOX, FAR], CELL), count_confidence=0.1).statistics)["recall"] == 1
    )


def test_the_runs_iou_and_its_most_detections():
    truth = true([BOX], CELL)
    assert score(BOXES, said([HALF], [0.9]), truth).statistics["counts"].tolist() == [[0, 1, 1]]
    loose = score(BOXES, said([HALF], [0.9]), truth, iou_threshold=0.3)
    assert loose.statistics["counts"].tolist() == [[1, 1, 1]]
    assert loose.units.score.tolist() == pytest.approx([0.4])
    kept = score(BOXES, said([FAR, BOX], [0.9, 0.8]), truth, max_detections=1)
    assert BOXES.metrics(kept.statistics)["ar"] == 0.0


def test_counts_of_several_samples():
    samples = [(said([BOX, FAR], [0.9, 0.9]), true([BOX], CELL)), (said([], []), true([BOX, FAR, HALF], CELL))]
    metrics = BOXES.metrics(merge_statistics(score(BOXES, *sample).statistics for sample in samples))
    assert (metrics["count_error"], metrics["count_bias"]) == (2.0, -1.0)


@EVERY_TASK
def test_empty_pictures_have_no_precision_and_every_column_counts(task):
    scores = score(task, said([], []), true([], CELL))
    metrics = task.metrics(scores.statistics)
    assert (metrics["ap"], metrics["f1"], metrics["count_error"]) == (None, None, 0.0)
    assert task.counted(scores.statistics) == {column.name for column in task.columns}
    assert len(scores.units) == 0
    false_alarm = task.metrics(score(task, said([BOX], [0.9], with_masks=True), true([], CELL)).statistics)
    assert (false_alarm["ap"], false_alarm["precision"], false_alarm["invented"]) == (None, 0.0, 1.0)


@EVERY_TASK
def test_nothing_found_has_no_precision_and_nothing_to_be_found_no_recall(task):
    nothing_found = score(task, said([], []), true([BOX], CELL, with_masks=True)).statistics
    nothing_there = score(task, said([BOX], [0.9], with_masks=True), true([], CELL)).statistics
    for metrics in (task.metrics(nothing_found), task.class_metrics(nothing_found)[0]):
        assert (metrics["precision"], metrics["recall"], metrics["f1"]) == (None, 0.0, 0.0)
    for metrics in (task.metrics(nothing_there), task.class_metrics(nothing_there)[0]):
        assert (metrics["precision"], metrics["recall"], metrics["f1"]) == (0.0, None, 0.0)


def test_crowds_are_no_units():
    scores = score(BOXES, said([BOX], [0.9]), true([BOX, [0, 0, 90, 90]], CELL, crowd=[1]))
    assert scores.units.extra["area_px"].tolist() == [100.0]


def test_no_class_matches():
    scores = score(BOXES, said([BOX], [0.9]), true([BOX], label_set("nucleus")), label_set("cat"))
    assert scores.statistics == {}
    assert "nothing is scored" in scores.notices[0]
    assert len(scores.units) == 0


def test_masks_are_asked_for_where_there_are_boxes_alone():
    for prediction, truth in (
        (said([BOX], [0.9]), true([BOX], CELL, with_masks=True)),
        (said([BOX], [0.9], with_masks=True), true([BOX], CELL)),
    ):
        scores = score(MASKS, prediction, truth)
        assert scores.statistics == {}
        assert "boxes alone" in scores.notices[-1]


def test_another_size_is_refused():
    with pytest.raises(ShapeError):
        score(BOXES, said([BOX], [0.9], size=(50, 50)), true([BOX], CELL))


def test_objects_of_classes_that_the_reference_lacks_count_for_nothing_and_are_told():
    model = label_set("cell", "dog")
    scores = score(BOXES, said([BOX, FAR], [0.8, 0.9], [0, 1]), true([BOX], CELL), model)
    assert BOXES.metrics(scores.statistics)["precision"] == 1.0
    assert any("count for nothing: dog" in notice for notice in scores.notices)


def test_relabelled_statistics_say_the_same():
    labels, wanted = label_set("cat", "dog"), label_set("bird", "dog", "cat")
    truth = true([BOX, FAR], labels, [0, 1])
    scores = score(BOXES, said([BOX, FAR, HALF], [0.9, 0.8, 0.7], [0, 0, 1]), truth, labels)
    moved = BOXES.relabel(scores.statistics, labels, wanted)
    assert BOXES.metrics(moved) == BOXES.metrics(scores.statistics)
    before, after = (BOXES.class_metrics(each) for each in (scores.statistics, moved))
    assert after[1:] == before[::-1]
    assert after[0]["ap"] is None
    order = [2, 1, 3]
    assert np.array_equal(BOXES.confusion(moved)[np.ix_(order, order)], BOXES.confusion(scores.statistics))
    with pytest.raises(ValueError, match="lacks"):
        BOXES.relabel(scores.statistics, labels, label_set("dog"))


def test_agreement_is_symmetric_and_by_class():
    left, right = said([BOX, FAR], [0.9, 0.9], [0, 1]), said([BOX, FAR, HALF], [0.9, 0.6, 0.1], [0, 0, 0])
    ours, theirs = label_set("cat", "dog"), label_set("Cat")
    counts = BOXES.agreement_counts(left, ours, right, theirs)
    assert counts.tolist() == [[1, 1, 2], [0, 1, 0]]
    found = BOXES.agreement(counts)
    assert (found.value, found.disagreement) == (0.5, 0.5)
    assert BOXES.agreement(BOXES.agreement_counts(right, theirs, left, ours)).value == 0.5
    assert BOXES.agreement_counts(left, ours, right, label_set("bird")) is None
    assert BOXES.agreement(np.zeros((1, 3), int)).value == 1.0


def test_units_have_class_and_confidence_of_what_stands_for_them():
    """Found, taken for another class, and missed."""
    labels = label_set("cell", "debris")
    prediction = said([BOX, FAR], [0.9, 0.8], [0, 0])
    there = true([BOX, FAR, [30, 30, 40, 40]], labels, [0, 1, 0])
    units = score(BOXES, prediction, there, labels).units
    assert units.extra["taken_for"].tolist() == [0, 0, -1]
    np.testing.assert_allclose(units.extra["confidence"], np.float32([0.9, 0.8, np.nan]))
