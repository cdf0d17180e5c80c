"""Two of each four weights are zero, as GPUs can skip them."""

from typing import Final

import torch
from torch import Tensor, nn
from torch.sparse import to_sparse_semi_structured

from granview.core.errors import UnsupportedModel
from granview.core.variant import Step
from granview.models.layer_weights import LEAST_PRUNED, covering
from granview.models.pruning import factors, sparsity, sparsity_of
from granview.models.recipe import RECIPES, Applied, Recipe

_ROWS: Final = 32
_COLUMNS: Final = 64


class TwoOfFour(Recipe):
    """Linear layers, by magnitude in each row's groups of four; then ``torch.sparse.to_sparse_semi_structured``.

    After Mishra et al., "Accelerating Sparse Deep Neural Networks" (2021), without the training that follows there.
    """

    def apply(self, network: nn.Module, step: Step, device: torch.device) -> Applied:
        """The same network with sparse weights.

        Raises:
            UnsupportedModel: too small a share of its weights are of linear layers whose sides fit.
        """
        pruned = [each for each in factors(network) if isinstance(each.module, nn.Linear) and _fits(each.weight)]
        covered = covering(network, pruned, step.traits.title, LEAST_PRUNED)
        for each in pruned:
            each.weight.copy_(two_of_four(each.weight))
        share, whole = sparsity_of(pruned), sparsity(network)
        for each in pruned:
            _make_sparse(each.module)
        words = f"{share:.1%} of the weights of {len(pruned)} linear layers are zero, {whole:.1%} of all weights."
        return Applied(network, covered, whole, (words,))


def two_of_four(weight: Tensor) -> Tensor:
    """A matrix (rows, columns) whose two smallest of each four neighbours in a row are zero."""
    groups = weight.reshape(-1, 4)
    smallest = groups.abs().argsort(stable=True, dim=1)[:, :2]
    return groups.scatter(1, smallest, 0.0).reshape(weight.shape)


def _fits(weight: Tensor) -> bool:
    return weight.shape[0] % _ROWS == 0 and weight.shape[1] % _COLUMNS == 0


def _make_sparse(module: nn.Module) -> None:
    weight = module.get_parameter("weight")
    try:
        module.register_parameter("weight", nn.Parameter(to_sparse_semi_structured(weight), requires_grad=False))
    except RuntimeError as error:
        raise UnsupportedModel(
            f"This GPU cannot compute with 2:4 sparsity: {error}.", "Choose another variant, or another device."
        ) from error


RECIPES.register("2:4")(TwoOfFour())
