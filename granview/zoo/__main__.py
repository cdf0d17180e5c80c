"""Trains and measures the embedded models, and makes the sample galleries: `python -m granview.zoo --help`."""

import argparse
from collections.abc import Callable
from pathlib import Path

import cv2
import msgspec
import torch

from granview.zoo.card import Card
from granview.zoo.gallery import write_scenes
from granview.zoo.gallery_text import write_texts
from granview.zoo.text_training.loop import TextTrainer
from granview.zoo.text_training.publish import measure_text, publish_text
from granview.zoo.text_training.recipes import TEXT_RECIPES
from granview.zoo.training.loop import Trainer
from granview.zoo.training.pool import open_pool
from granview.zoo.training.publish import measure, publish
from granview.zoo.training.recipes import RECIPES, shortened

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
NAMES = (*RECIPES, *TEXT_RECIPES)
GALLERIES: dict[str, Callable[[Path], object]] = {"gallery": write_scenes, "gallery-text": write_texts}


def _parser() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m granview.zoo", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="train models and write their folders, cards and the catalogue")
    train.add_argument("name", choices=(*NAMES, "all"))
    train.add_argument("--steps", type=int, help="optimiser steps, instead of the recipe's; its stages shrink alike")
    train.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    train.add_argument("--work", type=Path, default=Path("out/zoo"), help="folder of training scenes and checkpoints")
    evaluate = commands.add_parser("evaluate", help="measure models on unseen scenes and complete their cards")
    evaluate.add_argument("name", choices=(*NAMES, "all"))
    for command in (train, evaluate):
        command.add_argument("--out", type=Path, default=RESOURCES / "zoo", help="folder of the models")
        command.add_argument("--threads", type=int, default=torch.get_num_threads(), help="CPU threads")
    gallery = commands.add_parser("gallery", help="draw the gallery's scenes and their references")
    gallery.add_argument("--out", type=Path, default=RESOURCES / "gallery")
    texts = commands.add_parser("gallery-text", help="write the gallery's procedural texts and their references")
    texts.add_argument("--out", type=Path, default=RESOURCES / "gallery-text")
    return parser


def _chosen(name: str) -> tuple[str, ...]:
    """One model, or all."""
    return NAMES if name == "all" else (name,)


def _print_card(card: Card) -> None:
    """One line per measured model."""
    if card.measured is not None:
        rows = [(row.grain, row.recall) for row in card.measured.grain_recall]
        rows.append(("thin", card.measured.thin_recall))
        score = f"mIoU {card.measured.mean_iou:.3f}"
    elif card.measured_text is not None:
        rows = [(row.grain, row.score) for row in card.measured_text.by_grain]
        score = f"{card.measured_text.metric} {card.measured_text.score:.3f}"
    else:
        return
    grains = "  ".join(f"{grain} {value:.3f}" for grain, value in rows if value is not None)
    print(f"{card.name}: {score}  {grains}")


def _train(name: str, arguments: argparse.Namespace) -> None:
    """Trains and publishes one model."""
    device, work = torch.device(arguments.device), arguments.work / name
    if name in TEXT_RECIPES:
        text_recipe = TEXT_RECIPES[name]
        if arguments.steps is not None:
            text_recipe = msgspec.structs.replace(text_recipe, steps=arguments.steps)
        trainer = TextTrainer(text_recipe, work, device)
        publish_text(arguments.out, text_recipe, trainer.run(), trainer.tokenizer, device)
        return
    recipe = RECIPES[name] if arguments.steps is None else shortened(RECIPES[name], arguments.steps)
    trained = Trainer(recipe, open_pool(arguments.work / "pool"), work, device).run()
    publish(arguments.out, recipe, trained, device)


def main() -> None:
    """Runs the command that the arguments name."""
    arguments = _parser().parse_args()
    if arguments.command in GALLERIES:
        GALLERIES[arguments.command](arguments.out)
        return
    torch.set_num_threads(arguments.threads)
    cv2.setNumThreads(arguments.threads)
    for name in _chosen(arguments.name):
        if arguments.command == "train":
            _train(name, arguments)
        _print_card((measure_text if name in TEXT_RECIPES else measure)(arguments.out, name))


if __name__ == "__main__":
    main()
