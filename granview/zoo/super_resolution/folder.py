"""Writes and loads the folder of a network that enlarges pictures, in the zoo's own format."""

from pathlib import Path
from typing import Any, Final

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import nn

from granview.zoo.build import WEIGHTS, check_weights
from granview.zoo.config import ZooConfig, read_zoo_config, unusable, write_config
from granview.zoo.super_resolution.networks import SUPER_RESOLUTION_ARCHITECTURES

TASK: Final = "image-to-image"


def write_super_resolution(folder: Path, architecture: str, arguments: dict[str, Any], network: nn.Module) -> None:
    """Writes `config.json` and `model.safetensors` of a network that is on the CPU."""
    folder.mkdir(parents=True, exist_ok=True)
    config = ZooConfig(architecture, arguments, (), (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), task=TASK)
    write_config(folder, config)
    plain = network.to(memory_format=torch.contiguous_format)
    state = {name: tensor.contiguous() for name, tensor in plain.state_dict().items()}
    save_file(state, folder / WEIGHTS, metadata={"format": "pt"})
    (folder / WEIGHTS).chmod(0o644)


def load_super_resolution(folder: Path) -> tuple[nn.Module, ZooConfig]:
    """Loads a network of the zoo that enlarges pictures, on the CPU, float32, in evaluation mode.

    The network maps (N, 3, h, w) float32 RGB in 0..1 to (N, 3, scale h, scale w), which may leave 0..1 a little;
    `arguments["scale"]` of the config says how much larger.

    Raises:
        ModelError: The folder is not a complete zoo folder, or its weights do not fit its architecture.
        WeightsChanged: The weights are not the ones that the card describes.
    """
    config = read_zoo_config(folder)
    check_weights(folder)
    try:
        network = SUPER_RESOLUTION_ARCHITECTURES[config.architecture](**config.arguments)
        network.load_state_dict(load_file(folder / WEIGHTS))
    except (KeyError, TypeError, RuntimeError, SafetensorError) as error:
        raise unusable(folder, str(error)) from error
    return network.eval(), config
