"""The lanes worth having: no other is both cheaper and better."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from granview.core.errors import ShapeError


def pareto_front(cost: ArrayLike, quality: ArrayLike) -> NDArray[np.intp]:
    """Indices of the lanes on the cost–quality front, the cheapest first.

    A lane is on the front when no other costs at most as much and is at least as good, with one of the two strictly.
    Equal lanes stand or fall together. Lanes without a cost or a quality (NaN or infinite) are not on
    it.

    Args:
        cost: (lanes,) lower is better.
        quality: (lanes,) higher is better.

    Raises:
        ShapeError: cost and quality differ in shape, or are not one-dimensional.
    """
    costs, qualities = np.asarray(cost, dtype=np.float64), np.asarray(quality, dtype=np.float64)
    if costs.shape != qualities.shape or costs.ndim != 1:
        raise ShapeError("Quality", f"{costs.shape} as the cost", qualities.shape)
    known = np.flatnonzero(np.isfinite(costs) & np.isfinite(qualities))
    c, q = costs[known], qualities[known]
    no_worse = (c[:, None] <= c) & (q[:, None] >= q)
    better = (c[:, None] < c) | (q[:, None] > q)
    front = known[~(no_worse & better).any(axis=0)]
    return front[np.lexsort((-qualities[front], costs[front]))]
