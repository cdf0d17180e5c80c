"""Writes trained models to their folders: the zoo's own format, or an ordinary Hugging Face folder."""

from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn

from granview.zoo.build import WEIGHTS
from granview.zoo.config import ZooConfig, write_config
from granview.zoo.labels import LABELS
from granview.zoo.nets.segformer import FullSizeSegformer
from granview.zoo.normalise import MEAN, STD
from granview.zoo.training.recipes import Recipe


def write_weights(folder: Path, recipe: Recipe, network: nn.Module) -> None:
    """Writes configuration and float32 weights of a network that is on the CPU."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = network.to(memory_format=torch.contiguous_format)
    if isinstance(network, FullSizeSegformer):
        _write_hugging_face(folder, network)
        (folder / WEIGHTS).chmod(0o644)
    else:
        write_own(folder, ZooConfig(recipe.architecture, recipe.arguments, LABELS, MEAN, STD), plain)


def write_own(folder: Path, config: ZooConfig, network: nn.Module) -> None:
    """Writes `config.json` and `model.safetensors` of a network on the CPU in the zoo's own format."""
    folder.mkdir(parents=True, exist_ok=True)
    write_config(folder, config)
    state = {name: tensor.contiguous() for name, tensor in network.state_dict().items()}
    save_file(state, folder / WEIGHTS, metadata={"format": "pt"})
    (folder / WEIGHTS).chmod(0o644)


def _write_hugging_face(folder: Path, network: FullSizeSegformer) -> None:
    """Writes `config.json`, `model.safetensors` and `preprocessor_config.json`, at native resolution."""
    from transformers import SegformerImageProcessor

    network.model.config.label_colors = [list(label.color) for label in LABELS]
    network.model.save_pretrained(folder)
    processor = SegformerImageProcessor(
        do_resize=False, do_rescale=True, do_normalize=True, image_mean=list(MEAN), image_std=list(STD)
    )
    processor.save_pretrained(folder)
