"""From a trained network to a finished folder: weights, card, figures, catalogue."""

from pathlib import Path, PurePosixPath

import msgspec
import torch

from granview.core.resources import resource_path
from granview.zoo.card import Card, read_card, write_card
from granview.zoo.distillation.teacher import distilled_from
from granview.zoo.index import write_index
from granview.zoo.scenes import DOMAINS
from granview.zoo.seeds import SINGLE_TRAIN_SEEDS
from granview.zoo.super_resolution.folder import TASK, load_super_resolution, write_super_resolution
from granview.zoo.super_resolution_training.measure import measure_super_resolution, network_enlarger
from granview.zoo.super_resolution_training.pairs import DEGRADATION
from granview.zoo.super_resolution_training.patches import PHOTO_SHARE
from granview.zoo.super_resolution_training.pictures import TRAIN_PHOTOS, TRAIN_SCENES
from granview.zoo.super_resolution_training.recipes import SuperResolutionRecipe
from granview.zoo.training.description import write_new_card
from granview.zoo.training.run import Trained


def super_resolution_data_words() -> str:
    """The training data in words."""
    photos = ", ".join(PurePosixPath(path).stem for path in TRAIN_PHOTOS)
    first = SINGLE_TRAIN_SEEDS.start
    return (
        f"patches, {PHOTO_SHARE:.0%} of them of photographs that come with scikit-image and scikit-learn ({photos}; in "
        "the public domain, CC0 or without known restrictions, flower by vultilion CC BY 2.0), the others of "
        f"{TRAIN_SCENES} procedural scenes of each of {', '.join(DOMAINS)} (seeds {first} to "
        f"{first + TRAIN_SCENES - 1}); {DEGRADATION}; turned and mirrored at random"
    )


def super_resolution_schedule_words(recipe: SuperResolutionRecipe) -> str:
    """The recipe's schedule in words, as its card tells it."""
    size = f"{recipe.patch_px}x{recipe.patch_px}"
    words = [
        f"batches of {recipe.batch_size} patches of {size} px before they are enlarged",
        f"rate up to {recipe.peak_rate:.3g} and down to 0",
        "mean absolute error of RGB",
    ]
    words += [recipe.distillation.words] if recipe.distillation else []
    return ", ".join(words)


def publish_super_resolution(zoo: Path, recipe: SuperResolutionRecipe, trained: Trained, device: torch.device) -> Card:
    """Writes a model's folder with its card, without figures."""
    folder = zoo / recipe.name
    write_super_resolution(folder, recipe.architecture, recipe.arguments, trained.network)
    said = {"data": super_resolution_data_words(), "schedule": super_resolution_schedule_words(recipe), "task": TASK}
    taught = distilled_from(recipe.distillation)
    return write_new_card(folder, recipe, trained, device, arithmetic="float32", distillation=taught, **said)


def measure_published_super_resolution(zoo: Path, name: str) -> Card:
    """Measures a published model on the gallery's photographs and test scenes; completes its card and the catalogue."""
    folder = zoo / name
    figures = measure_super_resolution(network_enlarger(load_super_resolution(folder)[0]), resource_path("gallery"))
    card = msgspec.structs.replace(read_card(folder), figures=figures)
    write_card(folder, card)
    write_index(zoo)
    return card
