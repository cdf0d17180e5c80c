"""The attention weights of one layer, of which any part can be computed."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Final

import torch
from torch import Tensor

BLOCK_BYTES: Final = {"cpu": 8 << 20, "cuda": 256 << 20}
"""Weights that are computed at a time, in bytes of float32, by kind of device: on a CPU as many as its cache holds."""

All: Final = slice(None)
Queries = slice | Tensor
"""A run of queries, or single ones (n,) int64."""


class LayerAttention(ABC):
    """Attention weights (batch, heads, queries, keys) of one call, each row a softmax over its keys.

    Everything is computed in float32 on the layer's device, in blocks of queries, so that memory beside what is kept
    stays near ``BLOCK_BYTES``.

    Attributes:
        shape: (batch, heads, queries, keys).
    """

    shape: tuple[int, int, int, int]

    @property
    @abstractmethod
    def device(self) -> torch.device:
        """Where the weights are computed."""

    @abstractmethod
    def tensors(self) -> Iterator[Tensor]:
        """What is kept in memory, for counting."""

    @abstractmethod
    def block(self, batch: slice, queries: Queries = All) -> Tensor:
        """Weights (batches, heads, queries, keys) float32 of a run of batches, for some queries or all."""

    @abstractmethod
    def columns_of(self, batch: int, keys: Tensor) -> Tensor:
        """Weights (n, heads, queries) float32 that every query gives to the keys (n,) int64 of one batch."""

    def rows(self, batch: Tensor, queries: Tensor) -> Tensor:
        """Weights (n, heads, keys) float32 of single queries, each named by batch and index, both (n,) int64."""
        out = torch.empty((len(queries), self.shape[1], self.shape[3]), dtype=torch.float32, device=self.device)
        for b in sorted(set(batch.tolist())):
            chosen = batch == b
            out[chosen.to(self.device)] = self.block(slice(b, b + 1), queries[chosen])[0].transpose(0, 1)
        return out

    def columns(self, batch: Tensor, keys: Tensor) -> Tensor:
        """Weights (n, heads, queries) float32 given to single keys, each named by its batch and index, (n,) int64."""
        out = torch.empty((len(keys), self.shape[1], self.shape[2]), dtype=torch.float32, device=self.device)
        for b in sorted(set(batch.tolist())):
            chosen = batch == b
            out[chosen.to(self.device)] = self.columns_of(b, keys[chosen])
        return out

    def weighted_sum(self, weights: Tensor) -> Tensor:
        """The sum of rows, each times its query's weight: what attention passes on from the queries to the keys.

        Args:
            weights: (batch, queries) float32; queries of weight 0 cost nothing.

        Returns:
            (batch, heads, keys) float32.
        """
        weights = weights.to(self.device, torch.float32)
        total = torch.zeros((self.shape[0], self.shape[1], self.shape[3]), dtype=torch.float32, device=self.device)
        for batch, queries in self.blocks_of(weights):
            part = weights[batch, queries][:, None, None]
            total[batch] += (part @ self.block(batch, queries)).squeeze(2)
        return total

    def weighted_mean(self, weights: Tensor) -> Tensor:
        """What attention collects for each query from the keys: the sum over keys of weight and attention.

        Args:
            weights: (batch, keys) float32.

        Returns:
            (batch, heads, queries) float32.
        """
        weights = weights.to(self.device, torch.float32)
        total = torch.zeros((self.shape[0], self.shape[1], self.shape[2]), dtype=torch.float32, device=self.device)
        for batch, queries in self.blocks():
            total[batch, :, queries] = (self.block(batch, queries) @ weights[batch, None, :, None]).squeeze(3)
        return total

    def mass(self) -> Tensor:
        """What each key gets from a query on average: (batch, heads, keys) float32, sums to 1 over keys."""
        batch, _, queries, _ = self.shape
        return self.weighted_sum(torch.full((batch, queries), 1 / queries))

    def blocks(self) -> Iterator[tuple[slice, slice]]:
        """Runs of batches and queries that cover all, each of about ``BLOCK_BYTES``, in order."""
        batch, _, queries, _ = self.shape
        step = min(queries, self._queries_per_block)
        stride = max(1, self._queries_per_block // queries) if step == queries else 1
        for b in range(0, batch, stride):
            for q in range(0, queries, step):
                yield slice(b, min(b + stride, batch)), slice(q, min(q + step, queries))

    @property
    def _queries_per_block(self) -> int:
        _, heads, _, keys = self.shape
        return max(1, BLOCK_BYTES.get(self.device.type, BLOCK_BYTES["cuda"]) // (4 * heads * keys))

    def blocks_of(self, weights: Tensor) -> Iterator[tuple[slice, Queries]]:
        """Blocks that cover every query of a weight other than 0: single queries where most have none."""
        present = weights != 0
        if present.float().mean() > 0.5:
            yield from self.blocks()
            return
        for b in present.any(dim=1).nonzero().flatten().tolist():
            for queries in torch.split(present[b].nonzero().flatten(), self._queries_per_block):
                yield slice(b, b + 1), queries
