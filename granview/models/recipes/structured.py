"""The weakest channels are zero."""

from collections.abc import Iterator, Sequence
from typing import Final

import torch
from torch import nn
from torch.nn.utils import prune

from granview.core.errors import UnsupportedModel
from granview.core.variant import Step
from granview.models.layer_weights import LEAST_PRUNED, LayerWeight, covering
from granview.models.pruning import factors, make_permanent, sparsity, sparsity_of
from granview.models.recipe import RECIPES, Applied, Recipe

_SAYING: Final = ("logits", "score", "classifier", "bbox", "predict", "lm_head", "qa_outputs", "cls")
"""Words in the names of layers whose channels are what a model says: classes, boxes, tokens."""


class ChannelPruning(Recipe):
    """In each layer by itself, ``torch.nn.utils.prune.ln_structured`` by the L2 norm of output channels.

    After Li et al., "Pruning Filters for Efficient ConvNets" (ICLR 2017), but channels are not taken out: which layers
    read them cannot be told for every network. Biases stay. Layers whose channels are the model's own classes, boxes or
    tokens are left whole, and so are recurrent ones, whose gates share an axis.
    """

    def apply(self, network: nn.Module, step: Step, device: torch.device) -> Applied:
        """The same network with zeros.

        Raises:
            UnsupportedModel: too small a share of its weights can be pruned so.
        """
        candidates = [each for each in factors(network) if not isinstance(each.module, nn.RNNBase)]
        kept = set(map(id, _last(network, candidates)))
        pruned = [each for each in candidates if id(each) not in kept and each.weight.shape[each.axis] > 1]
        covered = covering(network, pruned, step.traits.title, LEAST_PRUNED)
        for each in pruned:
            prune.ln_structured(each.module, each.tensor_name, step.amount, n=2, dim=each.axis)  # type: ignore[no-untyped-call]
        make_permanent(pruned)
        whole = sparsity(network)
        if not sparsity_of(pruned):
            raise UnsupportedModel(
                f"{step.traits.title} changes nothing here: {step.amount:.0%} of so few channels is none.",
                "Choose a larger share.",
            )
        words = (
            f"{sparsity_of(pruned):.1%} of the weights of {len(pruned)} layers are zero, {whole:.1%} of all weights; "
            f"{len(candidates) - len(pruned)} layers were left whole. Channels stay where they are: the network is "
            "neither faster nor smaller for it."
        )
        return Applied(network, covered, whole, (words,))


def _last(network: nn.Module, candidates: Sequence[LayerWeight]) -> Iterator[LayerWeight]:
    """Layers that say something: the last one of each part of the network, and those that are named so."""
    by_part = {each.layer.partition(".")[0]: each for each in candidates}
    yield from by_part.values()
    for each in candidates:
        if any(word in each.layer.rpartition(".")[2] for word in _SAYING):
            yield each


RECIPES.register("structured")(ChannelPruning())
