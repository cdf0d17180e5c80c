"""Attention weights that a network has computed itself."""

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from granview.explain.attention.layer import All, LayerAttention, Queries


@dataclass
class FromWeights(LayerAttention):
    """Weights as a network without a fused kernel computes them: memory grows with the square of the tokens.

    Attributes:
        whole: (batch, heads, queries, keys), in the network's number format.
    """

    whole: Tensor

    def __post_init__(self) -> None:
        batch, heads, queries, keys = self.whole.shape
        self.shape = (batch, heads, queries, keys)

    @property
    def device(self) -> torch.device:
        """Where the weights are."""
        return self.whole.device

    def tensors(self) -> Iterator[Tensor]:
        """The weights."""
        yield self.whole

    def block(self, batch: slice, queries: Queries = All) -> Tensor:
        """Weights of a run of batches."""
        if isinstance(queries, Tensor):
            queries = queries.to(self.device)
        return self.whole[batch, :, queries].float()

    def columns_of(self, batch: int, keys: Tensor) -> Tensor:
        """Weights given to single keys of one batch."""
        return self.whole[batch][:, :, keys.to(self.device)].float().permute(2, 0, 1)
