"""Loads any model of the zoo as a network with full-size logits, whichever format its folder has."""

from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor, nn

from granview.core.resources import resource_path
from granview.zoo.build import WEIGHTS, check_weights, load_zoo_model
from granview.zoo.card import read_card


def embedded_weights(name: str) -> dict[str, Tensor]:
    """The weights of a model of the embedded zoo, for another to start from: tensors on the CPU by name.

    Raises:
        ModelError: The folder is incomplete or malformed.
        WeightsChanged: The weights are not the ones that the card describes.
    """
    folder = resource_path("zoo") / name
    check_weights(folder)
    return load_file(folder / WEIGHTS)


def load_network(folder: Path) -> nn.Module:
    """Loads a zoo folder or a zoo SegFormer's Hugging Face folder on the CPU, in evaluation mode.

    Raises:
        ModelError: The folder is incomplete or malformed.
        WeightsChanged: The weights are not the ones that the card describes.
    """
    if read_card(folder).architecture != "segformer":
        return load_zoo_model(folder)[0]
    from transformers import SegformerForSemanticSegmentation

    from granview.zoo.labels import NUM_LABELS
    from granview.zoo.nets.segformer import FullSizeSegformer

    check_weights(folder)
    network = FullSizeSegformer(NUM_LABELS, **read_card(folder).arguments)
    network.model = SegformerForSemanticSegmentation.from_pretrained(folder, local_files_only=True)
    return network.eval()
