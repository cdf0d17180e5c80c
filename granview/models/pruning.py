"""What recipes share that set weights to zero."""

from collections.abc import Sequence

import torch
from torch import nn
from torch.nn.utils import prune

from granview.models.layer_weights import LayerWeight, layer_weights


def factors(network: nn.Module) -> list[LayerWeight]:
    """The weights that are factors of products; tables that are looked up in are left out, and shared ones come once.

    A table that is also the last layer's factor, as language models share it, is left out with it.
    """
    every = layer_weights(network)
    tables = {id(each.weight) for each in every if each.is_looked_up}
    first = {id(each.weight): each for each in reversed(every)}
    return [each for each in every if id(each.weight) not in tables and first[id(each.weight)] is each]


def make_permanent(pruned: Sequence[LayerWeight]) -> None:
    """Turn torch's masks into zeros of the weights themselves."""
    for each in pruned:
        prune.remove(each.module, each.tensor_name)  # type: ignore[no-untyped-call]
        getattr(each.module, each.tensor_name).requires_grad_(False)


def sparsity(network: nn.Module) -> float:
    """The share of zeros, 0 to 1, among all parameters of a network."""
    every = [parameter for parameter in network.parameters() if parameter.numel()]
    zeros = sum(parameter.numel() - int(torch.count_nonzero(parameter)) for parameter in every)
    return zeros / sum(parameter.numel() for parameter in every)


def sparsity_of(pruned: Sequence[LayerWeight]) -> float:
    """The share of zeros, 0 to 1, among the weights of some layers."""
    weights = [each.weight for each in pruned]
    return 1 - sum(int(torch.count_nonzero(one)) for one in weights) / sum(one.numel() for one in weights)
