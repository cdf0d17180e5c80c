import numpy as np
import pytest
import torch
from torchvision import models

from granview.core import rle
from granview.core.errors import InputError, NotFinite, UnsupportedModel, WeightsMissing
from tests.helpers.found import assert_same, found
from tests.helpers.tiny_torchvision import BUILDERS, built, own_answers, save_built, small

BOXES, MASKS = "object-detection", "instance-segmentation"
SMALLEST = "ssdlite320_mobilenet_v3_large"
MASK_RCNN = "maskrcnn_resnet50_fpn"
HAS_NO_BACKGROUND = ("retinanet", "fcos")
"""Their first output is as good a class as any to the network, and none in torchvision's lists."""


@pytest.fixture(scope="module")
def smallest():
    return small(built(SMALLEST))


@pytest.fixture(scope="module")
def mask_rcnn():
    return small(built(MASK_RCNN))


@pytest.fixture
def loaded(load, tmp_path):
    """The adapter of a network that was saved, with small pictures."""

    def of(network, builder, task=BOXES, names="cell\nnucleus\ndebris\n"):
        adapter = load(f"torchvision:{builder}@{save_built(network, tmp_path, names)}", task=task)
        small(adapter.network)
        return adapter

    return of


@pytest.mark.parametrize("builder", BUILDERS)
def test_agrees_with_torchvision_itself(builder, picture, loaded):
    network = small(built(builder))
    adapter = loaded(network, builder)
    pictures = [picture, np.ascontiguousarray(picture[::-1])]
    assert adapter.facts.labels.names == ("cell", "nucleus", "debris")
    assert adapter.facts.params == sum(parameter.numel() for parameter in network.parameters())
    for said, own in zip(found(adapter, pictures, max_detections=20), own_answers(network, pictures, 20), strict=True):
        is_class = own["labels"] > 0
        assert is_class.all() or builder.startswith(HAS_NO_BACKGROUND)
        boxes, labels, scores = (own[name][is_class] for name in ("boxes", "labels", "scores"))
        assert_same(said, boxes, labels - 1, scores)
        assert said.masks is None


def test_masks_are_pasted_as_torchvision_pastes_them(mask_rcnn, picture, loaded):
    adapter = loaded(mask_rcnn, MASK_RCNN, MASKS)
    (said,), (own,) = found(adapter, [picture], max_detections=20), own_answers(mask_rcnn, [picture], 20)
    assert_same(said, own["boxes"], own["labels"] - 1, own["scores"])
    assert rle.areas(said.masks).max() > 20
    for mask, pasted in zip(said.masks, own["masks"], strict=True):
        np.testing.assert_array_equal(rle.decode(mask), pasted[0] > 0.5)


def test_a_mask_r_cnn_that_is_to_find_boxes_computes_no_masks(mask_rcnn, picture, loaded):
    boxes = loaded(mask_rcnn, MASK_RCNN)
    handle = boxes.network.roi_heads.mask_head.register_forward_hook(lambda *_: pytest.fail("masks were computed"))
    assert found(boxes, [picture])[0].masks is None
    handle.remove()


def test_as_many_objects_are_kept_as_the_run_asks_for(smallest, picture, loaded):
    adapter = loaded(smallest, SMALLEST)
    few, many = found(adapter, [picture], max_detections=7), found(adapter, [picture], max_detections=400)
    assert len(few[0]) == 7
    assert len(many[0]) > 100
    np.testing.assert_array_equal(many[0].boxes_xyxy[:7], few[0].boxes_xyxy)


def test_only_pictures_of_one_size_share_a_batch(smallest, loaded):
    adapter = loaded(smallest, SMALLEST)
    assert adapter.batch_key((4, 5)) == (4, 5)


def test_torchvision_s_own_weights_bring_their_classes(tmp_path, monkeypatch, load):
    weights = models.get_model_weights(SMALLEST).DEFAULT
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    file = tmp_path / "hub" / "checkpoints" / weights.url.rpartition("/")[2]
    file.parent.mkdir(parents=True)
    torch.save(built(SMALLEST, 91).state_dict(), file)
    for detail in ("", "@COCO_V1"):
        facts = load(f"torchvision:{SMALLEST}{detail}", task=BOXES).facts
        assert len(facts.labels) == 80
        assert facts.labels.names[:2] == ("person", "bicycle")
        assert facts.notices == ("10 of its 91 outputs stand for no class (N/A): what they find is left out.",)


def test_weights_of_frozen_norms_are_loaded_into_frozen_norms(picture, loaded):
    """As torchvision publishes its first Mask, Faster R-CNN and RetinaNet: without a count of batches."""
    from torchvision.models.detection import fasterrcnn_mobilenet_v3_large_320_fpn
    from torchvision.ops.misc import FrozenBatchNorm2d

    network = small(fasterrcnn_mobilenet_v3_large_320_fpn(weights=None, weights_backbone=None, num_classes=4).eval())
    for name, norm in list(network.named_modules()):
        if isinstance(norm, torch.nn.BatchNorm2d):
            parent, _, own = name.rpartition(".")
            frozen = FrozenBatchNorm2d(norm.num_features)
            frozen.running_var.uniform_(0.5, 2)
            setattr(network.get_submodule(parent), own, frozen)
    adapter = loaded(network, "fasterrcnn_mobilenet_v3_large_320_fpn")
    (said,), (own,) = found(adapter, [picture]), own_answers(network, [picture])
    assert_same(said, own["boxes"], own["labels"] - 1, own["scores"])


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("background\na\nb\nc\n", ("a", "b", "c")),
        ("__background__\na\nN/A\nc\n", ("a", "c")),
        ("a\nb\nc\nd\n", ("a", "b", "c", "d")),
        ("a\n", ("1", "2", "3")),
    ],
    ids=["with-background", "with-a-nameless-one", "all-are-classes", "of-another-model"],
)
def test_outputs_are_named_by_the_file_beside_the_weights(names, expected, smallest, loaded):
    adapter = loaded(smallest, SMALLEST, names=names)
    assert adapter.facts.labels.names == expected
    assert bool(adapter.facts.notices) == (len(expected) != 3 or names == "a\n") or expected == ("a", "b", "c", "d")


@pytest.mark.parametrize("part", ["backbone", "head", "one picture"])
def test_values_that_are_no_numbers_are_an_error_and_not_an_empty_picture(part, smallest, picture, loaded):
    adapter = loaded(smallest, SMALLEST)
    pictures = [picture, np.ascontiguousarray(picture[::-1])]
    if part == "one picture":
        before = adapter.network.backbone.register_forward_pre_hook(_second_is_nan)
    else:
        parameter = next(adapter.network.get_submodule(part).parameters())
        parameter.data = torch.full_like(parameter, float("nan"))
        before = None
    said = found(adapter, pictures)
    assert [isinstance(one, NotFinite) for one in said] == [part != "one picture", True]
    if before is not None:
        before.remove()


def _second_is_nan(network, given):
    pixels = given[0].clone()
    pixels[1] = float("nan")
    return (pixels, *given[1:])


def test_other_builders_and_tasks_are_told_what_there_is(smallest, tmp_path, load):
    path = save_built(smallest, tmp_path)
    with pytest.raises(UnsupportedModel, match="finds boxes, and no masks") as error:
        load(f"torchvision:{SMALLEST}@{path}", task=MASKS)
    assert error.value.hint == "Use --task object-detection, or a Mask R-CNN."
    with pytest.raises(UnsupportedModel, match="no detection model 'keypointrcnn_resnet50_fpn'"):
        load("torchvision:keypointrcnn_resnet50_fpn", task=BOXES)
    with pytest.raises(WeightsMissing, match="lack backbone"):
        load(f"torchvision:fcos_resnet50_fpn@{path}", task=BOXES)
    with pytest.raises(WeightsMissing, match="neither a file nor weights"):
        load(f"torchvision:{SMALLEST}@nowhere.pth", task=BOXES)


def test_files_that_hold_no_detector_are_told(tmp_path, load):
    path = tmp_path / "other.pth"
    torch.save({"weight": torch.zeros(3)}, path)
    with pytest.raises(UnsupportedModel, match="holds no head of a detection model"):
        load(f"torchvision:{SMALLEST}@{path}", task=BOXES)
    path.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(InputError, match="is damaged"):
        load(f"torchvision:{SMALLEST}@{path}", task=BOXES)
