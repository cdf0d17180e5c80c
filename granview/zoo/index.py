"""The catalogue of the zoo, `index.json`, which the program reads without loading torch."""

from pathlib import Path

import msgspec

from granview.zoo.card import SEGMENTATION, Card, read_card
from granview.zoo.card_text import summary_words
from granview.zoo.figures import figures_summary

INDEX = "index.json"
FORMAT = "granview-zoo-index/1"
_ORDER = (
    "unet",
    "fcn",
    "pointrend",
    "segformer",
    "mask-rcnn",
    "fcos",
    "resnet",
    "efficientnet",
    "fsrcnn",
    "edsr",
    "bilstm",
    "bert-classifier",
    "bert-tagger",
    "bart",
)


class IndexEntry(msgspec.Struct, frozen=True, omit_defaults=True):
    """One model of the catalogue.

    Attributes:
        name: What follows `zoo:` in a source.
        folder: The model's folder, relative to the catalogue.
        architecture: As in its card; the folders of SegFormers, ResNets, EfficientNets, BERTs and BARTs are ordinary
            Hugging Face folders.
        params: Number of weights.
        weights_mb: Size of the weights file in units of 10^6 bytes.
        sha256: Hexadecimal hash of the weights file.
        description: One line for readers.
        mean_iou: On unseen scenes; None where it was not measured, and for models of other tasks.
        task: Hugging Face pipeline tag.
        measured: What was measured on unseen data, in words; empty where that is `mean_iou`.
    """

    name: str
    folder: str
    architecture: str
    params: int
    weights_mb: float
    sha256: str
    description: str
    mean_iou: float | None
    task: str = SEGMENTATION
    measured: str = ""


class Index(msgspec.Struct, frozen=True):
    """The catalogue: its format and its models, small to large within an architecture."""

    models: tuple[IndexEntry, ...]
    format: str = FORMAT


def _entry(folder: Path, card: Card) -> IndexEntry:
    """The catalogue's line for one card."""
    return IndexEntry(
        name=card.name,
        folder=folder.name,
        architecture=card.architecture,
        params=card.parameters,
        weights_mb=card.weights_mb,
        sha256=card.sha256,
        description=card.summary,
        mean_iou=card.measured.mean_iou if card.measured else None,
        task=card.task,
        measured=_measured(card),
    )


def _measured(card: Card) -> str:
    """What was measured besides mIoU, in words; empty where nothing was."""
    if card.measured_text is not None:
        return summary_words(card.measured_text)
    return figures_summary(card.figures) if card.figures else ""


def write_index(zoo: Path) -> Index:
    """Writes `index.json` from the cards of all folders of the zoo, and returns it."""
    entries = [_entry(path.parent, read_card(path.parent)) for path in zoo.glob("*/card.json")]
    index = Index(
        tuple(sorted(entries, key=lambda entry: (_ORDER.index(entry.architecture), entry.params, entry.name)))
    )
    (zoo / INDEX).write_bytes(msgspec.json.format(msgspec.json.encode(index), indent=2) + b"\n")
    return index
