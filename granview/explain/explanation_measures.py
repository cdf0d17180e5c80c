"""Measures of an answer, by name, as tables and CSV files have them."""

import numpy as np
from numpy.typing import NDArray

from granview.core.explain_query import ExplainQuery, Place
from granview.core.explanation import Floats, HeatMaps, Tokens, TokenWeights, Weights
from granview.explain.geometry.image_view import ImageView
from granview.explain.geometry.text_view import TextView, tokens_of
from granview.scoring.explanation_measures import (
    entropy_nats,
    mean_distance,
    normalised_entropy,
    points_inside,
    share_inside,
)


def measures_of(
    view: ImageView | TextView, weights: Weights, query: ExplainQuery, at: Floats | None
) -> dict[str, float]:
    """Entropy, distance and, where the query names a region, the share inside; what is undefined is left out.

    Args:
        view: Where the sample is in the network's tokens.
        weights: One map (rows, columns), or weights (n,).
        query: The question.
        at: The one position that the weights belong to: (2,) pixels of the image, or (1,) tokens; None for several.

    Returns:
        ``entropy`` (nats), ``entropy_normalised`` (0 to 1), ``distance_px`` or ``distance_tokens``, ``share_inside``
        (0 to 1), ``pointing`` (1 for a hit, 0 for a miss).
    """
    values = weights.values
    measured: dict[str, float | bool | None] = {
        "entropy": entropy_nats(values),
        "entropy_normalised": normalised_entropy(values),
    }
    if at is not None and values.min() >= 0:
        unit = "px" if isinstance(weights, HeatMaps) else "tokens"
        measured[f"distance_{unit}"] = mean_distance(values.reshape(1, -1), positions(weights), at[None])
    if query.region is not None:
        covered = _covered(view, weights, query.region)
        measured["share_inside"] = share_inside(values, covered)
        measured["pointing"] = points_inside(values, covered)
    return {name: float(value) for name, value in measured.items() if value is not None}


def positions(weights: Weights) -> NDArray[np.float64]:
    """Where each weight stands: cell centres (n, 2) as x and y in pixels of the image, or indices (n, 1) of tokens."""
    if isinstance(weights, TokenWeights):
        return np.arange(len(weights.tokens), dtype=np.float64)[:, None]
    return centres(weights.values.shape[-2:], weights.box_xyxy_px)


def centres(shape: tuple[int, ...], box_xyxy_px: tuple[float, float, float, float]) -> NDArray[np.float64]:
    """Centres (rows · columns, 2) of a grid's cells over a box, in row order, as x and y."""
    rows, columns = shape
    x0, y0, x1, y1 = box_xyxy_px
    x = x0 + (np.arange(columns) + 0.5) * (x1 - x0) / columns
    y = y0 + (np.arange(rows) + 0.5) * (y1 - y0) / rows
    return np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)


def _covered(view: ImageView | TextView, weights: Weights, region: Place) -> Floats:
    if isinstance(weights, HeatMaps):
        assert isinstance(view, ImageView)
        rows, columns = weights.values.shape
        return view.cover_of(region, rows, columns)
    return _covered_tokens(weights.tokens, region)


def _covered_tokens(tokens: Tokens, region: Place) -> Floats:
    covered = np.zeros(len(tokens), np.float32)
    covered[tokens_of(region, tokens)] = 1
    return covered
