"""What is added to attention scores before their softmax: masks and position biases, read in parts."""

from dataclasses import dataclass

import torch
from torch import Tensor

from granview.explain.attention.layer import All, Queries


@dataclass(frozen=True)
class Bias:
    """A mask and a position bias that together say who may attend to whom, and how much more or less.

    Attributes:
        mask: Boolean (True may attend) or additive, of a shape that broadcasts to (batch, heads, queries, keys).
        position: Additive, of such a shape.
        causal: Whether, besides, query i attends only to keys up to i.
    """

    mask: Tensor | None = None
    position: Tensor | None = None
    causal: bool = False

    def added(self, scores: Tensor, batch: slice, queries: Queries) -> Tensor:
        """Scores (batches, heads, queries, keys) float32 of these batches and queries, with the bias."""
        return self._masked(scores, batch, queries, All)

    def added_to_columns(self, scores: Tensor, batch: int, keys: Tensor) -> Tensor:
        """Scores (1, heads, queries, n) float32 of n keys of one batch, with the bias."""
        return self._masked(scores, slice(batch, batch + 1), All, keys.to(scores.device))

    def tensors(self) -> tuple[Tensor, ...]:
        """What it holds."""
        return tuple(tensor for tensor in (self.mask, self.position) if tensor is not None)

    def _masked(self, scores: Tensor, batch: slice, queries: Queries, keys: slice | Tensor) -> Tensor:
        if self.position is not None:
            scores = scores + part(self.position, batch, queries, keys)
        if self.mask is not None:
            mask = part(self.mask, batch, queries, keys)
            scores = scores.masked_fill(~mask, -torch.inf) if mask.dtype == torch.bool else scores + mask
        if self.causal:
            scores = scores.masked_fill(_later(scores, queries, keys), -torch.inf)
        return scores


def part(whole: Tensor, batch: slice, queries: Queries, keys: slice | Tensor) -> Tensor:
    """A part of a tensor that broadcasts to (batch, heads, queries, keys); dimensions of length 1 stay."""
    while whole.ndim < 4:
        whole = whole.unsqueeze(0)
    whole = whole if whole.shape[0] == 1 else whole[batch]
    whole = whole if whole.shape[2] == 1 else whole[:, :, queries]
    return whole if whole.shape[3] == 1 else whole[:, :, :, keys]


def _later(scores: Tensor, queries: Queries, keys: slice | Tensor) -> Tensor:
    """(queries, keys) bool: whether the key comes after the query."""
    return _positions(keys, scores.shape[3], scores)[None, :] > _positions(queries, scores.shape[2], scores)[:, None]


def _positions(chosen: slice | Tensor, count: int, like: Tensor) -> Tensor:
    if isinstance(chosen, Tensor):
        return chosen.to(like.device)
    start = chosen.start or 0
    return torch.arange(start, start + count, device=like.device)
