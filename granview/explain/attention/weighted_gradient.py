"""Attention times its gradient, in parts."""

from dataclasses import dataclass

import torch
from torch import Tensor

from granview.explain.attention.layer import LayerAttention, Queries


@dataclass(frozen=True)
class WeightedGradient:
    """Attention weights A of one call and the gradient of a score with respect to them.

    Where the call's output is O = A V, that gradient is dO Vᵀ: with queries, keys, values and dO kept, any part of
    both is computed when it is needed, and memory is linear in the number of tokens.

    Attributes:
        layer: The weights.
        gradient: dO (batch, queries, heads, d); or the weights' own gradient (batch, heads, queries, keys), without
            ``value``.
        value: V (batch, key heads, keys, d).
    """

    layer: LayerAttention
    gradient: Tensor
    value: Tensor | None = None

    def positive_sum(self, weights: Tensor) -> Tensor:
        """The weighted sum of rows of the mean over heads of (dA ⊙ A)⁺: (batch, keys) float32.

        Args:
            weights: (batch, queries) float32; queries of weight 0 cost nothing.
        """
        batches, _, _, keys = self.layer.shape
        weights = weights.to(self.layer.device, torch.float32)
        total = torch.zeros((batches, keys), dtype=torch.float32, device=self.layer.device)
        for batch, queries in self.layer.blocks_of(weights):
            positive = (self.layer.block(batch, queries) * self._gradient(batch, queries)).clamp(min=0).mean(dim=1)
            total[batch] += (weights[batch, queries][:, None] @ positive).squeeze(1)
        return total

    def reads(self) -> Tensor:
        """Which queries' outputs the score depends on: (batch, queries) bool."""
        return (self.gradient != 0).flatten(2).any(dim=2) if self.value is not None else self._rows_read()

    def _rows_read(self) -> Tensor:
        return (self.gradient != 0).any(dim=3).any(dim=1)

    def _gradient(self, batch: slice, queries: Queries) -> Tensor:
        if self.value is None:
            return self.gradient[batch, :, queries].float()
        output = self.gradient[batch, queries].float().transpose(1, 2)
        value = self.value[batch].float()
        length, heads, count, width = output.shape
        groups, keys = value.shape[1], value.shape[2]
        grouped = output.reshape(length, groups, heads // groups * count, width)
        return (grouped @ value.transpose(2, 3)).reshape(length, heads, count, keys)
