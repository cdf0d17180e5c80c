"""A detector from its recipe to its folder, in a few steps."""

from pathlib import Path

import msgspec
import pytest
import torch

from granview.zoo.build import load_zoo_model
from granview.zoo.card import read_card
from granview.zoo.instance_training.loop import DetectorTrainer
from granview.zoo.instance_training.publish import detector_schedule_words, publish_detector
from granview.zoo.instance_training.recipes import DETECTOR_RECIPES, DetectorRecipe
from granview.zoo.scenes import DOMAINS, make_scene
from granview.zoo.things import THING_LABELS
from granview.zoo.training.pool import Pool
from tests.helpers.zoo_pool import pool_of

CPU = torch.device("cpu")
SMALL_ARGUMENTS = {
    "mask-rcnn": {"out_channels": 8, "box_width": 8, "mask_layers": [8]},
    "fcos": {"out_channels": 8, "head_depth": 1},
}
SHORT = {"cycles": (3, 1), "batch_size": 1, "crop_px": 64, "whole_every": 9}


def _recipe(architecture: str) -> DetectorRecipe:
    arguments = {"widths": [8, 16, 32], "stem_stride": 2, "deeper": [16], **SMALL_ARGUMENTS[architecture]}
    base = next(recipe for recipe in DETECTOR_RECIPES.values() if recipe.architecture == architecture)
    return msgspec.structs.replace(base, name="tiny", arguments=arguments, starts_from="unet-nano", **SHORT)


@pytest.fixture(scope="module")
def pool() -> Pool:
    return pool_of([make_scene(domain, 2, 96, 128) for domain in DOMAINS], [False] * len(DOMAINS))


@pytest.mark.parametrize("architecture", SMALL_ARGUMENTS)
def test_a_resumed_run_ends_where_an_uninterrupted_one_does(architecture: str, pool: Pool, tmp_path: Path) -> None:
    recipe = _recipe(architecture)
    whole = DetectorTrainer(recipe, pool, tmp_path / "whole", CPU).run()
    DetectorTrainer(recipe, pool, tmp_path / "halves", CPU).run(until=2)
    resumed = DetectorTrainer(recipe, pool, tmp_path / "halves", CPU)
    assert resumed.progress.step == 2
    again = resumed.run()
    for name, tensor in whole.network.state_dict().items():
        assert torch.equal(tensor, again.network.state_dict()[name]), name


@pytest.mark.parametrize("architecture", SMALL_ARGUMENTS)
def test_a_published_detector_loads_as_it_was(architecture: str, pool: Pool, tmp_path: Path) -> None:
    recipe = _recipe(architecture)
    trained = DetectorTrainer(recipe, pool, tmp_path / "work", CPU).run(until=1)
    publish_detector(tmp_path, recipe, trained, CPU)
    network, config = load_zoo_model(tmp_path / "tiny")
    assert (config.labels, config.task) == (THING_LABELS, recipe.task)
    assert read_card(tmp_path / "tiny").task == recipe.task
    assert not network.training
    for name, tensor in trained.network.state_dict().items():
        assert torch.equal(tensor, network.state_dict()[name]), name
    text = (tmp_path / "tiny" / "README.md").read_text(encoding="utf-8")
    assert "the backbone starts from the weights of unet-nano" in text


def test_every_third_step_shows_a_whole_tile() -> None:
    recipe = DETECTOR_RECIPES["mask-rcnn-nano"]
    assert [recipe.batch_shape(step) for step in range(3)] == [(2, 256, 256), (2, 256, 256), (1, 384, 512)]


def test_cycles_follow_one_another() -> None:
    recipe = msgspec.structs.replace(DETECTOR_RECIPES["mask-rcnn-nano"], cycles=(5, 2))
    assert recipe.steps == 7
    assert [recipe.cycle_at(step) for step in (0, 4, 5, 6)] == [(0, 5), (4, 5), (0, 2), (1, 2)]
    with pytest.raises(IndexError, match="mask-rcnn-nano"):
        recipe.cycle_at(7)


def test_the_words_of_the_schedule_name_its_cycles() -> None:
    recipe = DETECTOR_RECIPES["mask-rcnn-nano"]
    assert "cycles" not in detector_schedule_words(msgspec.structs.replace(recipe, cycles=(5,)))
    words = detector_schedule_words(msgspec.structs.replace(recipe, cycles=(5, 2)))
    assert "of each of its cycles, of 5 and 2 steps" in words
