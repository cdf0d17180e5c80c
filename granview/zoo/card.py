"""The model card: how a model was made and what was measured, as JSON for programs and Markdown for readers."""

from pathlib import Path
from typing import Any

import msgspec

from granview.zoo.about import ABOUT
from granview.zoo.card_text import TextMeasured, measured_lines
from granview.zoo.config import decode_config
from granview.zoo.distillation.distilled_from import DistilledFrom, distillation_lines
from granview.zoo.figures import Figures, figure_lines

CARD = "card.json"
SEGMENTATION = "image-segmentation"


class GrainRecall(msgspec.Struct, frozen=True):
    """Mean recall of the reference's connected regions of one range of sizes.

    Attributes:
        grain: Range of the square root of a region's area, in pixels.
        regions: Number of regions measured.
        recall: Mean share of a region's pixels that were given the right class, 0..1; None without regions.
    """

    grain: str
    regions: int
    recall: float | None


class Boundary(msgspec.Struct, frozen=True):
    """How well the classes' outlines agree, as means of the classes that occur.

    Attributes:
        f_1px: Boundary F-score with a tolerance of 1 px (Csurka et al., 2013).
        f_2px: The same with 2 px.
        iou: Boundary IoU (Cheng et al., 2021) in a band of 2 % of the picture's diagonal.
    """

    f_1px: float
    f_2px: float
    iou: float


class Measured(msgspec.Struct, frozen=True, omit_defaults=True):
    """Quality on scenes that training never saw.

    Attributes:
        scenes: What was measured on, in words.
        mean_iou: Mean of the classes' intersection over union, over all pixels of all scenes.
        pixel_accuracy: Share of pixels that were given the right class.
        class_iou: Intersection over union per class; None where neither side has the class.
        grain_recall: Recall per range of region sizes, finest first.
        thin_recall: Share of the pixels of structures at most three pixels wide that were given the right
            class; None without such structures.
        boundary: Agreement of outlines; None where it has not been measured.
    """

    scenes: str
    mean_iou: float
    pixel_accuracy: float
    class_iou: dict[str, float | None]
    grain_recall: tuple[GrainRecall, ...]
    thin_recall: float | None
    boundary: Boundary | None = None


class Card(msgspec.Struct, frozen=True, omit_defaults=True):
    """One trained model.

    Attributes:
        name: The model's name and the name of its folder.
        summary: One line for the catalogue.
        architecture: A key of `granview.zoo.nets.ARCHITECTURES` or of `granview.zoo.nets_text.TEXT_ARCHITECTURES`.
        arguments: Keyword arguments of the architecture.
        parameters: Number of trained weights.
        weights_mb: Size of `model.safetensors` in units of 10^6 bytes.
        sha256: Hexadecimal hash of `model.safetensors`.
        data: The training scenes or texts, in words.
        steps: Optimiser steps.
        schedule: Batches and steps of the training's stages, learning rates and losses, in words.
        seed: Seed of the weights and of the order of the data.
        train_s: Wall time of the training, in seconds.
        device: Where it was trained, in words.
        torch: Version of torch.
        measured: Quality on unseen scenes; None before it was measured, and for models of other tasks.
        task: Hugging Face pipeline tag.
        measured_text: Quality on unseen texts; None before it was measured, and for image models.
        figures: Quality of a model of any other task on unseen data; None before it was measured.
        note: How the figures are to be read beside those of other models, in words; empty where nothing is to be said.
        distillation: Who taught it; None for a model without a teacher.
    """

    name: str
    summary: str
    architecture: str
    arguments: dict[str, Any]
    parameters: int
    weights_mb: float
    sha256: str
    data: str
    steps: int
    schedule: str
    seed: int
    train_s: float
    device: str
    torch: str
    measured: Measured | None = None
    task: str = SEGMENTATION
    measured_text: TextMeasured | None = None
    figures: Figures | None = None
    note: str = ""
    distillation: DistilledFrom | None = None


def read_card(folder: Path) -> Card:
    """Reads `card.json` of a model's folder.

    Raises:
        ModelError: It is missing or malformed.
    """
    return decode_config(folder / CARD, Card)


def write_card(folder: Path, card: Card) -> None:
    """Writes `card.json` and `README.md` into a model's folder."""
    (folder / CARD).write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=2) + b"\n")
    (folder / "README.md").write_text(_readme(card), encoding="utf-8")


def _figure(value: float | None) -> str:
    """A share with three decimals, or n/a."""
    return "n/a" if value is None else f"{value:.3f}"


def _readme(card: Card) -> str:
    """The card in Markdown."""
    made = [
        f"# {card.name}",
        "",
        card.summary,
        "",
        ABOUT[card.task],
        "",
        "## How it was made",
        "",
        f"- Architecture: {card.architecture}, {card.parameters:,} parameters, {card.weights_mb:.2f} MB of float32",
        f"- Data: {card.data}",
        f"- Training: {card.steps} steps of AdamW: {card.schedule}; seed {card.seed}",
        *(distillation_lines(card.distillation) if card.distillation else ()),
        f"- Time: {card.train_s:.0f} s on {card.device}, torch {card.torch}",
        f"- Weights: SHA-256 `{card.sha256}`",
        f"- Again: `python -m granview.zoo train {card.name}`",
        "",
    ]
    made += _measured_lines(card.measured) if card.measured else []
    made += measured_lines(card.measured_text) if card.measured_text else []
    made += figure_lines(card.figures) if card.figures else []
    made += [card.note, ""] if card.note else []
    return "\n".join(made)


def _boundary_lines(boundary: Boundary) -> list[str]:
    """The agreement of outlines as a line of Markdown."""
    return [
        f"- outlines: boundary F-score {_figure(boundary.f_1px)} within 1 px, {_figure(boundary.f_2px)} within 2 px; "
        f"boundary IoU {_figure(boundary.iou)}, means of the classes"
    ]


def _measured_lines(measured: Measured) -> list[str]:
    """The measured figures as Markdown tables."""
    grains = [f"| {row.grain} | {row.regions} | {_figure(row.recall)} |" for row in measured.grain_recall]
    classes = [f"| {name} | {_figure(iou)} |" for name, iou in measured.class_iou.items()]
    return [
        "## What was measured",
        "",
        f"On {measured.scenes}, in float32 on the CPU:",
        "",
        f"- mIoU {_figure(measured.mean_iou)}, pixel accuracy {_figure(measured.pixel_accuracy)}",
        f"- recall of structures at most 3 px wide: {_figure(measured.thin_recall)}",
        *(_boundary_lines(measured.boundary) if measured.boundary else ()),
        "",
        "| grain (px) | regions | mean recall |",
        "|---|---|---|",
        *grains,
        "",
        "Grain is the square root of the area of an 8-connected region of the reference.",
        "",
        "| class | IoU |",
        "|---|---|",
        *classes,
        "",
    ]
