"""Pictures with their channels last in memory."""

import torch
from torch import nn

from granview.core.errors import UnsupportedModel
from granview.core.variant import Step
from granview.models.recipe import RECIPES, Applied, Recipe


class ChannelsLast(Recipe):
    """Weights of convolutions (out, in, height, width) lie in memory as (out, height, width, in)."""

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
        return Applied(network.to(memory_format=torch.channels_last))


RECIPES.register("channels-last")(ChannelsLast())
