"""What the zoo's command does with the models of one kind of training."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from granview.zoo.card import Card


@dataclass(frozen=True)
class Training:
    """How a model is to be trained.

    Attributes:
        out: Folder of the models.
        work: Folder of training data that are kept, and of checkpoints.
        device: Where to compute.
        steps: Optimiser steps, instead of the recipe's; None for the recipe's.
    """

    out: Path
    work: Path
    device: torch.device
    steps: int | None


@dataclass(frozen=True)
class Branch:
    """The models of one kind of training.

    Attributes:
        names: The models.
        train: Trains and publishes one model.
        measure: Measures a published model in the folder of the models; completes its card and the catalogue.
    """

    names: tuple[str, ...]
    train: Callable[[str, Training], object]
    measure: Callable[[Path, str], Card]
