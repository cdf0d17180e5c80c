"""Both detectors on their backbone, untrained and tiny."""

from typing import Any

import pytest
import torch

from granview.zoo.instance_training.recipes import DETECTOR_RECIPES
from granview.zoo.nets import build_network
from granview.zoo.nets.detectors.native_size import NativeSize
from granview.zoo.nets.detectors.pyramid import UNetPyramid
from granview.zoo.nets.unet import UNet
from granview.zoo.things import THING_LABELS

PARAMETERS = {"mask-rcnn-nano": (0.3e6, 0.6e6), "mask-rcnn-small": (2e6, 3e6), "fcos-small": (0.9e6, 1.3e6)}
NAMES = list(DETECTOR_RECIPES)


def _build(name: str) -> Any:
    torch.manual_seed(0)
    recipe = DETECTOR_RECIPES[name]
    return build_network(recipe.architecture, len(THING_LABELS), recipe.arguments).eval()


@pytest.mark.parametrize("name", NAMES)
def test_sizes_are_the_ones_that_the_names_promise(name: str) -> None:
    low, high = PARAMETERS[name]
    assert low <= sum(weight.numel() for weight in _build(name).parameters()) <= high


@pytest.mark.parametrize("name", NAMES)
def test_pictures_of_any_sizes_give_objects_within_them(name: str) -> None:
    network = _build(name)
    with torch.inference_mode():
        found = network([torch.rand(3, 70, 90), torch.rand(3, 64, 45)])
    for each, (height, width) in zip(found, ((70, 90), (64, 45)), strict=True):
        count = len(each["scores"])
        assert each["boxes"].shape == (count, 4)
        assert each["labels"].dtype == torch.int64
        assert not count or (each["boxes"].amax(0) <= torch.tensor([width, height] * 2)).all()
        if "masks" in each:
            assert each["masks"].shape == (count, 1, height, width)


@pytest.mark.parametrize("widths", [([8, 16, 32], [48, 64], 2), ([8, 8, 16, 16], [24], 1)])
def test_the_pyramid_begins_at_a_quarter_of_the_resolution(widths: tuple[list[int], list[int], int]) -> None:
    seen, deeper, stride = widths
    backbone = UNetPyramid(seen, deeper, 16, stride).eval()
    with torch.inference_mode():
        levels = backbone(torch.rand(1, 3, 64, 96))
    assert [tuple(level.shape) for level in levels.values()] == [
        (1, 16, 64 // stride, 96 // stride) for stride in backbone.strides
    ]
    assert backbone.strides[0] == 4


def test_a_backbone_starts_from_the_same_parts_of_a_trained_u_net() -> None:
    unet = UNet(5, [8, 8, 16, 16])
    backbone = UNetPyramid([8, 8, 16, 16], [24], 16)
    backbone.start_from(unet.state_dict())
    own, theirs = backbone.state_dict(), unet.state_dict()
    shared = own.keys() & theirs.keys()
    assert {name.split(".")[0] for name in shared} == {"stem", "down", "up"}
    assert all(torch.equal(own[name], theirs[name]) for name in shared)


def test_pictures_keep_their_size_and_are_padded_together() -> None:
    images, targets = NativeSize(32).eval()([torch.rand(3, 70, 90), torch.rand(3, 64, 45)])
    assert images.image_sizes == [(70, 90), (64, 45)]
    assert images.tensors.shape == (2, 3, 96, 96)
    assert targets is None
