"""Training with a teacher, in every kind of training: fair to the plain model, and towards the teacher."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
import torch

from granview.core.errors import ModelError
from granview.core.resources import resource_path
from granview.zoo.card import Card
from granview.zoo.classifier_training.crops import CropPool
from granview.zoo.classifier_training.loop import ClassifierTrainer
from granview.zoo.classifier_training.publish import publish_classifier
from granview.zoo.classifier_training.recipes import CLASSIFIER_RECIPES, ClassifierRecipe
from granview.zoo.defects.crop import make_crop
from granview.zoo.defects.kinds import Kind
from granview.zoo.distillation.distillation import SUFFIX, Distillation, distilled
from granview.zoo.scenes import make_scene
from granview.zoo.super_resolution_training.loop import SuperResolutionTrainer
from granview.zoo.super_resolution_training.pairs import make_pair
from granview.zoo.super_resolution_training.patches import PairPool
from granview.zoo.super_resolution_training.publish import publish_super_resolution
from granview.zoo.super_resolution_training.recipes import SUPER_RESOLUTION_RECIPES, SuperResolutionRecipe
from granview.zoo.text_training.loop import TextTrainer
from granview.zoo.text_training.publish import publish_text
from granview.zoo.text_training.recipes import TEXT_RECIPES, TextRecipe
from granview.zoo.training.loop import Trainer
from granview.zoo.training.publish import publish
from granview.zoo.training.recipes import RECIPES, Recipe
from granview.zoo.training.run import TrainingRun
from granview.zoo.training.schedule import Cycle, Stage
from tests.helpers.zoo_pool import pool_of

CPU = torch.device("cpu")
ALL: dict[str, Any] = {**RECIPES, **CLASSIFIER_RECIPES, **SUPER_RESOLUTION_RECIPES, **TEXT_RECIPES}
DISTILLED = pytest.mark.parametrize("name", [name for name, recipe in ALL.items() if recipe.distillation])
STEPS = 2


@dataclass(frozen=True)
class Training:
    """One kind of training, tiny: its plain recipe, its trainer, and how the trained model is published."""

    recipe: Any
    trainer: Callable[[Any, Path], TrainingRun[Any]]
    publish: Callable[[Path, Any, TrainingRun[Any]], Card]


def _segmentation() -> Training:
    pool = pool_of([make_scene("cells", 3, 64, 64)], [True])
    cycles = (Cycle((Stage(STEPS, 2, 32),)),)
    recipe = Recipe("tiny", "unet", {"widths": [4, 8]}, 0.01, "", cycles=cycles)
    return Training(
        recipe,
        lambda one, folder: Trainer(one, pool, folder, CPU),
        lambda zoo, one, run: publish(zoo, one, run.run(), CPU),
    )


def _classifiers() -> Training:
    crops = [make_crop(kind, 1) for kind in Kind]
    pool = CropPool(np.stack([crop.image for crop in crops]), np.array(list(Kind)))
    arguments = {
        "width_coefficient": 0.1,
        "out_channels": [16, 24],
        "num_block_repeats": [1, 1],
        "hidden_dim": 128,
    }
    recipe = ClassifierRecipe("tiny", "efficientnet", arguments, "", steps=STEPS, batch_size=4)
    return Training(
        recipe,
        lambda one, folder: ClassifierTrainer(one, pool, folder, CPU),
        lambda zoo, one, run: publish_classifier(zoo, one, run.run(), CPU),
    )


def _super_resolution() -> Training:
    pairs = [make_pair(make_scene("cells", seed, 64, 80).image) for seed in range(2)]
    arguments = {"scale": 2, "features": 8, "shrunk": 4, "depth": 1}
    recipe = SuperResolutionRecipe("tiny", "fsrcnn", arguments, "", 1e-3, STEPS, batch_size=3, patch_px=12)
    return Training(
        recipe,
        lambda one, folder: SuperResolutionTrainer(one, PairPool(pairs[:1], pairs[1:]), folder, CPU),
        lambda zoo, one, run: publish_super_resolution(zoo, one, run.run(), CPU),
    )


def _texts(kind: str, architecture: str, arguments: dict[str, Any]) -> Training:
    recipe = TextRecipe("tiny", kind, architecture, arguments, 0.01, STEPS, 4, "")

    def published(zoo: Path, one: TextRecipe, run: TrainingRun[Any]) -> Card:
        assert isinstance(run, TextTrainer)
        return publish_text(zoo, one, run.run(), run.tokenizer, CPU)

    return Training(recipe, lambda one, folder: TextTrainer(one, folder, CPU), published)


_BERT = {
    "hidden_size": 16,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "intermediate_size": 32,
    "max_position_embeddings": 192,
}
_BART = {"d_model": 16, "max_position_embeddings": 160} | {
    f"{side}_{name}": size
    for side in ("encoder", "decoder")
    for name, size in {"layers": 1, "attention_heads": 2, "ffn_dim": 32}.items()
}
TRAININGS: dict[str, Callable[[], Training]] = {
    "segmentation": _segmentation,
    "classifiers": _classifiers,
    "super-resolution": _super_resolution,
    "sentiment": lambda: _texts("sentiment", "bert-classifier", _BERT),
    "entities": lambda: _texts("entities", "bert-tagger", _BERT),
    "expressions": lambda: _texts("expressions", "bart", _BART),
}


@dataclass(frozen=True)
class School:
    """A kind of training, and a zoo in which its teacher is `teacher`."""

    training: Training
    temperature: float | None

    def recipe(self, alpha: float) -> Any:
        """The recipe with a teacher who has such a share of the loss."""
        return distilled(self.training.recipe, Distillation("tiny", "teacher", alpha, self.temperature), "")


@pytest.fixture(scope="module", params=TRAININGS)
def school(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """Each kind of training, with a teacher that was trained from another seed for a step and published."""
    zoo = tmp_path_factory.mktemp("zoo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("granview.zoo.text_training.text_model_kinds.TOKENIZER_TEXTS", 300)
        patch.setattr("granview.zoo.distillation.teacher.resource_path", lambda _: zoo)
        training = TRAININGS[request.param]()
        other = msgspec.structs.replace(training.recipe, name="teacher", seed=8)
        training.publish(zoo, other, training.trainer(other, zoo / "work"))
        yield School(training, None if request.param == "super-resolution" else 2.0)


def _state(run: TrainingRun[Any]) -> dict[str, torch.Tensor]:
    return {name: tensor.clone() for name, tensor in run.network.state_dict().items()}


def test_without_a_share_the_teacher_changes_nothing(school: School, tmp_path: Path) -> None:
    """So the student begins with the plain model's weights, and sees the same batches and the same chances."""
    ends = []
    for number, recipe in enumerate((school.training.recipe, school.recipe(0.0))):
        run = school.training.trainer(recipe, tmp_path / str(number))
        for _ in range(STEPS):
            run.step()
        ends.append(_state(run))
    assert all(torch.equal(tensor, ends[1][name]) for name, tensor in ends[0].items())


def test_with_a_share_the_student_becomes_another(school: School, tmp_path: Path) -> None:
    plain = school.training.trainer(school.training.recipe, tmp_path / "plain")
    student = school.training.trainer(school.recipe(0.9), tmp_path / "student")
    begun = _state(student)
    assert all(torch.equal(tensor, begun[name]) for name, tensor in _state(plain).items())
    losses = [run.step() for run in (plain, student)]
    assert losses[0] != losses[1]
    after = _state(student)
    assert not all(torch.equal(tensor, after[name]) for name, tensor in _state(plain).items())


def test_the_card_says_who_taught(school: School, tmp_path: Path) -> None:
    recipe = school.recipe(0.75)
    card = school.training.publish(tmp_path, recipe, school.training.trainer(recipe, tmp_path / "work"))
    assert card.name == f"tiny{SUFFIX}"
    assert card.distillation is not None
    assert (card.distillation.teacher, card.distillation.alpha) == ("teacher", 0.75)
    assert "0.25 of that loss and 0.75 of the" in card.schedule
    readme = (tmp_path / card.name / "README.md").read_text(encoding="utf-8")
    assert f"Teacher: teacher, weights of SHA-256 `{card.distillation.teacher_sha256}`" in readme
    assert "To be read beside tiny," in readme


def test_a_teacher_that_reads_other_tokens_is_refused(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("granview.zoo.text_training.text_model_kinds.TOKENIZER_TEXTS", 300)
        patch.setattr("granview.zoo.distillation.teacher.resource_path", resource_path)
        recipe = distilled(_texts("entities", "bert-tagger", _BERT).recipe, Distillation("tiny", "ner-nano"), "")
        with pytest.raises(ModelError, match="same tokens"):
            TextTrainer(recipe, tmp_path, CPU)


@DISTILLED
def test_a_distilled_recipe_is_the_plain_one_but_for_its_loss(name: str) -> None:
    recipe = ALL[name]
    plain = ALL[recipe.distillation.student]
    assert name == f"{plain.name}{SUFFIX}"
    assert plain.distillation is None
    changed = {"name": plain.name, "summary": plain.summary, "distillation": None}
    assert msgspec.structs.replace(recipe, **changed) == plain


@DISTILLED
def test_the_teacher_is_the_larger_one_of_the_family(name: str) -> None:
    student, teacher = ALL[ALL[name].distillation.student], ALL[ALL[name].distillation.teacher]
    assert teacher.distillation is None
    assert getattr(student, "kind", "") == getattr(teacher, "kind", "")
    assert student.architecture == teacher.architecture or {student.architecture, teacher.architecture} == {
        "fsrcnn",
        "edsr",
    }
