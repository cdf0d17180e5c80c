"""Drawing samples anew, with replacement, and what they add up to."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import ShapeError
from granview.core.unit import Statistics, is_listed

CELLS_AT_ONCE: Final = 2_000_000

LISTED_ROWS: Final = 12_000_000
"""So many rows of lists are drawn in all resamples together, if that makes ``FEWEST`` of them."""

FEWEST: Final = 200
"""Resamples of long lists: as many as leave five beyond each end of a 95 % interval."""


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


def resamples_within_reach(n: int, n_rows: int) -> int:
    """How many of n resamples are drawn of statistics whose lists have so many rows, at least ``FEWEST``.

    Whatever is listed is ranked anew in each: 2000 times 150,000 detections would take half an hour. The number depends
    on the length of the lists alone, so that the same samples always give the same interval.
    """
    return max(min(n, FEWEST), min(n, LISTED_ROWS // max(1, n_rows)))


class StackedStatistics:
    """Statistics of many samples, so laid out that a weighted sum of them is one product.

    Rows of listed statistics are repeated as often as their sample is drawn.

    Attributes:
        n_listed: Rows of the longest list.
    """

    def __init__(self, parts: Sequence[Statistics]) -> None:
        self._shapes = {name: array.shape for name, array in parts[0].items() if not is_listed(name)}
        for part in parts:
            for name, shape in self._shapes.items():
                if part[name].shape != shape:
                    raise ShapeError(f"Statistic '{name}'", str(shape), part[name].shape)
        self._matrix = np.stack(
            [np.concatenate([_EMPTY, *(part[name].ravel() for name in self._shapes)]) for part in parts]
        )
        lists = {name: [part[name] for part in parts] for name in parts[0] if is_listed(name)}
        self._joined = {name: np.concatenate(rows) for name, rows in lists.items()}
        self._lengths = {name: [len(each) for each in rows] for name, rows in lists.items()}
        self.n_listed = max(map(len, self._joined.values()), default=0)

    def weighted(self, weights: NDArray[np.float64]) -> Iterator[dict[str, NDArray[Any]]]:
        """The sum of all samples for each row of weights (rows, samples); of listed statistics, whole numbers."""
        for row, drawn in zip(weights @ self._matrix, weights, strict=True):
            yield {**self._unstacked(row), **self._repeated(drawn)}

    def _repeated(self, drawn: NDArray[np.float64]) -> dict[str, NDArray[Any]]:
        times = drawn.astype(np.int64)
        return {
            name: np.repeat(rows, np.repeat(times, self._lengths[name]), axis=0) for name, rows in self._joined.items()
        }

    def _unstacked(self, row: NDArray[np.float64]) -> dict[str, NDArray[Any]]:
        arrays: dict[str, NDArray[Any]] = {}
        start = 0
        for name, shape in self._shapes.items():
            size = int(np.prod(shape))
            arrays[name] = row[start : start + size].reshape(shape)
            start += size
        return arrays


_EMPTY: Final = np.empty(0)
