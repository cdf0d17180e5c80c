"""What every card says of how its model was made, whatever the model is for."""

import platform
from pathlib import Path
from typing import Any, Protocol

import torch

from granview.zoo.build import WEIGHTS, file_sha256
from granview.zoo.card import Card, write_card
from granview.zoo.training.run import Trained


class Described(Protocol):
    """What a recipe tells of its model."""

    @property
    def name(self) -> str:
        """The model's name and the name of its folder."""

    @property
    def summary(self) -> str:
        """One line for the catalogue."""

    @property
    def architecture(self) -> str:
        """A key of the architectures."""

    @property
    def arguments(self) -> dict[str, Any]:
        """Keyword arguments of the architecture."""

    @property
    def steps(self) -> int:
        """Optimiser steps."""

    @property
    def seed(self) -> int:
        """Seed of the weights."""


AUTOCAST = "bfloat16 autocast"


def write_new_card(
    folder: Path,
    recipe: Described,
    trained: Trained,
    device: torch.device,
    *,
    arithmetic: str = AUTOCAST,
    **attributes: Any,
) -> Card:
    """Writes the card of a model whose weights have been written, without figures.

    Args:
        folder: The model's folder.
        recipe: How it was trained.
        trained: What came of it.
        device: Where.
        arithmetic: The precision of the training, in words.
        attributes: The card's other attributes: ``data``, ``schedule`` and, for a text model, ``task``.
    """
    card = Card(
        name=recipe.name,
        summary=recipe.summary,
        architecture=recipe.architecture,
        arguments=recipe.arguments,
        parameters=sum(weight.numel() for weight in trained.network.parameters()),
        weights_mb=round((folder / WEIGHTS).stat().st_size / 1e6, 3),
        sha256=file_sha256(folder / WEIGHTS),
        steps=recipe.steps,
        seed=recipe.seed,
        train_s=round(trained.wall_s, 1),
        device=_device_words(device, arithmetic),
        torch=str(torch.__version__),
        **attributes,
    )
    write_card(folder, card)
    return card


def _device_words(device: torch.device, arithmetic: str) -> str:
    """The device in words, with the precision of its arithmetic."""
    if device.type == "cuda":
        return f"{torch.cuda.get_device_name(device)}, {arithmetic}"
    return f"CPU ({platform.machine()}), {torch.get_num_threads()} thread(s), {arithmetic}"
