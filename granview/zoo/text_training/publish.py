"""From a trained text model to a finished folder: weights, tokenizer, card, figures, catalogue."""

from pathlib import Path

import msgspec
import torch
from tokenizers import Tokenizer

from granview.zoo.card import Card, read_card, write_card
from granview.zoo.distillation.teacher import distilled_from
from granview.zoo.index import write_index
from granview.zoo.text_training.folder import write_text_folder
from granview.zoo.text_training.load import load_text_model
from granview.zoo.text_training.measure import measure_texts, predictor
from granview.zoo.text_training.recipes import TEXT_RECIPES, TextRecipe
from granview.zoo.text_training.text_model_kinds import KINDS
from granview.zoo.texts.split import Split
from granview.zoo.training.description import write_new_card
from granview.zoo.training.run import Trained

_UNSEEN: dict[str, str] = {
    "sentiment": "the things and people that unseen texts speak of are never named in training",
    "entities": "the names in unseen texts never appear in training, but for months, weekdays and the ambiguous ones",
    "expressions": "no expression that unseen requests ask for is asked for in training",
}


def _data(recipe: TextRecipe) -> str:
    """The training data in words."""
    count, first = recipe.steps * recipe.batch_size, Split.TRAIN.value.start
    return f"procedural English, {count:,} texts (seeds from {first} on), each seen once; {_UNSEEN[recipe.kind]}"


def text_schedule_words(recipe: TextRecipe) -> str:
    """The recipe's schedule in words, as its card tells it."""
    lesson = int(recipe.lesson_share * recipe.steps)
    words = [
        f"batches of {recipe.batch_size} texts",
        f"rate up to {recipe.peak_rate:.3g} and down to 0",
        "cross-entropy",
    ]
    words += [recipe.distillation.words] if recipe.distillation else []
    words += [f"texts one level deeper join every {lesson} steps"] if lesson else []
    words += ["the judgement of each nested part learnt beside"] if recipe.architecture == "bert-classifier" else []
    return ", ".join(words)


def publish_text(zoo: Path, recipe: TextRecipe, trained: Trained, tokenizer: Tokenizer, device: torch.device) -> Card:
    """Writes a model's folder with its card, without figures."""
    folder = zoo / recipe.name
    write_text_folder(folder, recipe, trained.network, tokenizer)
    said = {"data": _data(recipe), "schedule": text_schedule_words(recipe), "task": KINDS[recipe.kind].task}
    taught = distilled_from(recipe.distillation)
    return write_new_card(folder, recipe, trained, device, distillation=taught, **said)


def measure_text(zoo: Path, name: str) -> Card:
    """Measures a published model on the test texts and completes its card and the catalogue."""
    folder = zoo / name
    measured = measure_texts(predictor(*load_text_model(folder)), TEXT_RECIPES[name].kind)
    card = msgspec.structs.replace(read_card(folder), measured_text=measured)
    write_card(folder, card)
    write_index(zoo)
    return card
