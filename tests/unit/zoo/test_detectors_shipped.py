"""The embedded detectors, as they are shipped."""

import pytest
import torch

from granview.core.resources import resource_path
from granview.zoo.build import file_sha256, load_zoo_model
from granview.zoo.card import read_card
from granview.zoo.instance_training.measure import measure_detector
from granview.zoo.instance_training.publish import detector_schedule_words
from granview.zoo.instance_training.recipes import DETECTOR_RECIPES
from granview.zoo.things import THING_LABELS

ZOO = resource_path("zoo")
FLOORS = {"mask-rcnn-nano": 0.08, "mask-rcnn-small": 0.06, "fcos-small": 0.06}
"""AP on two scenes per domain: well below what the cards say of twenty."""


@pytest.mark.parametrize("name", DETECTOR_RECIPES)
def test_card_agrees_with_weights(name: str) -> None:
    card, folder, recipe = read_card(ZOO / name), ZOO / name, DETECTOR_RECIPES[name]
    network, config = load_zoo_model(folder)
    assert card.sha256 == file_sha256(folder / "model.safetensors")
    assert card.parameters == sum(weight.numel() for weight in network.parameters())
    assert (card.steps, card.schedule, card.note) == (recipe.steps, detector_schedule_words(recipe), recipe.note)
    assert (card.task, config.task, config.labels) == (recipe.task, recipe.task, THING_LABELS)
    assert card.figures is not None
    assert f"{card.figures.score:.3f}" in (folder / "README.md").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("name", DETECTOR_RECIPES)
def test_quality_stays_above_its_floor(name: str) -> None:
    torch.manual_seed(0)
    network, _ = load_zoo_model(ZOO / name)
    assert measure_detector(network, per_domain=1).score > FLOORS[name]
