"""Training of classifiers: reproducible, resumable, and published as ordinary folders."""

from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch
from PIL import Image
from transformers import AutoImageProcessor, AutoModelForImageClassification

from granview.core.errors import WeightsChanged
from granview.zoo.card import read_card
from granview.zoo.classifier_training.crops import CropPool
from granview.zoo.classifier_training.folder import load_classifier, write_classifier
from granview.zoo.classifier_training.loop import ClassifierTrainer
from granview.zoo.classifier_training.networks import CLASSIFIER_ARCHITECTURES
from granview.zoo.classifier_training.publish import publish_classifier
from granview.zoo.classifier_training.recipes import CLASSIFIER_RECIPES, ClassifierRecipe
from granview.zoo.defects.crop import make_crop
from granview.zoo.defects.kinds import Kind
from granview.zoo.normalise import normalise
from tests.helpers.zoo import spoiled_copy

CPU = torch.device("cpu")
TINY = {
    "resnet": {"embedding_size": 8, "hidden_sizes": [8, 8], "depths": [1, 1]},
    "efficientnet": {
        "width_coefficient": 0.1,
        "out_channels": [16, 24],
        "num_block_repeats": [1, 1],
        "hidden_dim": 128,
    },
}
ARCHITECTURES = pytest.mark.parametrize("architecture", TINY)


def recipe(architecture: str) -> ClassifierRecipe:
    return ClassifierRecipe("tiny", architecture, TINY[architecture], "For tests.", steps=2, batch_size=4)


@pytest.fixture(scope="module")
def pool() -> CropPool:
    crops = [make_crop(kind, 1) for kind in Kind]
    return CropPool(np.stack([crop.image for crop in crops]), np.array(list(Kind)))


@ARCHITECTURES
def test_the_same_recipe_gives_the_same_weights_also_when_interrupted(
    architecture: str, pool: CropPool, tmp_path: Path
) -> None:
    whole = ClassifierTrainer(recipe(architecture), pool, tmp_path / "whole", CPU).run()
    ClassifierTrainer(recipe(architecture), pool, tmp_path / "parts", CPU).run(until=1)
    parts = ClassifierTrainer(recipe(architecture), pool, tmp_path / "parts", CPU).run()
    assert not whole.network.training
    for name, tensor in whole.network.state_dict().items():
        assert torch.equal(tensor, parts.network.state_dict()[name]), name


@ARCHITECTURES
def test_a_published_model_is_an_ordinary_folder_of_transformers(
    architecture: str, pool: CropPool, tmp_path: Path
) -> None:
    trained = ClassifierTrainer(recipe(architecture), pool, tmp_path / "work", CPU).run()
    card = publish_classifier(tmp_path, recipe(architecture), trained, CPU)
    folder = tmp_path / "tiny"
    assert (card.task, card.device.split(", ")[-1]) == ("image-classification", "float32")
    assert read_card(folder) == card
    model = AutoModelForImageClassification.from_pretrained(folder).eval()
    assert model.config.id2label == {int(kind): kind.label for kind in Kind}
    pixels = AutoImageProcessor.from_pretrained(folder)(Image.fromarray(pool.images[2]), return_tensors="pt")
    torch.testing.assert_close(pixels["pixel_values"], normalise(pool.images[2:3]), atol=1e-5, rtol=0)
    with torch.inference_mode():
        own = load_classifier(folder)(pixel_values=pixels["pixel_values"]).logits
        assert torch.equal(model(**pixels).logits, own)


def test_changed_weights_are_refused(pool: CropPool, tmp_path: Path) -> None:
    trained = ClassifierTrainer(recipe("resnet"), pool, tmp_path / "work", CPU).run()
    publish_classifier(tmp_path, recipe("resnet"), trained, CPU)
    (tmp_path / "copy").mkdir()
    with pytest.raises(WeightsChanged, match="SHA-256"):
        load_classifier(spoiled_copy(tmp_path / "tiny", tmp_path / "copy"))


def test_only_models_of_transformers_are_written(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="Linear"):
        write_classifier(tmp_path, torch.nn.Linear(2, 2))


@pytest.mark.parametrize("each", CLASSIFIER_RECIPES.values(), ids=lambda each: each.name)
def test_recipes_build_networks_for_all_kinds(each: ClassifierRecipe) -> None:
    network = CLASSIFIER_ARCHITECTURES[each.architecture](**each.arguments).eval()
    with torch.inference_mode():
        assert network(pixel_values=torch.zeros(1, 3, 96, 96)).logits.shape == (1, len(Kind))


def test_a_training_learns(pool: CropPool, tmp_path: Path) -> None:
    longer = msgspec.structs.replace(recipe("resnet"), steps=30, batch_size=12, peak_rate=0.01)
    trainer = ClassifierTrainer(longer, pool, tmp_path, CPU)
    trainer.network.train()
    losses = [trainer.step() for _ in range(30)]
    assert np.mean(losses[-5:]) < 0.8 * np.mean(losses[:5])
