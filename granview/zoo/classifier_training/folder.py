"""Writes and loads a classifier's folder, which is an ordinary Hugging Face folder."""

from pathlib import Path

import torch
from torch import nn
from transformers import AutoModelForImageClassification, PreTrainedModel, ViTImageProcessor
from transformers.image_utils import PILImageResampling

from granview.zoo.build import WEIGHTS, check_weights
from granview.zoo.defects.crop import SIDE_PX
from granview.zoo.normalise import MEAN, STD


def write_classifier(folder: Path, network: nn.Module) -> None:
    """Writes `config.json`, `model.safetensors` and `preprocessor_config.json`; pictures are resized to a crop's size.

    Raises:
        TypeError: The network is not one of transformers.
    """
    if not isinstance(network, PreTrainedModel):
        raise TypeError(f"{type(network).__name__} is not a model of transformers")
    folder.mkdir(parents=True, exist_ok=True)
    network.to(memory_format=torch.contiguous_format).save_pretrained(folder)
    ViTImageProcessor(
        size={"height": SIDE_PX, "width": SIDE_PX},
        resample=PILImageResampling.BILINEAR,
        image_mean=list(MEAN),
        image_std=list(STD),
    ).save_pretrained(folder)
    (folder / WEIGHTS).chmod(0o644)


def load_classifier(folder: Path) -> nn.Module:
    """Loads a classifier on the CPU, in evaluation mode, after its weights were compared with its card.

    Raises:
        ModelError: The folder is incomplete or malformed.
        WeightsChanged: The weights are not the ones that the card describes.
    """
    check_weights(folder)
    network: nn.Module = AutoModelForImageClassification.from_pretrained(folder, local_files_only=True)
    return network.eval()
