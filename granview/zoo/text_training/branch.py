"""Trains the text models by name."""

import msgspec

from granview.zoo.branch import Branch, Training
from granview.zoo.text_training.loop import TextTrainer
from granview.zoo.text_training.publish import measure_text, publish_text
from granview.zoo.text_training.recipes import TEXT_RECIPES


def _train(name: str, training: Training) -> None:
    recipe = TEXT_RECIPES[name]
    if training.steps is not None:
        recipe = msgspec.structs.replace(recipe, steps=training.steps)
    trainer = TextTrainer(recipe, training.work / name, training.device)
    publish_text(training.out, recipe, trainer.run(), trainer.tokenizer, training.device)


TEXT_BRANCH = Branch(tuple(TEXT_RECIPES), _train, measure_text)
