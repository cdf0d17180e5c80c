"""Trains and measures the embedded models, and draws the sample gallery: `python -m granview.zoo --help`."""

import argparse
from pathlib import Path

import cv2
import torch

from granview.zoo.card import Card
from granview.zoo.gallery import write_scenes
from granview.zoo.training.loop import Trainer
from granview.zoo.training.pool import open_pool
from granview.zoo.training.publish import measure, publish
from granview.zoo.training.recipes import RECIPES, Recipe, shortened

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def _parser() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m granview.zoo", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="train models and write their folders, cards and the catalogue")
    train.add_argument("name", choices=(*RECIPES, "all"))
    train.add_argument("--steps", type=int, help="optimiser steps, instead of the recipe's; its stages shrink alike")
    train.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    train.add_argument("--work", type=Path, default=Path("out/zoo"), help="folder of training scenes and checkpoints")
    evaluate = commands.add_parser("evaluate", help="measure models on unseen scenes and complete their cards")
    evaluate.add_argument("name", choices=(*RECIPES, "all"))
    for command in (train, evaluate):
        command.add_argument("--out", type=Path, default=RESOURCES / "zoo", help="folder of the models")
        command.add_argument("--threads", type=int, default=torch.get_num_threads(), help="CPU threads")
    gallery = commands.add_parser("gallery", help="draw the gallery's scenes and their references")
    gallery.add_argument("--out", type=Path, default=RESOURCES / "gallery")
    return parser


def _chosen(name: str) -> list[Recipe]:
    """One recipe, or all."""
    return list(RECIPES.values()) if name == "all" else [RECIPES[name]]


def _print_card(card: Card) -> None:
    """One line per measured model."""
    if card.measured is None:
        return
    grains = "  ".join(f"{row.grain} {row.recall:.3f}" for row in card.measured.grain_recall if row.recall is not None)
    thin = f"  thin {card.measured.thin_recall:.3f}" if card.measured.thin_recall is not None else ""
    print(f"{card.name}: mIoU {card.measured.mean_iou:.3f}{thin}  {grains}")


def _train(arguments: argparse.Namespace) -> None:
    """Trains, publishes and measures."""
    pool, device = open_pool(arguments.work / "pool"), torch.device(arguments.device)
    for recipe in _chosen(arguments.name):
        if arguments.steps is not None:
            recipe = shortened(recipe, arguments.steps)  # noqa: PLW2901
        trained = Trainer(recipe, pool, arguments.work / recipe.name, device).run()
        publish(arguments.out, recipe, trained, device)
        _print_card(measure(arguments.out, recipe.name))


def main() -> None:
    """Runs the command that the arguments name."""
    arguments = _parser().parse_args()
    if arguments.command == "gallery":
        write_scenes(arguments.out)
        return
    torch.set_num_threads(arguments.threads)
    cv2.setNumThreads(arguments.threads)
    if arguments.command == "train":
        _train(arguments)
        return
    for recipe in _chosen(arguments.name):
        _print_card(measure(arguments.out, recipe.name))


if __name__ == "__main__":
    main()
