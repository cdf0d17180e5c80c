"""Attention weights from queries and keys, which take memory linear in the number of tokens."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import torch
from torch import Tensor

from granview.explain.attention.bias import Bias
from granview.explain.attention.layer import All, LayerAttention, Queries


@dataclass
class FromQueries(LayerAttention):
    """Weights softmax(scaling · q kᵀ + bias), of which parts are computed when they are asked for.

    Grouped-query heads are served without repeating keys: query head h reads key head h // (heads / key heads).

    Attributes:
        query: (batch, heads, queries, d), in the network's number format.
        key: (batch, key heads, keys, d).
        scaling: Factor of the scores.
        bias: Masks and position biases.
        softcap: Where given, scores s become softcap · tanh(s / softcap) before the bias (Gemma 2, arXiv:2408.00118).
    """

    query: Tensor
    key: Tensor
    scaling: float
    bias: Bias
    softcap: float | None = None
    _log_sums: dict[int, Tensor] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        batch, heads, queries, _ = self.query.shape
        self.shape = (batch, heads, queries, self.key.shape[2])

    @property
    def device(self) -> torch.device:
        """Where queries and keys are."""
        return self.query.device

    def tensors(self) -> Iterator[Tensor]:
        """Queries, keys and biases."""
        yield from (self.query, self.key, *self.bias.tensors(), *self._log_sums.values())

    def block(self, batch: slice, queries: Queries = All) -> Tensor:
        """Weights of a run of batches; a query that may attend to nothing has zeros."""
        if isinstance(queries, Tensor):
            queries = queries.to(self.device)
        scores = self._scores(self.query[batch, :, queries], self.key[batch])
        if self.bias.tensors() or self.bias.causal:
            return softmax(self.bias.added(scores, batch, queries))
        return torch.softmax(scores, dim=-1)

    def columns_of(self, batch: int, keys: Tensor) -> Tensor:
        """Weights given to single keys; a batch's first call computes each row's sum once, which is then kept."""
        one = slice(batch, batch + 1)
        scores = self._scores(self.query[one], self.key[one][:, :, keys.to(self.device)])
        scores = self.bias.added_to_columns(scores, batch, keys)
        return torch.exp(scores - self._log_sum(batch)).nan_to_num(nan=0.0)[0].permute(2, 0, 1)

    def _log_sum(self, batch: int) -> Tensor:
        """Logarithm of each row's softmax denominator: (1, heads, queries, 1)."""
        if batch not in self._log_sums:
            parts = [self._log_sums_of(batch, queries) for b, queries in self.blocks() if b.start <= batch < b.stop]
            self._log_sums[batch] = torch.cat(parts, dim=2)
        return self._log_sums[batch]

    def _log_sums_of(self, batch: int, queries: slice) -> Tensor:
        one = slice(batch, batch + 1)
        scores = self.bias.added(self._scores(self.query[one, :, queries], self.key[one]), one, queries)
        return torch.logsumexp(scores, dim=-1, keepdim=True)

    def _scores(self, query: Tensor, key: Tensor) -> Tensor:
        """Scaled, capped products (batch, heads, queries, keys) float32."""
        batch, heads, queries, width = query.shape
        groups, keys = key.shape[1], key.shape[2]
        grouped = query.float().reshape(batch, groups, heads // groups * queries, width)
        scores = (grouped @ key.float().transpose(2, 3)).reshape(batch, heads, queries, keys) * self.scaling
        return scores if self.softcap is None else self.softcap * torch.tanh(scores / self.softcap)


def softmax(scores: Tensor) -> Tensor:
    """Softmax over the last dimension; rows that are -inf throughout become zeros, as fused kernels have it."""
    weights = torch.softmax(scores, dim=-1)
    return weights.nan_to_num_(nan=0.0)
