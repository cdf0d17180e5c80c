"""Trains the segmentation models by name."""

from granview.zoo.branch import Branch, Training
from granview.zoo.training.loop import Trainer
from granview.zoo.training.pool import open_pool
from granview.zoo.training.publish import measure, publish
from granview.zoo.training.recipes import RECIPES, shortened


def _train(name: str, training: Training) -> None:
    recipe = RECIPES[name] if training.steps is None else shortened(RECIPES[name], training.steps)
    trained = Trainer(recipe, open_pool(training.work / "pool"), training.work / name, training.device).run()
    publish(training.out, recipe, trained, training.device)


SEGMENTATION_BRANCH = Branch(tuple(RECIPES), _train, measure)
