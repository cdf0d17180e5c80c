import numpy as np
import pytest

from granview.core import rle
from granview.core.labels import LabelSet
from granview.core.predictions.prompted_masks import PROMPTED, PromptedMasks
from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.core.run_params import RunParams
from granview.core.truths.instances import ReferenceInstances
from granview.core.unit import merge_statistics
from granview.tasks.base import TASKS, Scores

TASK = TASKS.get("mask-generation")
SIZE = (20, 20)
LABELS = LabelSet(("cell",), ((0, 0, 0),))


def _mask(left: int, top: int, right: int, bottom: int) -> rle.Rle:
    pixels = np.zeros(SIZE, bool)
    pixels[top:bottom, left:right] = True
    return rle.encode(pixels)


def _truth(*masks: rle.Rle, crowd: int | None = None) -> ReferenceInstances:
    n = len(masks)
    return ReferenceInstances.of_marks(
        rle.boxes_xyxy(masks),
        np.zeros(n, np.uint16),
        LABELS,
        SIZE,
        masks,
        np.full(n, np.nan),
        np.arange(n) == crowd,
        np.zeros(n, bool),
    )


def _said(prompts: tuple[ObjectPrompt, ...], *masks: tuple[int, rle.Rle, float]) -> PromptedMasks:
    of, found, scores = ([each[column] for each in masks] for column in range(3))
    return PromptedMasks(prompts, tuple(found), np.array(of, np.uint16), np.array(scores, np.float32), SIZE)


def _score(prediction: PromptedMasks, truth: ReferenceInstances) -> Scores:
    return TASK.score(prediction, PROMPTED, truth, RunParams())


FIRST, SECOND = _mask(0, 0, 4, 4), _mask(10, 10, 14, 18)
PROMPTS = (ObjectPrompt((PointPrompt(1, 1), PointPrompt(9, 1, adds=False))), ObjectPrompt(box_xyxy=(10, 10, 14, 18)))


def test_each_prompt_is_compared_with_what_it_means() -> None:
    half = _mask(10, 10, 14, 14)
    scores = _score(_said(PROMPTS, (0, FIRST, 0.8), (1, half, 0.7), (1, SECOND, 0.2)), _truth(FIRST, SECOND))
    metrics = TASK.metrics(scores.statistics)
    assert metrics["iou"] == pytest.approx(0.75)
    assert (metrics["iou_50"], metrics["iou_75"], metrics["prompts_spent"]) == (1.0, 0.5, 1.5)
    assert metrics["expected_error"] == pytest.approx((0.2 + 0.2) / 2)
    assert scores.units.grain.tolist() == pytest.approx([4.0, 32**0.5])
    assert scores.units.score.tolist() == pytest.approx([1.0, 0.5])
    assert scores.units.extra["spent"].tolist() == [2, 1]


def test_a_prompt_without_a_mask_counts_as_nothing_found_and_one_that_means_nothing_is_said() -> None:
    prompts = (*PROMPTS, ObjectPrompt((PointPrompt(19, 0),)))
    scores = _score(_said(prompts, (0, FIRST, 1.0)), _truth(FIRST, SECOND))
    assert TASK.metrics(scores.statistics)["iou"] == 0.5
    assert scores.notices == ("1 of 3 prompts mean no object of the reference, and are not scored.",)


def test_samples_add_up_and_nothing_is_no_number() -> None:
    one = _score(_said(PROMPTS[:1], (0, FIRST, 1.0)), _truth(FIRST)).statistics
    other = _score(_said(PROMPTS[1:]), _truth(SECOND)).statistics
    assert TASK.metrics(merge_statistics([one, other]))["iou"] == 0.5
    none = _score(_said(PROMPTS[1:]), _truth(FIRST))
    assert set(TASK.metrics(none.statistics).values()) == {None}
    assert TASK.counted(none.statistics) == frozenset()
    assert TASK.metrics(other)["expected_error"] is None


def test_crowds_are_not_meant_and_boxes_alone_are_no_outlines() -> None:
    scores = _score(_said(PROMPTS[:1], (0, FIRST, 1.0)), _truth(FIRST, crowd=0))
    assert len(scores.units) == 0
    truth = _truth(FIRST)
    boxes = ReferenceInstances.of_marks(
        truth.instances.boxes_xyxy,
        truth.instances.class_ids,
        LABELS,
        SIZE,
        None,
        np.full(1, np.nan),
        truth.instances.is_crowd,
        truth.instances.is_stuff,
    )
    assert "boxes alone" in _score(_said(PROMPTS[:1], (0, FIRST, 1.0)), boxes).notices[0]


def test_all_masks_of_a_phrase_count_together() -> None:
    prompt = (ObjectPrompt(phrase="cell"),)
    scores = _score(_said(prompt, (0, FIRST, 0.9), (0, SECOND, 0.4)), _truth(FIRST, SECOND))
    assert TASK.metrics(scores.statistics)["iou"] == 1.0


def test_lanes_agree_by_prompt() -> None:
    ours, theirs = _said(PROMPTS, (0, FIRST, 1.0)), _said(PROMPTS, (0, FIRST, 0.2), (1, SECOND, 0.3))
    counts = TASK.agreement_counts(ours, PROMPTED, theirs, PROMPTED)
    assert counts is not None
    assert TASK.agreement(counts).value == 0.5
    assert TASK.agreement_counts(ours, PROMPTED, _said(PROMPTS[:1], (0, FIRST, 1.0)), PROMPTED) is None


def test_the_reference_prompts_for_each_of_its_objects() -> None:
    truth = _truth(FIRST, SECOND, _mask(0, 0, 20, 20), crowd=2)
    assert [prompt.box_xyxy for prompt in truth.object_prompts("box")] == [(0, 0, 4, 4), (10, 10, 14, 18)]
    (point,) = truth.object_prompts("centre")[0].points
    assert (point.x_px, point.y_px) == (1.5, 1.5)
    both = truth.object_prompts("centre and box")[1]
    assert both.n_prompts == 2
