"""Measures of maps and of weights over tokens: how wide, how far, how much inside, how alike.

Weights are what attention gives: not negative. Measures that need a distribution divide by the sum first, and are None
where that is 0 or a value is negative. Signed maps (gradients) have similarities only.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import ArgumentError, ShapeError

Values = NDArray[np.floating[Any]]
Floats = NDArray[np.float64]
Positions = NDArray[np.floating[Any]]


def entropy_nats(weights: Values) -> float | None:
    """Shannon entropy −Σ p ln p of weights of any shape, in nats: 0 for one peak, ln n for n equal weights."""
    p = _distribution(weights)
    if p is None:
        return None
    positive = p[p > 0]
    return max(0.0, float(-(positive * np.log(positive)).sum()))


def normalised_entropy(weights: Values) -> float | None:
    """Entropy over that of equal weights, 0 to 1, so that grids of different size compare; None for a single weight."""
    entropy = entropy_nats(weights)
    return None if entropy is None or weights.size < 2 else entropy / float(np.log(weights.size))


def mean_distance(weights: Values, keys_xy: Positions, queries_xy: Positions) -> float | None:
    """Mean distance from queries to what they attend to, each weighted by its attention (Dosovitskiy et al. 2021).

    Args:
        weights: (n, m), attention of n queries to m keys; each row is divided by its sum.
        keys_xy: (m, 2) positions of the keys, in pixels; (m, 1) for tokens of a text, in tokens.
        queries_xy: (n, 2) or (n, 1), positions of the queries.

    Returns:
        In the positions' unit; None where a row has no weight.
    """
    if weights.shape != (len(queries_xy), len(keys_xy)):
        raise ShapeError("Attention weights", f"({len(queries_xy)}, {len(keys_xy)})", weights.shape)
    sums = weights.sum(axis=1, dtype=np.float64)
    if not len(sums) or (sums <= 0).any():
        return None
    distances = np.linalg.norm(queries_xy[:, None] - keys_xy[None], axis=2)
    return float(((weights * distances).sum(axis=1) / sums).mean())


def share_inside(weights: Values, covered: Values) -> float | None:
    """Share of the weight that lies inside a region, 0 to 1: Σ w c / Σ w.

    Args:
        weights: Of any shape.
        covered: Of the same shape, how much of each cell or token the region covers, 0 to 1; a cell's weight counts as
            spread evenly over it.
    """
    if weights.shape != covered.shape:
        raise ShapeError("The cover of a region", str(weights.shape), covered.shape)
    p = _distribution(weights)
    return None if p is None else float((p * covered).sum())


def points_inside(weights: Values, covered: Values) -> bool | None:
    """The pointing game (Zhang et al. 2018): whether the largest weight lies in the region.

    The largest cell counts as inside where the region covers at least half of it; of several equally large ones, the
    first in row order decides. The original's tolerance of 15 pixels is not applied. None where all weights are equal.

    Args:
        weights: Of any shape.
        covered: Of the same shape, how much of each cell the region covers, 0 to 1.
    """
    if weights.shape != covered.shape:
        raise ShapeError("The cover of a region", str(weights.shape), covered.shape)
    if not weights.size or weights.max() == weights.min():
        return None
    return bool(covered.ravel()[int(weights.argmax())] >= 0.5)


def pearson(left: Values, right: Values) -> float | None:
    """Pearson's correlation of two maps of one shape, −1 to 1; None where one is constant."""
    a, b = _pair(left, right)
    return _cosine(a - a.mean(), b - b.mean())


def cosine(left: Values, right: Values) -> float | None:
    """Cosine of the angle between two maps of one shape, −1 to 1; None where one is 0 throughout."""
    return _cosine(*_pair(left, right))


def jensen_shannon(left: Values, right: Values) -> float | None:
    """Jensen–Shannon divergence of two maps of one shape (Lin 1991), in nats: 0 for equal ones, ln 2 for disjoint ones.

    Each map is divided by its sum; None where one has a negative value or no weight.
    """
    _pair(left, right)
    p, q = _distribution(left), _distribution(right)
    if p is None or q is None:
        return None
    middle = (p + q) / 2
    return max(0.0, (_divergence(p, middle) + _divergence(q, middle)) / 2)


def on_grid(values: Values, size: tuple[int, int]) -> Floats:
    """A map (rows, columns) on another grid (height, width), bilinear between cell centres: the maps' common grid.

    The edges' values go on to the edge, as in OpenCV's and torch's bilinear resizing.
    """
    if values.ndim != 2:
        raise ShapeError("A map", "(rows, columns)", values.shape)
    if min(size) < 1:
        raise ArgumentError(f"A grid of {size} cells has none.")
    if values.shape == size:
        return values.astype(np.float64)
    down, across = (_between(new, old) for new, old in zip(size, values.shape, strict=True))
    return np.asarray(down @ values.astype(np.float64) @ across.T)


def similarity(left: Values, right: Values) -> dict[str, float]:
    """Pearson, cosine and Jensen–Shannon of two maps, on the finer one's grid; undefined ones are left out."""
    size = (max(left.shape[0], right.shape[0]), max(left.shape[1], right.shape[1]))
    a, b = on_grid(left, size), on_grid(right, size)
    measured = {"pearson": pearson(a, b), "cosine": cosine(a, b), "jensen_shannon": jensen_shannon(a, b)}
    return {name: value for name, value in measured.items() if value is not None}


def _distribution(weights: Values) -> Floats | None:
    whole = weights.astype(np.float64, copy=False)
    total = whole.sum()
    return None if not whole.size or not np.isfinite(total) or total <= 0 or whole.min() < 0 else whole / total


def _pair(left: Values, right: Values) -> tuple[Floats, Floats]:
    if left.shape != right.shape:
        raise ShapeError("A map", f"{left.shape} as the other", right.shape)
    return left.astype(np.float64, copy=False).ravel(), right.astype(np.float64, copy=False).ravel()


def _cosine(a: Floats, b: Floats) -> float | None:
    scale = float(np.linalg.norm(a) * np.linalg.norm(b))
    return None if scale == 0 else float(np.clip(a @ b / scale, -1, 1))


def _divergence(p: Floats, q: Floats) -> float:
    positive = p > 0
    return float((p[positive] * np.log(p[positive] / q[positive])).sum())


def _between(new: int, old: int) -> Floats:
    """(new, old): weights with which old samples make new ones, by linear interpolation between centres."""
    at = np.clip((np.arange(new) + 0.5) * old / new - 0.5, 0, old - 1)
    low = np.floor(at).astype(np.int64)
    high = np.minimum(low + 1, old - 1)
    weights = np.zeros((new, old))
    np.add.at(weights, (np.arange(new), low), 1 - (at - low))
    np.add.at(weights, (np.arange(new), high), at - low)
    return weights
