"""Labels through a table, in blocks of rows: temporary arrays stay small, and other threads get their turn."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

_BLOCK_PX = 1 << 20

Labels = NDArray[np.unsignedinteger[Any]]


def blocks(shape: tuple[int, ...]) -> Iterator[slice]:
    """Slices of rows that cover an (H, W) array, about a million px each."""
    step = max(_BLOCK_PX // max(shape[1], 1), 1)
    return (slice(top, top + step) for top in range(0, shape[0], step))


def count(labels: Labels) -> NDArray[np.int64]:
    """How often every value of uint8 or uint16 labels occurs: (256,) or (65536,) int64."""
    counts = np.zeros(np.iinfo(labels.dtype).max + 1, np.int64)
    for rows in blocks(labels.shape):
        counts += np.bincount(labels[rows].ravel(), minlength=len(counts))
    return counts


def mapped_by(labels: Labels, table: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """``table[labels]`` for (H, W) labels; the table must reach every value that the labels' dtype can hold."""
    found = np.empty(labels.shape, np.uint8)
    for rows in blocks(labels.shape):
        np.take(table, labels[rows], out=found[rows], mode="clip")
    return found
