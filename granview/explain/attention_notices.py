"""What the attention that is shown leaves out, in sentences."""

from collections.abc import Sequence
from typing import Any

from torch import nn

from granview.explain.attention.capture import Site

_OTHERWISE = "within windows, by hashing or without a softmax over them"


def why_no_attention(sites: Sequence[Site], without_map: Sequence[str]) -> str:
    """Why no attention of a network can be shown, in one sentence that goes on from a method's name.

    Args:
        sites: The calls that computed attention weights.
        without_map: The attention layers that computed none.
    """
    if sites:
        return "where the tokens of this network's attention stand is not known."
    if without_map:
        return f"this network's attention has no map of weights: it weighs tokens {_OTHERWISE}."
    return "this network has no attention layers."


def attention_notices(
    network: nn.Module, sites: Sequence[Site], unplaced: int, without_map: Sequence[str]
) -> list[str]:
    """What must be said beside the attention that is shown.

    Args:
        network: The network.
        sites: The calls that computed attention weights.
        unplaced: How many of them are not shown.
        without_map: The attention layers that computed none.
    """
    other = _layers(network) - len(sites) - len(without_map)
    said = []
    if unplaced:
        said.append(f"{_are_not_shown(unplaced)}: where their tokens stand is not known.")
    if without_map:
        said.append(f"{_are_not_shown(len(without_map))}: they weigh tokens {_OTHERWISE}.")
    if other > 0:
        said.append(
            f"{other} of this network's {_layers(network)} layers have no attention weights, as recurrent ones and "
            "linear attention have none; layers are counted without them."
        )
    if any(hasattr(module, "lambda_q1") for module in network.modules()):
        said.append(
            "This network takes the second half of its heads, times a learnt factor, from the first half "
            "(differential attention): heads are shown as they are before that."
        )
    return said


def _are_not_shown(layers: int) -> str:
    return f"{layers} attention {'layer is' if layers == 1 else 'layers are'} not shown"


def _layers(network: nn.Module) -> int:
    """Layers of a network for texts that has one stack of them, by its config; 0 for others."""
    config: Any = getattr(network, "config", None)
    if config is None or config.is_encoder_decoder:
        return 0
    named = getattr(config.get_text_config(), "num_hidden_layers", None)
    return named if isinstance(named, int) else 0
