"""Trains and measures the embedded models, and makes the sample galleries: `python -m granview.zoo --help`."""

import argparse
from collections.abc import Callable
from pathlib import Path

import cv2
import torch

from granview.zoo.branch import Training
from granview.zoo.branches import BRANCH_OF, NAMES
from granview.zoo.card import CARD, Card
from granview.zoo.card_scores import card_scores
from granview.zoo.distillation.comparison import comparison_lines
from granview.zoo.gallery import write_scenes
from granview.zoo.gallery_classes import write_crops
from granview.zoo.gallery_restoration import write_pairs
from granview.zoo.gallery_text import write_texts

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
GALLERIES: dict[str, tuple[Callable[[Path], object], str]] = {
    "gallery": (write_scenes, "draw the gallery's scenes and their references"),
    "gallery-classes": (write_crops, "draw the gallery's crops of defects, one folder per kind"),
    "gallery-restoration": (write_pairs, "cut and draw the gallery's pairs of a small picture and its original"),
    "gallery-text": (write_texts, "write the gallery's procedural texts and their references"),
}


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
    distilled = commands.add_parser("distilled", help="print each distilled model beside the plain one and its teacher")
    distilled.add_argument("--out", type=Path, default=RESOURCES / "zoo", help="folder of the models")
    for name, (_, what) in GALLERIES.items():
        gallery = commands.add_parser(name, help=what)
        gallery.add_argument("--out", type=Path, default=RESOURCES / name)
    return parser


def _chosen(command: str, name: str, zoo: Path) -> tuple[str, ...]:
    """One model, or all; of all only those can be measured that have been trained, and the others are named."""
    if name != "all":
        return (name,)
    missing = [each for each in NAMES if command == "evaluate" and not (zoo / each / CARD).exists()]
    for each in missing:
        print(f"{each} has not been trained: python -m granview.zoo train {each}")
    return tuple(each for each in NAMES if each not in missing)


def _print_card(card: Card) -> None:
    """One line per measured model."""
    scores = card_scores(card)
    if scores is None:
        return
    grains = "  ".join(f"{row.grain} {row.score:.3f}" for row in scores.by_grain if row.score is not None)
    print(f"{card.name}: {scores.metric} {scores.score:.3f} {scores.unit} {grains}")


def main() -> None:
    """Runs the command that the arguments name."""
    arguments = _parser().parse_args()
    if arguments.command in GALLERIES:
        GALLERIES[arguments.command][0](arguments.out)
        return
    if arguments.command == "distilled":
        print("\n".join(comparison_lines(arguments.out)))
        return
    torch.set_num_threads(arguments.threads)
    cv2.setNumThreads(arguments.threads)
    for name in _chosen(arguments.command, arguments.name, arguments.out):
        branch = BRANCH_OF[name]
        if arguments.command == "train":
            device = torch.device(arguments.device)
            branch.train(name, Training(arguments.out, arguments.work, device, arguments.steps))
        _print_card(branch.measure(arguments.out, name))


if __name__ == "__main__":
    main()
