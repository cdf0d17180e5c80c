"""Pictures with their channels last in memory."""

from typing import Any

import torch
from torch import Tensor, nn
from torch.utils._pytree import tree_map

from granview.core.errors import UnsupportedModel
from granview.core.variant import Step
from granview.models.recipe import RECIPES, Applied, Recipe


class ChannelsLast(Recipe):
    """Weights of convolutions (out, in, height, width) lie in memory as (out, height, width, in), and so do pictures.

    Pictures are laid out so before each pass; every layer after it then keeps the layout.
    """

    def apply(self, network: nn.Module, step: Step, device: torch.device) -> Applied:
        """The same network; its weights are as before.

        Raises:
            UnsupportedModel: it has no convolution over pictures.
        """
        if not any(parameter.ndim == 4 for parameter in network.parameters()):
            raise UnsupportedModel(
                "Channels last changes nothing here: this model has no convolution over pictures.",
                "Leave channels-last out of the variant.",
            )
        network.register_forward_pre_hook(_with_channels_last, with_kwargs=True)
        return Applied(network.to(memory_format=torch.channels_last))


def _with_channels_last(_: nn.Module, arguments: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, Any]:
    return tree_map(_laid_out, arguments), tree_map(_laid_out, named)


def _laid_out(value: Any) -> Any:
    is_pictures = isinstance(value, Tensor) and value.ndim == 4 and value.is_floating_point()
    return value.contiguous(memory_format=torch.channels_last) if is_pictures else value


RECIPES.register("channels-last")(ChannelsLast())
