"""Trains the networks that enlarge pictures by name."""

import msgspec

from granview.zoo.branch import Branch, Training
from granview.zoo.super_resolution_training.loop import SuperResolutionTrainer
from granview.zoo.super_resolution_training.patches import open_pairs
from granview.zoo.super_resolution_training.publish import (
    measure_published_super_resolution,
    publish_super_resolution,
)
from granview.zoo.super_resolution_training.recipes import SUPER_RESOLUTION_RECIPES


def _train(name: str, training: Training) -> None:
    recipe = SUPER_RESOLUTION_RECIPES[name]
    if training.steps is not None:
        recipe = msgspec.structs.replace(recipe, steps=training.steps)
    trained = SuperResolutionTrainer(recipe, open_pairs(), training.work / name, training.device).run()
    publish_super_resolution(training.out, recipe, trained, training.device)


SUPER_RESOLUTION_BRANCH = Branch(tuple(SUPER_RESOLUTION_RECIPES), _train, measure_published_super_resolution)
