"""The shipped networks that enlarge: folders, cards, catalogue, and what they gain over bicubic interpolation."""

from pathlib import Path

import msgspec
import pytest
import torch

from granview.core.errors import WeightsChanged
from granview.core.model_tasks import tasks_of_config
from granview.core.resources import resource_path
from granview.zoo.build import file_sha256
from granview.zoo.card import read_card
from granview.zoo.figures import Figures
from granview.zoo.index import Index
from granview.zoo.super_resolution.folder import load_super_resolution
from granview.zoo.super_resolution_training.measure import bicubic, network_enlarger
from granview.zoo.super_resolution_training.pairs import make_pair
from granview.zoo.super_resolution_training.pictures import read_rgb
from granview.zoo.super_resolution_training.publish import super_resolution_data_words, super_resolution_schedule_words
from granview.zoo.super_resolution_training.quality import quality
from granview.zoo.super_resolution_training.recipes import SUPER_RESOLUTION_RECIPES
from tests.helpers.zoo import spoiled_copy

ZOO = resource_path("zoo")
EVERY = pytest.mark.parametrize("name", SUPER_RESOLUTION_RECIPES)


def figures(name: str) -> Figures:
    found = read_card(ZOO / name).figures
    assert found is not None
    return found


@EVERY
def test_card_agrees_with_weights_and_recipe(name: str) -> None:
    card, recipe, folder = read_card(ZOO / name), SUPER_RESOLUTION_RECIPES[name], ZOO / name
    network, config = load_super_resolution(folder)
    assert card.sha256 == file_sha256(folder / "model.safetensors")
    assert card.parameters == sum(weight.numel() for weight in network.parameters())
    assert card.arguments == config.arguments == recipe.arguments
    assert (card.steps, card.schedule) == (recipe.steps, super_resolution_schedule_words(recipe))
    assert (card.task, card.summary, card.data) == ("image-to-image", recipe.summary, super_resolution_data_words())
    assert f"PSNR of Y {figures(name).score:.3f} dB" in (folder / "README.md").read_text(encoding="utf-8")


@EVERY
def test_it_is_nearer_to_an_unseen_photograph_than_bicubic_interpolation(name: str) -> None:
    pair = make_pair(read_rgb(resource_path("gallery-restoration") / "high" / "china.png"))
    enlarged = quality(network_enlarger(load_super_resolution(ZOO / name)[0])(pair.low), pair.high)
    plain = quality(bicubic(pair.low), pair.high)
    assert enlarged.psnr_db > plain.psnr_db
    assert enlarged.ssim > plain.ssim


def test_the_larger_network_is_better() -> None:
    assert figures("edsr-base").score > figures("fsrcnn-nano").score
    assert all(figures(name).others["dB more than bicubic interpolation"] > 0.5 for name in SUPER_RESOLUTION_RECIPES)


@EVERY
def test_the_folder_names_its_task_and_gives_twice_the_size(name: str) -> None:
    config = msgspec.json.decode((ZOO / name / "config.json").read_bytes())
    assert tasks_of_config(config)[0] == "image-to-image"
    with torch.inference_mode():
        assert load_super_resolution(ZOO / name)[0](torch.zeros(1, 3, 21, 34)).shape == (1, 3, 42, 68)


@EVERY
def test_catalogue_has_the_model(name: str) -> None:
    index = msgspec.json.decode((ZOO / "index.json").read_bytes(), type=Index)
    (entry,) = (entry for entry in index.models if entry.name == name)
    card = read_card(ZOO / name)
    assert (entry.task, entry.params, entry.sha256) == (card.task, card.parameters, card.sha256)
    assert entry.measured == f"PSNR of Y {figures(name).score:.3f} dB on unseen pictures."


def test_changed_weights_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WeightsChanged, match="SHA-256"):
        load_super_resolution(spoiled_copy(ZOO / "fsrcnn-nano", tmp_path))
