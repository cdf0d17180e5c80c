"""Training of networks that enlarge: reproducible, resumable, published."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from granview.zoo.scenes import make_scene
from granview.zoo.super_resolution.folder import load_super_resolution
from granview.zoo.super_resolution_training.loop import SuperResolutionTrainer
from granview.zoo.super_resolution_training.pairs import make_pair
from granview.zoo.super_resolution_training.patches import PairPool, draw_patches
from granview.zoo.super_resolution_training.publish import publish_super_resolution
from granview.zoo.super_resolution_training.recipes import SuperResolutionRecipe

CPU = torch.device("cpu")
TINY: dict[str, dict[str, Any]] = {
    "fsrcnn": {"scale": 2, "features": 8, "shrunk": 4, "depth": 1},
    "edsr": {"scale": 2, "channels": 8, "blocks": 1},
}
ARCHITECTURES = pytest.mark.parametrize("architecture", TINY)


def recipe(architecture: str) -> SuperResolutionRecipe:
    return SuperResolutionRecipe(
        "tiny", architecture, TINY[architecture], "For tests.", 1e-3, steps=2, batch_size=3, patch_px=12
    )


@pytest.fixture(scope="module")
def pool() -> PairPool:
    pairs = [make_pair(make_scene("cells", seed, 64, 80).image) for seed in range(2)]
    return PairPool(pairs[:1], pairs[1:])


@ARCHITECTURES
def test_the_same_recipe_gives_the_same_weights_also_when_interrupted(
    architecture: str, pool: PairPool, tmp_path: Path
) -> None:
    whole = SuperResolutionTrainer(recipe(architecture), pool, tmp_path / "whole", CPU).run()
    SuperResolutionTrainer(recipe(architecture), pool, tmp_path / "parts", CPU).run(until=1)
    parts = SuperResolutionTrainer(recipe(architecture), pool, tmp_path / "parts", CPU).run()
    for name, tensor in whole.network.state_dict().items():
        assert torch.equal(tensor, parts.network.state_dict()[name]), name


@ARCHITECTURES
def test_a_published_network_is_a_folder_of_the_zoo(architecture: str, pool: PairPool, tmp_path: Path) -> None:
    trained = SuperResolutionTrainer(recipe(architecture), pool, tmp_path / "work", CPU).run()
    card = publish_super_resolution(tmp_path, recipe(architecture), trained, CPU)
    assert card.task == "image-to-image"
    assert "CC BY 2.0" in card.data
    network, config = load_super_resolution(tmp_path / "tiny")
    assert (config.architecture, config.arguments) == (architecture, TINY[architecture])
    assert sum(weight.numel() for weight in network.parameters()) == card.parameters


def test_patches_show_the_same_place_at_both_sizes(pool: PairPool) -> None:
    low, high = draw_patches(pool, 7, 0, 6, 16)
    assert (low.shape, high.shape) == ((6, 3, 16, 16), (6, 3, 32, 32))
    assert torch.equal(low, draw_patches(pool, 7, 0, 6, 16)[0])
    assert not torch.equal(low, draw_patches(pool, 7, 1, 6, 16)[0])
    averaged = torch.nn.functional.avg_pool2d(high, 2)
    for one, small in zip(averaged, low, strict=True):
        assert np.corrcoef(one.flatten(), small.flatten())[0, 1] > 0.95
