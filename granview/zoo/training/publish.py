"""From a trained network to a finished folder: weights, card, figures, catalogue."""

from pathlib import Path

import msgspec
import torch

from granview.zoo.card import Card, read_card, write_card
from granview.zoo.evaluate import evaluate, predictor
from granview.zoo.index import write_index
from granview.zoo.load import load_network
from granview.zoo.scenes import DOMAINS
from granview.zoo.seeds import SCENE_HEIGHT, SCENE_WIDTH, SINGLE_TRAIN_SEEDS, TILED_TRAIN_SEEDS
from granview.zoo.training.description import write_new_card
from granview.zoo.training.folder import write_weights
from granview.zoo.training.loop import Trained
from granview.zoo.training.recipes import Recipe
from granview.zoo.training.schedule import Cycle, Stage


def _data() -> str:
    """The training data in words."""
    single, tiled = SINGLE_TRAIN_SEEDS, TILED_TRAIN_SEEDS
    return (
        f"procedural scenes of {', '.join(DOMAINS)}; per domain {len(single)} of {SCENE_WIDTH}x{SCENE_HEIGHT} px "
        f"(seeds {single.start} to {single.stop - 1}) and {len(tiled)} of {2 * SCENE_WIDTH}x{2 * SCENE_HEIGHT} px "
        f"(seeds {tiled.start} to {tiled.stop - 1}); crops mirrored at random"
    )


def _stage(stage: Stage) -> str:
    """One stage of the training in words."""
    words = f"{stage.steps} of {stage.batch_size} crops of {stage.crop_px}x{stage.crop_px} px"
    wider = f" (one in {stage.wide_every} with a quarter as many, twice as wide)"
    return words + (wider if stage.wide_every else "")


def _cycle(recipe: Recipe, cycle: Cycle) -> str:
    """One cycle of the training in words."""
    stages = ", then ".join(_stage(stage) for stage in cycle.stages)
    weighted = "class-weighted " if cycle.weighted else ""
    frozen = ", statistics of batch normalisation frozen" if cycle.frozen_statistics and _has_statistics(recipe) else ""
    rate = f"rate up to {cycle.rate * recipe.peak_rate:.3g} and down to 0"
    return f"{stages} ({rate}, {weighted}cross-entropy plus soft Dice{frozen})"


def schedule_words(recipe: Recipe) -> str:
    """All cycles of a recipe in words, as its card tells them."""
    return "; ".join(_cycle(recipe, cycle) for cycle in recipe.cycles)


def _has_statistics(recipe: Recipe) -> bool:
    """Whether a model normalises by statistics of batches: the decoder of SegFormers does, the others use groups."""
    return recipe.architecture == "segformer"


def publish(zoo: Path, recipe: Recipe, trained: Trained, device: torch.device) -> Card:
    """Writes a model's folder with its card, without figures."""
    folder = zoo / recipe.name
    write_weights(folder, recipe, trained.network)
    return write_new_card(folder, recipe, trained, device, data=_data(), schedule=schedule_words(recipe))


def measure(zoo: Path, name: str) -> Card:
    """Measures a published model on the test scenes and completes its card and the catalogue."""
    folder = zoo / name
    measured = evaluate(predictor(load_network(folder)))
    card = msgspec.structs.replace(read_card(folder), measured=measured)
    write_card(folder, card)
    write_index(zoo)
    return card
