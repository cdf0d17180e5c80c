"""Trains the classifiers by name."""

import msgspec

from granview.zoo.branch import Branch, Training
from granview.zoo.classifier_training.crops import open_crops
from granview.zoo.classifier_training.loop import ClassifierTrainer
from granview.zoo.classifier_training.publish import measure_published_classifier, publish_classifier
from granview.zoo.classifier_training.recipes import CLASSIFIER_RECIPES


def _train(name: str, training: Training) -> None:
    recipe = CLASSIFIER_RECIPES[name]
    if training.steps is not None:
        recipe = msgspec.structs.replace(recipe, steps=training.steps)
    crops = open_crops(training.work / "defects")
    trained = ClassifierTrainer(recipe, crops, training.work / name, training.device).run()
    publish_classifier(training.out, recipe, trained, training.device)


CLASSIFIER_BRANCH = Branch(tuple(CLASSIFIER_RECIPES), _train, measure_published_classifier)
