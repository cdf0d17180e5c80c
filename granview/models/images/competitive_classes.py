"""Which classes can be the highest anywhere after bilinear upsampling, told from the low-resolution logits alone.

A bilinearly interpolated value is a convex combination of the values at the corners of one cell of the low-resolution
grid. So within a cell a class stays at or below its own highest corner, and the winner stays at or above the floor:
the highest, over all classes, of a class's lowest corner. A class whose corners all lie below the floors of the cells
around them wins nowhere, and need not be upsampled.
"""

from typing import Final

import torch
from torch import Tensor
from torch.nn.functional import pad

_ROUNDING: Final = 16 * torch.finfo(torch.float32).eps
"""Relative error that interpolation in float32 may add to a value, generously."""


def competitive_classes(logits: Tensor) -> Tensor:
    """Indices of the classes that may win somewhere, ascending; ties, and rounding, are on the safe side.

    Args:
        logits: (classes, h, w) float32.

    Returns:
        (n,) int64 on the logits' device; all classes where a logit is not finite or the grid has no cells.
    """
    every = torch.arange(len(logits), device=logits.device)
    lowest, highest = torch.aminmax(logits)
    largest = float(torch.maximum(lowest.abs(), highest.abs()))
    if min(logits.shape[1:]) < 2 or not largest < float("inf"):
        return every
    reach = (logits - _floor_around(logits)).flatten(1).amax(1)
    return every[reach >= -_ROUNDING * largest]


def _floor_around(logits: Tensor) -> Tensor:
    """(h, w): the lowest floor of the cells that touch each grid point."""
    rows = torch.minimum(logits[:, 1:], logits[:, :-1])
    floors = torch.minimum(rows[:, :, 1:], rows[:, :, :-1]).amax(0)
    around = pad(floors, (1, 1, 1, 1), value=float("inf"))
    below = torch.minimum(around[1:], around[:-1])
    return torch.minimum(below[:, 1:], below[:, :-1])
