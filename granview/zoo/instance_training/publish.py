"""From a trained detector to a finished folder: weights, card, figures, catalogue."""

from pathlib import Path

import msgspec
import torch

from granview.zoo.build import load_zoo_model
from granview.zoo.card import Card, read_card, write_card
from granview.zoo.config import ZooConfig
from granview.zoo.index import write_index
from granview.zoo.instance_training.measure import measure_detector
from granview.zoo.instance_training.recipes import DETECTOR_RECIPES, DetectorRecipe
from granview.zoo.instance_training.schedule import DECAY_STEPS, WARMUP_STEPS
from granview.zoo.nets.detectors.pyramid import FINEST_STRIDE
from granview.zoo.normalise import MEAN, STD
from granview.zoo.seeds import SCENE_HEIGHT, SCENE_WIDTH
from granview.zoo.things import THING_LABELS
from granview.zoo.training.description import write_new_card
from granview.zoo.training.folder import write_own
from granview.zoo.training.pool import pool_words
from granview.zoo.training.run import Trained


def detector_schedule_words(recipe: DetectorRecipe) -> str:
    """The training of a detector in words, as its card tells it."""
    return (
        f"{recipe.batch_size} crops of {recipe.crop_px}x{recipe.crop_px} px, or one of {SCENE_WIDTH}x{SCENE_HEIGHT} px "
        f"every {recipe.whole_every} steps; the backbone starts from the weights of {recipe.starts_from} and keeps "
        f"those of strides below {FINEST_STRIDE}; rate up to {recipe.peak_rate:.3g} over {WARMUP_STEPS} steps, down to "
        f"0 over the last {DECAY_STEPS}{_cycle_words(recipe.cycles)}; the losses of torchvision's detector, added up"
    )


def _cycle_words(cycles: tuple[int, ...]) -> str:
    """The cycles of the learning rate in words, where there are several."""
    return f" of each of its cycles, of {' and '.join(map(str, cycles))} steps" if len(cycles) > 1 else ""


def publish_detector(zoo: Path, recipe: DetectorRecipe, trained: Trained, device: torch.device) -> Card:
    """Writes a model's folder with its card, without figures."""
    folder = zoo / recipe.name
    plain = trained.network.to(memory_format=torch.contiguous_format)
    config = ZooConfig(recipe.architecture, recipe.arguments, THING_LABELS, MEAN, STD, task=recipe.task)
    write_own(folder, config, plain)
    return write_new_card(
        folder,
        recipe,
        trained,
        device,
        arithmetic="float32",
        data=pool_words(),
        schedule=detector_schedule_words(recipe),
        task=recipe.task,
    )


def measure_published(zoo: Path, name: str) -> Card:
    """Measures a published detector on the test scenes and completes its card and the catalogue."""
    folder = zoo / name
    network, _ = load_zoo_model(folder)
    card = msgspec.structs.replace(
        read_card(folder), figures=measure_detector(network), note=DETECTOR_RECIPES[name].note
    )
    write_card(folder, card)
    write_index(zoo)
    return card
