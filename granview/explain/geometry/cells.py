"""Which token stands at which cell of an image."""

import math
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Cells:
    """A grid of cells over the whole model input, and the token of each.

    One token per cell; tokens without a cell (a class token, registers, padding) stand for no place.

    Attributes:
        batch: (rows, columns) int64, the token's batch, such as its window.
        index: (rows, columns) int64, its index within the batch.
    """

    batch: Integers
    index: Integers

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, columns)."""
        rows, columns = self.batch.shape
        return rows, columns

    def tokens_at(self, cells: Integers) -> tuple[Tensor, Tensor]:
        """Batch and index, each (n,) int64, of the tokens at cells (n,), counted in row order."""
        return torch.from_numpy(self.batch.ravel()[cells]), torch.from_numpy(self.index.ravel()[cells])

    def maps_of_all(self, weights: Tensor) -> Tensor:
        """Weights (batch, heads, tokens) over all tokens, laid out over the image: (heads, rows, columns).

        Tokens without a cell, such as those of padding, are left out.
        """
        batch, index = (torch.from_numpy(array).to(weights.device) for array in (self.batch, self.index))
        return weights.permute(1, 0, 2)[:, batch, index]

    def to_tokens(self, values: Tensor, batches: int, tokens: int) -> Tensor:
        """Values (rows, columns) at the cells' tokens: (batches, tokens); 0 at tokens without a cell."""
        laid = values.new_zeros((batches, tokens))
        batch, index = (torch.from_numpy(array).to(values.device) for array in (self.batch, self.index))
        laid[batch, index] = values
        return laid


def in_row_order(rows: int, columns: int, leading: int = 0) -> Cells:
    """Cells whose tokens follow each other row by row, after ``leading`` tokens that have none."""
    index = leading + np.arange(rows * columns, dtype=np.int64).reshape(rows, columns)
    return Cells(np.zeros_like(index), index)


def in_windows(rows: int, columns: int, window: int, shift: int) -> Cells:
    """Cells of shifted windows (Swin, arXiv:2103.14030): padded to whole windows, rolled up and left by ``shift``."""
    padded_rows, padded_columns = (math.ceil(side / window) * window for side in (rows, columns))
    r = (np.arange(rows) - shift) % padded_rows
    c = (np.arange(columns) - shift) % padded_columns
    batch = (r // window)[:, None] * (padded_columns // window) + (c // window)[None, :]
    index = (r % window)[:, None] * window + (c % window)[None, :]
    return Cells(batch.astype(np.int64), index.astype(np.int64))


def interleaved(rows: int, columns: int, step: int) -> Cells:
    """Cells that attend to those at the same place of every ``step`` x ``step`` patch (MobileViT, arXiv:2110.02178)."""
    r, c = np.arange(rows), np.arange(columns)
    batch = (r % step)[:, None] * step + (c % step)[None, :]
    index = (r // step)[:, None] * (columns // step) + (c // step)[None, :]
    return Cells(batch.astype(np.int64), index.astype(np.int64))
