"""The shipped classifiers: folders, cards, catalogue, and a floor under the quality of every one."""

from pathlib import Path

import msgspec
import pytest
from transformers import AutoConfig, AutoModelForImageClassification

from granview.core.errors import WeightsChanged
from granview.core.resources import resource_path
from granview.zoo.build import file_sha256
from granview.zoo.card import read_card
from granview.zoo.classifier_training.folder import load_classifier
from granview.zoo.classifier_training.measure import classifier_predictor, measure_classifier
from granview.zoo.classifier_training.publish import classifier_data_words, classifier_schedule_words
from granview.zoo.classifier_training.recipes import CLASSIFIER_RECIPES
from granview.zoo.defects.kinds import Kind
from granview.zoo.figures import Figures
from granview.zoo.index import Index
from tests.helpers.zoo import spoiled_copy

ZOO = resource_path("zoo")
MARGIN = 0.1
EVERY = pytest.mark.parametrize("name", CLASSIFIER_RECIPES)
PLAIN = pytest.mark.parametrize(
    "name", [name for name, recipe in CLASSIFIER_RECIPES.items() if not recipe.distillation]
)
FAMILIES = pytest.mark.parametrize("family", ["resnet", "efficientnet"])


def figures(name: str) -> Figures:
    found = read_card(ZOO / name).figures
    assert found is not None
    return found


@EVERY
def test_card_agrees_with_weights_and_recipe(name: str) -> None:
    card, recipe, folder = read_card(ZOO / name), CLASSIFIER_RECIPES[name], ZOO / name
    assert card.sha256 == file_sha256(folder / "model.safetensors")
    assert card.parameters == sum(weight.numel() for weight in load_classifier(folder).parameters())
    assert (card.steps, card.schedule, card.arguments) == (
        recipe.steps,
        classifier_schedule_words(recipe),
        recipe.arguments,
    )
    assert (card.task, card.summary, card.data) == ("image-classification", recipe.summary, classifier_data_words())
    assert f"top-1 accuracy {figures(name).score:.3f}" in (folder / "README.md").read_text(encoding="utf-8")


@EVERY
def test_quality_stays_near_the_card(name: str) -> None:
    measured = measure_classifier(classifier_predictor(load_classifier(ZOO / name)), per_kind=12)
    assert measured.score > figures(name).score - MARGIN


@FAMILIES
def test_the_larger_model_is_better(family: str) -> None:
    nano, base = f"{family}-nano", f"{family}-base"
    assert read_card(ZOO / nano).parameters < 0.5 * read_card(ZOO / base).parameters
    assert figures(base).score > figures(nano).score


@PLAIN
def test_what_is_fine_is_harder(name: str) -> None:
    grains = [float(row[2] or 0) for row in figures(name).tables[1].rows]
    assert grains[0] < grains[-1]


@EVERY
def test_it_is_an_ordinary_folder_that_names_its_classes(name: str) -> None:
    config = AutoConfig.from_pretrained(ZOO / name)
    assert config.id2label == {int(kind): kind.label for kind in Kind}
    assert config.architectures[0].endswith("ForImageClassification")
    assert type(AutoModelForImageClassification.from_pretrained(ZOO / name)).__name__ == config.architectures[0]


@EVERY
def test_catalogue_has_the_model(name: str) -> None:
    index = msgspec.json.decode((ZOO / "index.json").read_bytes(), type=Index)
    (entry,) = (entry for entry in index.models if entry.name == name)
    card = read_card(ZOO / name)
    assert (entry.task, entry.params, entry.sha256) == (card.task, card.parameters, card.sha256)
    assert entry.measured == f"Top-1 accuracy {figures(name).score:.3f} on unseen pictures."


def test_changed_weights_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WeightsChanged, match="SHA-256"):
        load_classifier(spoiled_copy(ZOO / "resnet-nano", tmp_path))
