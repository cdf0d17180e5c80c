"""Models that find objects are explained by the surest object at a place."""

from contextlib import nullcontext

import numpy as np
import pytest
import torch

from granview.core.errors import UnsupportedModel
from granview.core.explain_query import BoxPlace, ExplainQuery, PointPlace
from granview.core.lane import LaneSpec
from granview.explain.adapter_subject import subject_of
from granview.explain.explainer import AdapterExplainer
from granview.explain.subjects.objects import GRID
from granview.models.load import load_adapter
from tests.helpers.found import found
from tests.helpers.tiny_detectors import save_detector
from tests.helpers.tiny_phrase_detectors import save_reader
from tests.helpers.tiny_universal import save_masked


@pytest.fixture
def picture():
    rng = np.random.default_rng(0)
    return np.kron(rng.integers(0, 255, (8, 12, 3)), np.ones((8, 8, 1))).astype(np.uint8)


def loaded(source, task="object-detection"):
    return load_adapter(LaneSpec("lane", str(source), device="cpu", task=task), lambda what, share: None)


def asked(adapter, picture, query):
    return AdapterExplainer(adapter, nullcontext()).explain("one", picture, None, query, lambda: False)


def test_a_place_has_the_score_of_the_surest_box_there(tmp_path, picture):
    adapter = loaded(save_detector("deformable-detr", tmp_path))
    subject = subject_of(adapter, picture)
    with torch.no_grad():
        scores = subject.logits(subject.run())[0].numpy()
    (said,) = found(adapter, [picture])
    assert scores.shape == (3, GRID, GRID)
    for class_id in range(3):
        assert scores[class_id].max() == pytest.approx(said.scores[said.class_ids == class_id].max(), abs=1e-5)


@pytest.mark.parametrize("kind", ["detr", "rt-detr"])
@pytest.mark.parametrize("place", [PointPlace(40, 30), BoxPlace(20, 10, 60, 50)], ids=["point", "box"])
def test_a_detector_s_convolutions_are_explained_by_grad_cam(kind, place, tmp_path, picture):
    answer = asked(loaded(save_detector(kind, tmp_path)), picture, ExplainQuery("grad-cam", place))
    assert answer.target in (0, 1, 2)
    assert answer.weights.values.min() >= 0


def test_a_detr_s_attention_is_over_the_picture(tmp_path, picture):
    answer = asked(loaded(save_detector("detr", tmp_path)), picture, ExplainQuery("attention", PointPlace(40, 30)))
    assert answer.weights.values.sum() == pytest.approx(1, abs=1e-4)
    assert answer.weights.values.shape == (2, 3)


@pytest.mark.parametrize("task", ["instance-segmentation", "panoptic-segmentation"])
def test_masks_by_queries_are_explained_too(task, tmp_path, picture):
    adapter = loaded(save_masked("mask2former", tmp_path), task)
    answer = asked(adapter, picture, ExplainQuery("grad-cam", BoxPlace(20, 10, 60, 50)))
    assert answer.weights.values.ndim == 2


def test_what_lies_in_padding_is_not_taken_for_the_picture(tmp_path, picture):
    subject = subject_of(loaded(save_masked("eomt", tmp_path), "instance-segmentation"), picture)
    assert subject.view.box_xyxy_px == pytest.approx((0, 0, 96, 96), abs=2)


def test_others_say_that_they_cannot(tmp_path, picture):
    with pytest.raises(UnsupportedModel, match="HfZeroShotObjectDetection cannot be explained"):
        subject_of(loaded(save_reader("owlvit", tmp_path)), picture)
