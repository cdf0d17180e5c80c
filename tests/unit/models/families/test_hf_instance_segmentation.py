import numpy as np
import pytest
import torch
from torch.nn.functional import interpolate

from granview.core import rle
from granview.core.errors import UnsupportedModel
from tests.helpers.found import found
from tests.helpers.tiny_detectors import NAMES, save_detector
from tests.helpers.tiny_models import NAMES as PLACES
from tests.helpers.tiny_universal import MASKED, save_masked

TASK = "instance-segmentation"
pytestmark = pytest.mark.filterwarnings("ignore:.*maskformer-swin is not a supported model")


def squares(side):
    """(side, side, 3): coloured squares."""
    rng = np.random.default_rng(1)
    return np.kron(rng.integers(0, 255, (8, 8, 3)), np.ones((side // 8, side // 8, 1))).astype(np.uint8)


def network_output(adapter, picture):
    """What the network itself gives of a picture."""
    return adapter.forward(adapter.preprocess([picture]))[0]


def same_objects(said, class_ids, scores, masks):
    """Each of these objects was said, with the same class, score and pixels."""
    for class_id, score, mask in zip(class_ids, scores, masks, strict=True):
        near = np.flatnonzero((said.class_ids == class_id) & (np.abs(said.scores - score) < 1e-4))
        assert any((rle.decode(said.masks[place]) == mask).mean() > 0.999 for place in near), (class_id, score)


@pytest.mark.parametrize("kind", MASKED)
def test_masks_are_those_of_whole_queries_at_the_picture_s_own_size(kind, tmp_path, picture, load):
    adapter = load(save_masked(kind, tmp_path), task=TASK)
    assert adapter.facts.labels.names in (NAMES, PLACES)
    (said,) = found(adapter, [picture])
    assert len(said) > 3
    assert said.fits((81, 108))
    assert (np.diff(said.scores) <= 0).all()
    assert (rle.areas(said.masks) > 0).all()
    if kind not in {"rf-detr", "detr"}:
        np.testing.assert_array_equal(said.boxes_xyxy, rle.boxes_xyxy(said.masks))
    assert adapter.count_flops(adapter.preprocess([picture])) > 0


@pytest.mark.parametrize("kind", ["mask2former", "maskformer", "oneformer", "detr", "rf-detr"])
def test_masks_are_interpolated_as_torch_does(kind, tmp_path, picture, load):
    adapter = load(save_masked(kind, tmp_path), task=TASK)
    output = network_output(adapter, picture)
    logits = output.masks_queries_logits if hasattr(output, "masks_queries_logits") else output.pred_masks
    expected = interpolate(logits, size=(81, 108), mode="bilinear", align_corners=False)[0] > 0
    (said,) = found(adapter, [picture])
    masks = [rle.decode(mask) for mask in said.masks]
    assert all(any((mask == own.numpy()).mean() > 0.9995 for own in expected) for mask in masks)


def test_a_mask2former_agrees_with_its_library_where_that_works_at_the_picture_s_size(tmp_path, load):
    adapter = load(save_masked("mask2former", tmp_path), task=TASK)
    picture = squares(384)
    (own,) = adapter.processor.post_process_instance_segmentation(
        network_output(adapter, picture), threshold=0, target_sizes=[(384, 384)], return_binary_maps=True
    )
    (said,) = found(adapter, [picture], max_detections=8)
    info = own["segments_info"]
    assert len(said) == len(info) > 3
    same_objects(said, [one["label_id"] for one in info], [one["score"] for one in info], own["segmentation"].numpy())


def test_a_maskformer_agrees_with_its_library_where_that_works_at_the_picture_s_size(tmp_path, load):
    adapter = load(save_masked("maskformer", tmp_path), task=TASK)
    picture = squares(16)
    output = network_output(adapter, picture)
    assert output.masks_queries_logits.shape[2:] == (16, 16)
    (own,) = adapter.processor.post_process_instance_segmentation(
        output, threshold=0, target_sizes=[(16, 16)], return_binary_maps=True
    )
    (said,) = found(adapter, [picture], max_detections=8)
    info = own["segments_info"]
    assert len(said) == len(info) > 3
    same_objects(said, [one["label_id"] for one in info], [one["score"] for one in info], own["segmentation"].numpy())


@pytest.mark.parametrize("kind", ["eomt", "eomt-dinov3"])
def test_an_eomt_has_what_its_library_finds(kind, tmp_path, load):
    """The library takes each query's best class alone, and paints masks over each other."""
    adapter = load(save_masked(kind, tmp_path), task=TASK)
    picture = squares(64)
    (own,) = adapter.processor.post_process_instance_segmentation(
        network_output(adapter, picture), target_sizes=[(64, 64)], threshold=0
    )
    (said,) = found(adapter, [picture])
    for one in own["segments_info"]:
        near = (said.class_ids == one["label_id"]) & (np.abs(said.scores - one["score"]) < 1e-4)
        painted = own["segmentation"].numpy() == one["id"]
        assert any(rle.decode(said.masks[place])[painted].all() for place in np.flatnonzero(near))


def test_an_rf_detr_agrees_with_its_library(tmp_path, picture, load):
    adapter = load(save_masked("rf-detr", tmp_path), task=TASK)
    (own,) = adapter.processor.post_process_instance_segmentation(
        network_output(adapter, picture), threshold=0, target_sizes=[(81, 108)], return_binary_maps=True
    )
    (said,) = found(adapter, [picture], max_detections=12)
    info = own["segments_info"]
    assert len(said) == len(info) > 3
    same_objects(said, [one["label_id"] for one in info], [one["score"] for one in info], own["segmentation"].numpy())


def test_padding_takes_no_part_of_a_mask(tmp_path, load):
    """An EoMT's square input shows a wide picture in its upper part alone."""
    adapter = load(save_masked("eomt", tmp_path), task=TASK)
    wide = squares(64)[:32]
    batch = adapter.preprocess([wide])
    assert batch["shown"].tolist() == [[0.5, 1.0]]
    masks = adapter.forward(batch)[0].masks_queries_logits
    whole = interpolate(masks, size=(64, 64), mode="bilinear", align_corners=False)[0, :, :32] > 0
    for mask in found(adapter, [wide])[0].masks:
        assert max((rle.decode(mask) == own.numpy()).mean() for own in whole) > 0.999


def test_boxes_of_an_rf_detr_with_masks_are_found_alone_too(tmp_path, picture, load):
    (said,) = found(load(save_masked("rf-detr", tmp_path), task="object-detection"), [picture])
    assert said.masks is None
    assert len(said) == 36


def test_models_of_boxes_are_refused(tmp_path, load):
    with pytest.raises(UnsupportedModel, match="is a DetrForObjectDetection, not a model for instance-seg") as error:
        load(save_detector("detr", tmp_path), task=TASK)
    assert error.value.hint == "Use --task object-detection."


def test_a_mask_that_is_no_number_is_an_error(tmp_path, picture, load):
    adapter = load(save_masked("detr", tmp_path), task=TASK)
    adapter.network.mask_head.output_conv.weight.data = torch.full((1, 1, 3, 3), float("nan")).expand_as(
        adapter.network.mask_head.output_conv.weight
    )
    (error,) = found(adapter, [picture])
    assert "no numbers (NaN)" in str(error)
