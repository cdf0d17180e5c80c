"""Whether two orders agree, whatever the scales."""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def rank_correlation(one: NDArray[Any], other: NDArray[Any]) -> float | None:
    """Spearman's rank correlation; equal values share the mean of their ranks.

    Args:
        one: (n,) numbers.
        other: (n,) numbers.

    Returns:
        -1 to 1; None where there are fewer than two, or all of one are equal.
    """
    ranks = [_ranks(values) for values in (one, other)]
    apart = [each - each.mean() for each in ranks if len(each)]
    if len(apart) < 2:
        return None
    spread = float(np.sqrt((apart[0] @ apart[0]) * (apart[1] @ apart[1])))
    return float(np.clip((apart[0] @ apart[1]) / spread, -1, 1)) if spread else None


def _ranks(values: NDArray[Any]) -> NDArray[np.float64]:
    _, place, n = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(n)
    ranks: NDArray[np.float64] = (last - (n - 1) / 2)[place]
    return ranks
