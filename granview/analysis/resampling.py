"""Drawing samples anew, with replacement, and what they add up to."""

import math
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.analysis.bootstrap_interval import Reals

FEW: Final = 400
"""Up to so many samples are drawn in resamples of just that size; of more, each is drawn as often as chance has it."""

_DRAWS_AT_ONCE: Final = 500_000

_WORDS: Final = 65_536

_NARROW: Final = 8


def resampled_sums(columns: Reals, n: int, seed: int) -> NDArray[np.float64]:
    """What the rows of samples drawn anew add up to: (n, k) float64, from sums in single precision.

    Args:
        columns: (samples, k) of numbers whose sums are near 1 or near the number of samples.
        n: Number of resamples.
        seed: The same seed draws the same.
    """
    numbers = np.ascontiguousarray(columns.T, dtype=np.float32)
    sums = [_summed(weights, numbers) for weights in drawn_weights(len(columns), n, seed)] if len(columns) else []
    return np.concatenate([np.empty((0, columns.shape[1]), np.float32), *sums]).astype(np.float64)


def _summed(weights: NDArray[np.float32], numbers: NDArray[np.float32]) -> NDArray[np.float32]:
    """(block, k) of weights (block, samples) and numbers (k, samples).

    Few are summed one by one: a product of matrices so narrow gains nothing by the threads that it is given, and loses
    much where these wait for each other, because other processes have the cores.
    """
    if len(numbers) > _NARROW:
        return weights @ numbers.T
    return np.stack([np.einsum("ij,j->i", weights, row) for row in numbers], axis=1)


def drawn_weights(size: int, n: int, seed: int) -> Iterator[NDArray[np.float32]]:
    """How often each sample is drawn, in blocks of resamples: (block, size) float32.

    Each row of up to ``FEW`` samples adds up to their number. Of more samples, each is drawn as often as Poisson's
    distribution with mean 1 has it (Hanley and MacGibbon, "Creating Non-Parametric Bootstrap Samples Using Poisson
    Frequencies", Computer Methods and Programs in Biomedicine 83(1), 2006), so that a row adds up to their number but
    for its root: what is made of it must be a ratio. That is several times as fast, since nothing is scattered in
    memory.
    """
    generator = np.random.Generator(np.random.SFC64(seed))
    draw = _multinomial if size <= FEW else _poisson
    block = max(1, _DRAWS_AT_ONCE // size)
    for start in range(0, n, block):
        yield draw(generator, min(block, n - start), size)


def _multinomial(generator: "np.random.Generator", rows: int, size: int) -> NDArray[np.float32]:
    drawn = generator.integers(0, size, (rows, size)) + np.arange(rows)[:, None] * size
    return np.bincount(drawn.ravel(), minlength=rows * size).reshape(rows, size).astype(np.float32)


def _poisson(generator: "np.random.Generator", rows: int, size: int) -> NDArray[np.float32]:
    words = generator.bit_generator.random_raw(-(-rows * size // 4)).view(np.uint16)[: rows * size]
    return _TIMES.take(words, mode="wrap").reshape(rows, size)


def _poisson_times() -> NDArray[np.float32]:
    """By a word of 16 random bits, how often a sample is drawn: the quantiles of Poisson's distribution, mean 1."""
    below = np.cumsum([math.exp(-1) / math.factorial(times) for times in range(10)])
    return np.searchsorted(below, (np.arange(_WORDS) + 0.5) / _WORDS).astype(np.float32)


_TIMES: Final = _poisson_times()
