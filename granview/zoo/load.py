"""Loads any model of the zoo as a network with full-size logits, whichever format its folder has."""

from pathlib import Path

from torch import nn

from granview.zoo.build import check_weights, load_zoo_model
from granview.zoo.card import read_card


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
