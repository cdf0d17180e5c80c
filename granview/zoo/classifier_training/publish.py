"""From a trained classifier to a finished folder: weights, card, figures, catalogue."""

from pathlib import Path

import msgspec
import torch

from granview.zoo.card import Card, read_card, write_card
from granview.zoo.classifier_training.crops import PER_KIND
from granview.zoo.classifier_training.folder import load_classifier, write_classifier
from granview.zoo.classifier_training.measure import classifier_predictor, measure_classifier
from granview.zoo.classifier_training.recipes import ClassifierRecipe
from granview.zoo.defects.crop import SIDE_PX
from granview.zoo.defects.kinds import Kind
from granview.zoo.defects.seeds import TRAIN_SEEDS
from granview.zoo.distillation.teacher import distilled_from
from granview.zoo.index import write_index
from granview.zoo.training.description import write_new_card
from granview.zoo.training.run import Trained

TASK = "image-classification"


def classifier_data_words() -> str:
    """The training data in words."""
    seeds = f"seeds {TRAIN_SEEDS.start} to {TRAIN_SEEDS.start + PER_KIND - 1}"
    return f"procedural crops of {SIDE_PX}x{SIDE_PX} px, {PER_KIND:,} of each of {len(Kind)} kinds of defects ({seeds})"


def classifier_schedule_words(recipe: ClassifierRecipe) -> str:
    """The recipe's schedule in words, as its card tells it."""
    words = [
        f"batches of {recipe.batch_size} crops",
        f"rate up to {recipe.peak_rate:.3g} and down to 0",
        "cross-entropy",
    ]
    words += [recipe.distillation.words] if recipe.distillation else []
    return ", ".join(words)


def publish_classifier(zoo: Path, recipe: ClassifierRecipe, trained: Trained, device: torch.device) -> Card:
    """Writes a model's folder with its card, without figures."""
    folder = zoo / recipe.name
    write_classifier(folder, trained.network)
    said = {"data": classifier_data_words(), "schedule": classifier_schedule_words(recipe), "task": TASK}
    taught = distilled_from(recipe.distillation)
    return write_new_card(folder, recipe, trained, device, arithmetic="float32", distillation=taught, **said)


def measure_published_classifier(zoo: Path, name: str) -> Card:
    """Measures a published model on the test crops and completes its card and the catalogue."""
    folder = zoo / name
    figures = measure_classifier(classifier_predictor(load_classifier(folder)))
    card = msgspec.structs.replace(read_card(folder), figures=figures)
    write_card(folder, card)
    write_index(zoo)
    return card
