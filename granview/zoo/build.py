"""Loads an embedded model from its folder, after checking that the weights are the ones that were shipped."""

import hashlib
from pathlib import Path

import msgspec
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import nn

from granview.core.errors import WeightsChanged
from granview.zoo.config import ZooConfig, decode_config, read_zoo_config, unusable
from granview.zoo.nets import build_network

WEIGHTS = "model.safetensors"
CARD = "card.json"


class _Digest(msgspec.Struct):
    """The one field of `card.json` that loading depends on."""

    sha256: str


def file_sha256(path: Path) -> str:
    """Hexadecimal SHA-256 of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def check_weights(folder: Path) -> None:
    """Compares the weights of a zoo folder with the hash in its `card.json`.

    Raises:
        ModelError: The weights or the card are missing or unreadable.
        WeightsChanged: The weights are not the ones that the card describes.
    """
    try:
        expected = decode_config(folder / CARD, _Digest).sha256
        actual = file_sha256(folder / WEIGHTS)
    except OSError as error:
        raise unusable(folder, str(error)) from error
    if actual != expected:
        message = f"{folder / WEIGHTS} has SHA-256 {actual}, but {CARD} records {expected}."
        raise WeightsChanged(message, "Reinstall GranView, or train the model again.")


def load_zoo_model(folder: Path) -> tuple[nn.Module, ZooConfig]:
    """Loads a U-Net or an FCN of the zoo on the CPU, float32, in evaluation mode.

    The network maps (N, 3, H, W) float32, RGB scaled to 0..1 and normalised with the config's mean and std, to
    logits (N, len(config.labels), H, W), for any H and W.

    Raises:
        ModelError: The folder is not a complete zoo folder, or its weights do not fit its architecture.
        WeightsChanged: The weights are not the ones that the card describes.
    """
    config = read_zoo_config(folder)
    check_weights(folder)
    try:
        network = build_network(config.architecture, len(config.labels), config.arguments)
        network.load_state_dict(load_file(folder / WEIGHTS))
    except (KeyError, TypeError, RuntimeError, SafetensorError) as error:
        raise unusable(folder, str(error)) from error
    return network.eval(), config
