from pathlib import Path

import numpy as np
import pytest
import torch

from granview.core import rle
from granview.core.errors import UnsupportedModel, WeightsChanged
from granview.zoo.build import load_zoo_model
from granview.zoo.things import THING_LABELS
from tests.helpers.found import assert_same, found
from tests.helpers.tiny_zoo import DETECTORS, save_tiny_zoo
from tests.helpers.zoo import spoiled_copy

BOXES, MASKS = "object-detection", "instance-segmentation"


def _own(folder, picture, at_most):
    """What the network itself says of a picture."""
    network, _ = load_zoo_model(Path(folder))
    (network.roi_heads if hasattr(network, "roi_heads") else network).detections_per_img = at_most
    with torch.inference_mode():
        (said,) = network([torch.tensor(picture).permute(2, 0, 1) / 255])
    is_class = said["labels"] > 0
    return {name: values[is_class].numpy() for name, values in said.items()}


@pytest.mark.parametrize("architecture", DETECTORS)
def test_agrees_with_the_network_itself(architecture, picture, load, tmp_path):
    folder = save_tiny_zoo(architecture, tmp_path)
    own = _own(folder, picture, 20)
    (said,) = found(load(folder, task=BOXES), [picture], max_detections=20)
    assert_same(said, own["boxes"], own["labels"] - 1, own["scores"])
    assert said.masks is None


def test_masks_are_those_of_the_network_itself(picture, load, tmp_path):
    folder = save_tiny_zoo("mask-rcnn", tmp_path)
    own = _own(folder, picture, 20)
    (said,) = found(load(folder, task=MASKS), [picture], max_detections=20)
    assert_same(said, own["boxes"], own["labels"] - 1, own["scores"])
    for mask, pasted in zip(said.masks, own["masks"], strict=True):
        np.testing.assert_array_equal(rle.decode(mask), pasted[0] > 0.5)


def test_facts_carry_the_zoo_s_names_and_colors_without_the_background(load, tmp_path):
    facts = load(save_tiny_zoo("fcos", tmp_path), task=BOXES).facts
    assert facts.labels.names == tuple(label.name for label in THING_LABELS[1:])
    assert facts.labels.colors == tuple(label.color for label in THING_LABELS[1:])
    assert facts.architecture == "FCOS"


def test_a_detector_of_boxes_has_no_masks_and_none_labels_pixels(load, tmp_path):
    folder = save_tiny_zoo("fcos", tmp_path)
    for task in (MASKS, "image-segmentation"):
        with pytest.raises(UnsupportedModel):
            load(folder, task=task)


def test_changed_weights_are_refused(load, tmp_path):
    folder = Path(save_tiny_zoo("fcos", tmp_path))
    with pytest.raises(WeightsChanged, match="SHA-256"):
        load(str(spoiled_copy(folder, tmp_path / "spoiled")), task=BOXES)
