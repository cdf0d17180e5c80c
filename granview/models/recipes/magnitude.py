"""The smallest weights are zero."""

import torch
from torch import nn
from torch.nn.utils import prune

from granview.core.variant import Step
from granview.models.layer_weights import LEAST_PRUNED, covering
from granview.models.pruning import factors, make_permanent, sparsity, sparsity_of
from granview.models.recipe import RECIPES, Applied, Recipe


class MagnitudePruning(Recipe):
    """Unstructured, by one threshold for all layers: ``torch.nn.utils.prune.global_unstructured`` by L1.

    One threshold for the whole network keeps more of its quality at the same share than one for each layer (Blalock et
    al., "What is the State of Neural Network Pruning?", MLSys 2020, section 3).
    """

    def apply(self, network: nn.Module, step: Step, device: torch.device) -> Applied:
        """The same network with zeros.

        Raises:
            UnsupportedModel: too small a share of its weights are factors.
        """
        pruned = factors(network)
        covered = covering(network, pruned, step.traits.title, LEAST_PRUNED)
        places = [(each.module, each.tensor_name) for each in pruned]
        prune.global_unstructured(places, prune.L1Unstructured, amount=step.amount)
        make_permanent(pruned)
        whole = sparsity(network)
        words = (
            f"{sparsity_of(pruned):.1%} of the weights of {len(pruned)} layers are zero, {whole:.1%} of all weights. "
            "The network stays dense: it is neither faster nor smaller for it."
        )
        return Applied(network, covered, whole, (words,))


RECIPES.register("magnitude")(MagnitudePruning())
