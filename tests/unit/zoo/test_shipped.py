"""What is shipped: folders, cards, catalogue, and a floor under the quality of every model."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from transformers import AutoImageProcessor, AutoModelForSemanticSegmentation

from granview.core.errors import ModelError, WeightsChanged
from granview.core.resources import resource_path
from granview.zoo.branches import NAMES
from granview.zoo.build import file_sha256, load_zoo_model
from granview.zoo.card import read_card
from granview.zoo.evaluate import evaluate, predictor
from granview.zoo.index import write_index
from granview.zoo.labels import COLORS, LABELS, NUM_LABELS
from granview.zoo.load import load_network
from granview.zoo.normalise import normalise
from granview.zoo.scenes import make_scene
from granview.zoo.training.publish import schedule_words
from granview.zoo.training.recipes import RECIPES
from tests.helpers.zoo import spoiled_copy

ZOO = resource_path("zoo")
SHIPPED = list(RECIPES)
SEGFORMERS = [name for name in SHIPPED if RECIPES[name].architecture == "segformer"]
OWN = [name for name in SHIPPED if name not in SEGFORMERS]
FLOORS = {
    "unet-nano": 0.56,
    "unet-nano-distilled": 0.56,
    "segformer-nano": 0.65,
    "segformer-nano-distilled": 0.64,
    "fcn-small": 0.54,
    "unet-small": 0.68,
    "segformer-small": 0.68,
    "unet-base": 0.77,
    "pointrend-nano": 0.62,
}
"""mIoU on two scenes per domain: about 0.1 below what the cards say of twenty."""


def test_all_models_are_there_and_small_enough_together() -> None:
    assert {path.parent.name for path in ZOO.glob("*/card.json")} <= set(NAMES)
    assert sum((ZOO / name / "model.safetensors").stat().st_size for name in SHIPPED) < 27e6


@pytest.mark.parametrize("name", SHIPPED)
def test_card_agrees_with_weights(name: str) -> None:
    card, folder = read_card(ZOO / name), ZOO / name
    assert card.sha256 == file_sha256(folder / "model.safetensors")
    assert card.parameters == sum(weight.numel() for weight in load_network(folder).parameters())
    assert card.steps == RECIPES[name].steps
    assert card.schedule == schedule_words(RECIPES[name])
    assert card.measured is not None
    assert f"{card.measured.mean_iou:.3f}" in (folder / "README.md").read_text(encoding="utf-8")


def test_catalogue_agrees_with_folders(tmp_path: Path) -> None:
    for card in ZOO.glob("*/card.json"):
        shutil.copytree(card.parent, tmp_path / card.parent.name, ignore=shutil.ignore_patterns("*.safetensors"))
    write_index(tmp_path)
    assert (tmp_path / "index.json").read_bytes() == (ZOO / "index.json").read_bytes()


@pytest.mark.parametrize("name", SHIPPED)
def test_quality_stays_above_its_floor(name: str) -> None:
    measured = evaluate(predictor(load_network(ZOO / name)), per_domain=2)
    assert measured.mean_iou > FLOORS[name]


def test_larger_models_of_a_family_see_finer_grain() -> None:
    def finest(name: str) -> float:
        measured = read_card(ZOO / name).measured
        assert measured is not None
        assert measured.thin_recall is not None
        return measured.thin_recall

    assert finest("unet-nano") < finest("unet-small") < finest("unet-base")
    assert finest("segformer-nano") < finest("segformer-small")


def test_the_point_head_draws_finer_outlines_than_its_base() -> None:
    base, refined = (read_card(ZOO / name).measured for name in ("unet-nano", "pointrend-nano"))
    assert base is not None
    assert refined is not None
    assert base.boundary is not None
    assert refined.boundary is not None
    assert refined.boundary.f_1px > base.boundary.f_1px + 0.05
    assert refined.boundary.iou > base.boundary.iou + 0.05
    note = read_card(ZOO / "pointrend-nano").note
    assert f"F-score of {base.boundary.f_1px:.3f} within 1 px" in note
    assert f"boundary IoU of {base.boundary.iou:.3f}" in note
    assert f"mIoU of {base.mean_iou:.3f}" in note


@pytest.mark.parametrize("name", OWN)
def test_own_folders_load_with_their_labels(name: str) -> None:
    network, config = load_zoo_model(ZOO / name)
    assert config.labels == LABELS
    assert config.task == "image-segmentation"
    assert not network.training
    with torch.inference_mode():
        assert network(torch.zeros(1, 3, 45, 70)).shape == (1, NUM_LABELS, 45, 70)


@pytest.mark.parametrize("name", SEGFORMERS)
def test_segformers_are_ordinary_hugging_face_folders(name: str) -> None:
    scene = make_scene("surface", 1, 96, 160)
    processor = AutoImageProcessor.from_pretrained(ZOO / name)
    model = AutoModelForSemanticSegmentation.from_pretrained(ZOO / name).eval()
    inputs = processor(Image.fromarray(scene.image), return_tensors="pt")
    assert inputs["pixel_values"].shape == (1, 3, 96, 160)
    torch.testing.assert_close(inputs["pixel_values"], normalise(scene.image[None]), atol=1e-5, rtol=0)
    with torch.inference_mode():
        outputs = model(**inputs)
        own = predictor(load_network(ZOO / name))(scene.image)
    theirs = processor.post_process_semantic_segmentation(outputs, target_sizes=[(96, 160)])[0]
    assert np.array_equal(theirs.numpy(), own)
    assert model.config.id2label == {index: label.name for index, label in enumerate(LABELS)}
    assert model.config.label_colors == [list(color) for color in COLORS.values()]


@pytest.mark.parametrize("name", ["unet-nano", "segformer-nano"])
def test_changed_weights_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(WeightsChanged, match="SHA-256"):
        load_network(spoiled_copy(ZOO / name, tmp_path))


def test_a_folder_without_its_configuration_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"config\.json"):
        load_zoo_model(tmp_path)


def test_another_format_is_refused(tmp_path: Path) -> None:
    text = (ZOO / "unet-nano" / "config.json").read_text(encoding="utf-8")
    (tmp_path / "config.json").write_text(text.replace("granview-zoo/1", "granview-zoo/9"), encoding="utf-8")
    with pytest.raises(ModelError, match="granview-zoo/9"):
        load_zoo_model(tmp_path)
