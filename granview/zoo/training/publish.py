"""From a trained network to a finished folder: weights, card, figures, catalogue."""

from pathlib import Path

import msgspec
import torch

from granview.zoo.card import Card, read_card, write_card
from granview.zoo.distillation.teacher import distilled_from
from granview.zoo.evaluate import evaluate, predictor
from granview.zoo.index import write_index
from granview.zoo.load import load_network
from granview.zoo.training.description import write_new_card
from granview.zoo.training.folder import write_weights
from granview.zoo.training.objective import PIXELS_PER_POINT, arithmetic
from granview.zoo.training.pool import pool_words
from granview.zoo.training.recipes import RECIPES, Recipe
from granview.zoo.training.run import Trained
from granview.zoo.training.schedule import Cycle, Stage

_POINTS = f"cross-entropy at one point for {PIXELS_PER_POINT} pixels, three of four where the base is uncertain"


def _stage(stage: Stage) -> str:
    """One stage of the training in words."""
    words = f"{stage.steps} of {stage.batch_size} crops of {stage.crop_px}x{stage.crop_px} px"
    wider = f" (one in {stage.wide_every} with a quarter as many, twice as wide)"
    return words + (wider if stage.wide_every else "")


def _cycle(recipe: Recipe, cycle: Cycle) -> str:
    """One cycle of the training in words."""
    rate = f"rate up to {cycle.rate * recipe.peak_rate:.3g} and down to 0"
    stages = ", then ".join(_stage(stage) for stage in cycle.stages)
    if recipe.architecture == "pointrend":
        return f"the head alone on {recipe.starts_from}, which stays as it is: {stages} ({rate}, {_POINTS})"
    weighted = "class-weighted " if cycle.weighted else ""
    frozen = ", statistics of batch normalisation frozen" if cycle.frozen_statistics and _has_statistics(recipe) else ""
    return f"{stages} ({rate}, {weighted}cross-entropy plus soft Dice{frozen})"


def schedule_words(recipe: Recipe) -> str:
    """All cycles of a recipe in words, as its card tells them."""
    taught = [recipe.distillation.words] if recipe.distillation else []
    return "; ".join([*(_cycle(recipe, cycle) for cycle in recipe.cycles), *taught])


def _has_statistics(recipe: Recipe) -> bool:
    """Whether a model normalises by statistics of batches: the decoder of SegFormers does, the others use groups."""
    return recipe.architecture == "segformer"


def publish(zoo: Path, recipe: Recipe, trained: Trained, device: torch.device) -> Card:
    """Writes a model's folder with its card, without figures."""
    folder = zoo / recipe.name
    write_weights(folder, recipe, trained.network)
    return write_new_card(
        folder,
        recipe,
        trained,
        device,
        arithmetic=arithmetic(recipe.architecture),
        data=pool_words(),
        schedule=schedule_words(recipe),
        distillation=distilled_from(recipe.distillation),
    )


def measure(zoo: Path, name: str) -> Card:
    """Measures a published model on the test scenes and completes its card and the catalogue."""
    folder = zoo / name
    measured = evaluate(predictor(load_network(folder)))
    card = msgspec.structs.replace(read_card(folder), measured=measured, note=RECIPES[name].note)
    write_card(folder, card)
    write_index(zoo)
    return card
