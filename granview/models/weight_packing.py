"""Recipes that store the weights of a network in few bits."""

import torch
from torch import nn

from granview.core.variant import Step
from granview.models.layer_weights import covering, layer_weights
from granview.models.packed_weights import PackedWeight, pack_layers
from granview.models.recipe import Applied, Recipe


class WeightPacking(Recipe):
    """Packs the weights of all layers that multiply or are looked up in; biases and norms stay as they are.

    Args:
        packing: How a weight is packed.
    """

    def __init__(self, packing: type[PackedWeight]) -> None:
        self._packing = packing

    def apply(self, network: nn.Module, step: Step, device: torch.device) -> Applied:
        """The same network, its weights packed.

        Raises:
            UnsupportedModel: it has none, or they are too small a share.
        """
        converted = layer_weights(network)
        covered = covering(network, converted, step.traits.title)
        pack_layers(converted, self._packing)
        return Applied(network, covered)
