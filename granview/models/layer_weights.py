"""Which weights recipes convert: those of the layers that multiply, table by table of layers."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from torch import Tensor, nn
from torch.nn.modules.conv import _ConvNd, _ConvTransposeNd

from granview.core.errors import UnsupportedModel

LEAST_COVERED: Final = 0.5
"""A recipe that converts a smaller share of the weights is refused: its name would not be true of the network."""

LEAST_PRUNED: Final = 0.25
"""The same for pruning, which leaves tables and last layers alone; its share of zeros is counted and shown besides."""


@dataclass(frozen=True)
class LayerWeight:
    """A weight of a layer, of two axes or more.

    Attributes:
        layer: The layer's name in the network.
        module: The layer.
        tensor_name: The weight's name in it.
        axis: Along which axis output channels, or rows of a table, lie.
    """

    layer: str
    module: nn.Module
    tensor_name: str
    axis: int = 0

    @property
    def weight(self) -> Tensor:
        """The weight itself."""
        weight: Tensor = getattr(self.module, self.tensor_name)
        return weight

    @property
    def is_looked_up(self) -> bool:
        """Whether it is a table whose rows are taken, and not a factor of a product."""
        return isinstance(self.module, nn.Embedding)


def layer_weights(network: nn.Module) -> list[LayerWeight]:
    """The weights of linear, convolution, embedding, attention and recurrent layers, in the network's order.

    A weight that two layers share comes twice.
    """
    return [found for name, module in network.named_modules() for found in _of_layer(name, module)]


def covered_share(network: nn.Module, converted: list[LayerWeight]) -> float:
    """The share, 0 to 1, of a network's weights that some of its layers hold; a shared weight counts once."""
    every = sum(parameter.numel() for parameter in network.parameters())
    distinct = {id(each.weight): each.weight.numel() for each in converted}
    return sum(distinct.values()) / every if every else 0.0


def covering(network: nn.Module, converted: list[LayerWeight], title: str, least: float = LEAST_COVERED) -> float:
    """The share of a network's weights that a recipe is about to convert.

    Raises:
        UnsupportedModel: it is nothing, or less than ``least``.
    """
    share = covered_share(network, converted)
    if not converted:
        raise UnsupportedModel(
            f"{title} changes nothing here: this model has no layer that it can convert.", "Choose another variant."
        )
    if share < least:
        count = sum(1 for _ in network.parameters())
        distinct = len({id(each.weight) for each in converted})
        raise UnsupportedModel(
            f"{title} would convert {distinct} of this model's {count} parameters, {share:.0%} of its weights: a lane "
            f"of that name needs {least:.0%}.",
            "Choose another variant.",
        )
    return share


def _of_layer(name: str, module: nn.Module) -> Iterator[LayerWeight]:
    names: tuple[str, ...]
    if isinstance(module, nn.MultiheadAttention):
        names = ("in_proj_weight", "q_proj_weight", "k_proj_weight", "v_proj_weight")
    elif isinstance(module, nn.RNNBase):
        names = tuple(each for each in module._parameters if each.startswith("weight"))
    elif isinstance(module, (nn.Linear, _ConvNd, nn.Embedding, *_transposed_linear())):
        names = ("weight",)
    else:
        return
    axis = 1 if isinstance(module, (_ConvTransposeNd, *_transposed_linear())) else 0
    for each in names:
        if module._parameters.get(each) is not None:
            yield LayerWeight(name, module, each, axis)


def _transposed_linear() -> tuple[type[nn.Module], ...]:
    """Transformers' linear layer whose weight is (in, out), as GPT-2 has it; nothing where transformers is not used."""
    module = sys.modules.get("transformers.pytorch_utils")
    return () if module is None else (module.Conv1D,)
