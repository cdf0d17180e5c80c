"""Recipes that hand a network to ONNX Runtime."""

import torch
from torch import nn

from granview.core.errors import UnsupportedModel
from granview.core.variant import Step
from granview.models.packed_weights import packed_weights
from granview.models.recipe import Applied, Recipe


class OnnxRecipe(Recipe):
    """ONNX Runtime computes the network; torch's own stays for explanations and for counting operations.

    Args:
        quantisation: The class of ``granview.models.onnx_quantisation`` that turns it into int8; empty leaves float32.
    """

    def __init__(self, quantisation: str = "") -> None:
        self._quantisation = quantisation

    def apply(self, network: nn.Module, step: Step, device: torch.device) -> Applied:
        """The same network, and the engine that computes it.

        Raises:
            UnsupportedModel: its weights are packed already.
        """
        if packed_weights(network):
            raise UnsupportedModel(
                f"{step.traits.title} takes weights in float32, not packed ones.",
                "Use onnx-int8-dynamic or onnx-int8-static alone.",
            )
        from granview.models import onnx_quantisation
        from granview.models.onnx_engine import OnnxEngine

        quantisation = getattr(onnx_quantisation, self._quantisation)() if self._quantisation else None
        return Applied(network, engine=OnnxEngine(network, device, quantisation))
