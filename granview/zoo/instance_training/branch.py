"""Trains the detectors by name."""

import msgspec

from granview.zoo.branch import Branch, Training
from granview.zoo.instance_training.loop import DetectorTrainer
from granview.zoo.instance_training.publish import measure_published, publish_detector
from granview.zoo.instance_training.recipes import DETECTOR_RECIPES
from granview.zoo.training.pool import open_pool


def _train(name: str, training: Training) -> None:
    recipe = DETECTOR_RECIPES[name]
    if training.steps is not None:
        recipe = msgspec.structs.replace(recipe, cycles=(training.steps,))
    trainer = DetectorTrainer(recipe, open_pool(training.work / "pool"), training.work / name, training.device)
    publish_detector(training.out, recipe, trainer.run(), training.device)


DETECTOR_BRANCH = Branch(tuple(DETECTOR_RECIPES), _train, measure_published)
