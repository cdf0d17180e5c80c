"""Which samples to look at first: those on which the lanes differ most."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from granview.core.errors import ShapeError


def score_spread(scores: ArrayLike) -> NDArray[np.float64]:
    """How far the lanes' scores of each sample lie apart, the best less the worst: (samples,) float64.

    Args:
        scores: (samples, lanes) values of one metric; NaN where a lane has none.

    Returns:
        NaN for samples that fewer than two lanes have a score of.

    Raises:
        ShapeError: the scores are not two-dimensional.
    """
    table = np.asarray(scores, dtype=np.float64)
    if table.ndim != 2:
        raise ShapeError("Scores", "(samples, lanes)", table.shape)
    known = ~np.isnan(table)
    best = np.where(known, table, -np.inf).max(axis=1, initial=-np.inf)
    worst = np.where(known, table, np.inf).min(axis=1, initial=np.inf)
    enough = known.sum(axis=1) >= 2
    spread = np.full(len(table), np.nan)
    spread[enough] = best[enough] - worst[enough]
    return spread


def rank_by_disagreement(disagreement: ArrayLike) -> NDArray[np.intp]:
    """Sample indices, the most disagreement first; equal ones keep their order, unknown ones (NaN) come last.

    Args:
        disagreement: (samples,) from ``score_spread``, or the share of pixels on which lanes differ.
    """
    values = np.asarray(disagreement, dtype=np.float64)
    return np.argsort(np.where(np.isnan(values), np.inf, -values), kind="stable")
