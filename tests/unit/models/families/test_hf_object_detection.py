import json

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from granview.core.errors import ModelError, UnsupportedModel, WeightsMissing
from granview.core.variant import Variant
from granview.models.loading.supported_models import DETECTOR_HEAD
from tests.helpers.found import assert_same, found
from tests.helpers.tiny_detectors import DETECTORS, NAMES, save_detector
from tests.helpers.tiny_models import save_tiny

TASK = "object-detection"


def own_library(folder, pictures):
    """What the image processor makes of it with a threshold of 0."""
    from transformers import AutoImageProcessor, AutoModelForObjectDetection

    processor = AutoImageProcessor.from_pretrained(folder)
    network = AutoModelForObjectDetection.from_pretrained(folder, dtype=torch.float32).eval()
    with torch.inference_mode():
        output = network(**processor(images=pictures, return_tensors="pt"))
    sizes = [picture.shape[:2] for picture in pictures]
    return processor.post_process_object_detection(output, threshold=0, target_sizes=sizes)


@pytest.fixture
def detr(tmp_path):
    return save_detector("detr", tmp_path)


def edit(folder, name, **changes):
    path = folder / name
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


@pytest.mark.parametrize("kind", DETECTORS)
def test_agrees_with_its_own_library(kind, tmp_path, picture, load):
    folder = save_detector(kind, tmp_path)
    pictures = [picture, np.ascontiguousarray(picture[::-1])]
    adapter = load(folder, task=TASK)
    assert adapter.facts.labels.names == NAMES
    assert adapter.facts.notices == ()
    for said, own in zip(found(adapter, pictures), own_library(folder, pictures), strict=True):
        assert said.masks is None
        assert said.fits((81, 108))
        assert_same(said, *(own[name].numpy() for name in ("boxes", "labels", "scores")))
    assert adapter.count_flops(adapter.preprocess(pictures)) > 0


def test_every_detector_of_transformers_is_tried_or_is_another_sort_of_pp_doclayout():
    tried = {model_type for model_type, *_ in DETECTORS.values()}
    assert set(DETECTOR_HEAD.classes()) - tried == {"pp_doclayout_v2", "pp_doclayout_v3", "pp_doclayout_v4"}


def test_the_surest_come_first_and_no_more_than_were_asked_for(tmp_path, picture, load):
    adapter = load(save_detector("deformable-detr", tmp_path), task=TASK)
    (every,), (few,) = found(adapter, [picture]), found(adapter, [picture], max_detections=5)
    assert len(every) == 36
    assert (np.diff(every.scores) <= 0).all()
    np.testing.assert_array_equal(few.boxes_xyxy, every.boxes_xyxy[:5])


def test_pictures_of_other_sizes_are_found_alike_alone_and_together(tmp_path, picture, load):
    adapter = load(save_detector("rt-detr", tmp_path), task=TASK)
    other = np.ascontiguousarray(picture[:40, :50])
    assert adapter.batch_key((81, 108)) == adapter.batch_key((40, 50))
    together = found(adapter, [picture, other])
    for one, said in zip([picture, other], together, strict=True):
        np.testing.assert_allclose(found(adapter, [one])[0].boxes_xyxy, said.boxes_xyxy, atol=1e-3)


def test_a_processor_that_keeps_the_shape_batches_by_size(detr, load):
    adapter = load(detr, task=TASK)
    assert adapter.batch_key((81, 108)) != adapter.batch_key((108, 81))


def test_outputs_without_a_class_are_left_out_and_told(detr, picture, load):
    named = {"0": "N/A", "1": "cell", "2": "N/A"}
    edit(detr, "config.json", id2label=named, label2id={"cell": 1})
    adapter = load(detr, task=TASK)
    assert adapter.facts.labels.names == ("cell",)
    assert adapter.facts.notices == ("2 of its 3 outputs stand for no class (N/A): what they find is left out.",)
    assert set(found(adapter, [picture])[0].class_ids) == {0}


def test_a_single_class_is_enough(tmp_path, picture, load):
    folder = save_detector("yolos", tmp_path)
    state = load_file(folder / "model.safetensors")
    head = "class_labels_classifier.layers.2"
    cut = {f"{head}.{part}": state[f"{head}.{part}"][[0, 3]].contiguous() for part in ("weight", "bias")}
    save_file(state | cut, folder / "model.safetensors", {"format": "pt"})
    edit(folder, "config.json", id2label={"0": "cell"}, label2id={"cell": 0})
    assert load(folder, task=TASK).facts.labels.names == ("cell",)


def test_a_config_that_names_other_classes_than_the_weights_is_an_error(detr, load):
    edit(detr, "config.json", id2label={"0": "a"}, label2id={"a": 0})
    with pytest.raises(UnsupportedModel, match="class_labels_classifier"):
        load(detr, task=TASK)


def test_more_outputs_than_named_classes_are_an_error_in_words(detr, picture, load):
    adapter = load(detr, task=TASK)
    adapter.network.class_labels_classifier = torch.nn.Linear(16, 7)
    with pytest.raises(ModelError, match="gives 7 classes, but its config names 3"):
        found(adapter, [picture])


def test_a_processor_that_crops_is_told(detr, load):
    edit(detr, "preprocessor_config.json", do_center_crop=True, crop_size={"height": 32, "width": 32})
    assert "crops the centre" in load(detr, task=TASK).facts.notices[0]


def test_without_a_processor_nothing_is_guessed(detr, load):
    (detr / "preprocessor_config.json").unlink()
    with pytest.raises(WeightsMissing, match="unknown how pictures are prepared"):
        load(detr, task=TASK)


@pytest.mark.parametrize(
    ("config", "words", "hint"),
    [
        (
            {"model_type": "mask2former", "architectures": ["Mask2FormerForUniversalSegmentation"]},
            "is a Mask2FormerForUniversalSegmentation, not a model for object-detection",
            "Use --task instance-segmentation or panoptic-segmentation.",
        ),
        (
            {"model_type": "pp_ocrv5_server_det", "architectures": ["PPOCRV5ServerDetForObjectDetection"]},
            "is a PPOCRV5ServerDetForObjectDetection, not a model for object-detection",
            "Choose a model trained for object-detection.",
        ),
        (
            {"model_type": "own", "architectures": ["Own"], "auto_map": {"AutoModel": "own.Own"}},
            "needs program code that comes with the model",
            "Choose a model of a type that transformers knows for object-detection.",
        ),
        ({"model_type": "detr", "num_queries": 10**9}, "describes a network|num_queries", ""),
    ],
    ids=["segmentation", "text-lines", "remote-code", "too-large"],
)
def test_configs_of_other_models_are_told_what_they_are(config, words, hint, detr, load):
    own = json.loads((detr / "config.json").read_text()) if config.get("num_queries") else {}
    (detr / "config.json").write_text(json.dumps(own | config))
    with pytest.raises(ModelError, match=words) as error:
        load(detr, task=TASK)
    assert hint in error.value.hint


def test_a_segmentation_model_is_refused(tmp_path, load):
    with pytest.raises(UnsupportedModel, match="not a model for object-detection"):
        load(save_tiny("segformer", tmp_path), task=TASK)


def test_runs_in_bf16(tmp_path, picture, load):
    adapter = load(save_detector("yolos", tmp_path), task=TASK, variant=Variant("bf16"))
    (said,) = found(adapter, [picture])
    assert len(said) == 12
    assert said.scores.dtype == np.float32
