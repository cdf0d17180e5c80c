"""Drawing samples anew, with replacement, and what they add up to."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import ShapeError
from granview.core.unit import Statistics

CELLS_AT_ONCE: Final = 2_000_000


def resamples(size: int, n: int, seed: int, cells_at_once: int = CELLS_AT_ONCE) -> Iterator[NDArray[np.float64]]:
    """How often each sample is drawn, in blocks of resamples: (block, size) float64, rows sum to ``size``.

    Args:
        size: How many samples there are.
        n: How many resamples are drawn in all.
        seed: The same seed draws the same, however large the blocks are.
        cells_at_once: Numbers that a block holds at most, but for one resample.
    """
    generator = np.random.default_rng(seed)
    block = max(1, cells_at_once // size)
    for start in range(0, n, block):
        rows = min(block, n - start)
        drawn = generator.integers(0, size, (rows, size)) + np.arange(rows)[:, None] * size
        yield np.bincount(drawn.ravel(), minlength=rows * size).reshape(rows, size).astype(np.float64)


class StackedStatistics:
    """Statistics of many samples as one matrix, so that a weighted sum of them is one product."""

    def __init__(self, parts: Sequence[Statistics]) -> None:
        self._shapes = {name: array.shape for name, array in parts[0].items()}
        for part in parts:
            for name, shape in self._shapes.items():
                if part[name].shape != shape:
                    raise ShapeError(f"Statistic '{name}'", str(shape), part[name].shape)
        self._matrix = np.stack([np.concatenate([part[name].ravel() for name in self._shapes]) for part in parts])

    def weighted(self, weights: NDArray[np.float64]) -> Iterator[dict[str, NDArray[Any]]]:
        """The sum of all samples for each row of weights (rows, samples)."""
        for row in weights @ self._matrix:
            yield self._unstacked(row)

    def _unstacked(self, row: NDArray[np.float64]) -> dict[str, NDArray[Any]]:
        arrays: dict[str, NDArray[Any]] = {}
        start = 0
        for name, shape in self._shapes.items():
            size = int(np.prod(shape))
            arrays[name] = row[start : start + size].reshape(shape)
            start += size
        return arrays
