"""The embedded models that were taught by larger ones, as they are shipped."""

from typing import Any

import pytest

from granview.core.resources import resource_path
from granview.zoo.card import read_card
from granview.zoo.card_scores import card_scores
from granview.zoo.classifier_training.recipes import CLASSIFIER_RECIPES
from granview.zoo.distillation.comparison import comparison_lines, distilled_cards
from granview.zoo.distillation.teacher import distilled_from
from granview.zoo.super_resolution_training.recipes import SUPER_RESOLUTION_RECIPES
from granview.zoo.text_training.recipes import TEXT_RECIPES
from granview.zoo.training.recipes import RECIPES

ZOO = resource_path("zoo")
ALL: dict[str, Any] = {**RECIPES, **CLASSIFIER_RECIPES, **SUPER_RESOLUTION_RECIPES, **TEXT_RECIPES}
NAMES = [name for name, recipe in ALL.items() if recipe.distillation]
EVERY = pytest.mark.parametrize("name", NAMES)


def test_every_distilled_recipe_has_a_model() -> None:
    assert {card.name for card in distilled_cards(ZOO)} == set(NAMES)


@EVERY
def test_the_teacher_is_the_one_that_is_shipped(name: str) -> None:
    taught = read_card(ZOO / name).distillation
    assert taught is not None
    assert taught == distilled_from(ALL[name].distillation)
    assert taught.teacher_sha256 == read_card(ZOO / taught.teacher).sha256


@EVERY
def test_it_differs_from_the_plain_model_by_the_teacher_alone(name: str) -> None:
    card = read_card(ZOO / name)
    plain = read_card(ZOO / ALL[name].distillation.student)
    assert plain.distillation is None
    assert card.sha256 != plain.sha256
    same = ("architecture", "arguments", "parameters", "data", "steps", "seed", "torch", "task")
    assert [getattr(card, field) for field in same] == [getattr(plain, field) for field in same]
    assert card.device == plain.device


@EVERY
def test_all_three_were_measured_on_the_same(name: str) -> None:
    distillation = ALL[name].distillation
    cards = [read_card(ZOO / each) for each in (name, distillation.student, distillation.teacher)]
    scores = [card_scores(card) for card in cards]
    measured = [one for one in scores if one is not None]
    assert len(measured) == 3
    assert len({one.metric for one in measured}) == 1
    counts = [[(row.grain, row.count) for row in one.by_grain] for one in measured]
    assert counts[0] == counts[1] == counts[2]
    assert measured[2].score > measured[0].score


def test_the_table_has_them_all() -> None:
    lines = comparison_lines(ZOO)
    assert not any("not all been measured" in line for line in lines)
    assert [line.split(" | ")[3] for line in lines if line.endswith(tuple(f"{name} |" for name in ALL))] == sorted(
        NAMES
    )
