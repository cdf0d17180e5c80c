"""From a place in a sample to the tokens of a layer, and from weights over tokens back to places."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from granview.core.errors import ArgumentError
from granview.core.explain_query import Direction, ExplainQuery, Place, TokenPlace
from granview.core.explanation import Floats, HeatMaps, Tokens, TokenWeights, Weights
from granview.explain.attention.layer import LayerAttention
from granview.explain.explanation_measures import centres
from granview.explain.geometry.cells import Cells
from granview.explain.geometry.image_layers import ImageLayer
from granview.explain.geometry.image_view import ImageView
from granview.explain.geometry.text_view import TextView, tokens_of
from granview.explain.layer_stacks import Layer

_FEW: Final = 32
"""Up to so many keys are read column by column, from which later questions profit."""


@dataclass(frozen=True)
class PlaceTokens:
    """The tokens of one layer that a place stands for.

    Attributes:
        batch: (n,) int64, the batch of each.
        index: (n,) int64, its index within the batch.
        at: (n,) int32, its cell in row order, or its token; empty for everywhere.
    """

    batch: Tensor
    index: Tensor
    at: NDArray[np.int32]

    @property
    def everywhere(self) -> bool:
        """Whether no place was named."""
        return len(self.at) == 0 and len(self.index) == 0

    def weights(self, batches: int, tokens: int) -> Tensor:
        """The mean over these tokens as weights (batches, tokens) float32, which sum to 1."""
        if self.everywhere:
            return torch.full((batches, tokens), 1 / (batches * tokens))
        weights = torch.zeros((batches, tokens))
        weights[self.batch, self.index] = 1 / len(self.index)
        return weights


def tokens_at_place(view: ImageView | TextView, layer: Layer, place: Place | None, direction: Direction) -> PlaceTokens:
    """A layer's queries (``from``) or keys (``to``) at a place.

    Raises:
        ArgumentError: the place is not in the sample, or the layer has no such token.
    """
    side = layer.queries if direction == "from" else layer.keys
    if isinstance(place, TokenPlace):
        return _single(place.index, layer.site.queries if direction == "from" else layer.site.keys)
    if isinstance(view, ImageView):
        assert isinstance(side, Cells)
        cells = view.cells_of(place, *side.shape)
        return PlaceTokens(*side.tokens_at(cells), cells.astype(np.int32))
    assert isinstance(side, Tokens)
    found = tokens_of(place, side)
    index = torch.from_numpy(found)
    return PlaceTokens(torch.zeros_like(index), index, found.astype(np.int32))


def attended_by(attention: LayerAttention, place_tokens: PlaceTokens) -> Tensor:
    """Share of each query's attention that goes to the keys asked for: (batch, heads, queries) float32, 0 to 1."""
    batches, heads, queries, keys = attention.shape
    if len(place_tokens.index) > _FEW:
        weights = torch.zeros((batches, keys))
        weights[place_tokens.batch, place_tokens.index] = 1
        return attention.weighted_mean(weights)
    total = torch.zeros((batches, heads, queries), device=attention.device)
    columns = attention.columns(place_tokens.batch, place_tokens.index)
    return total.index_add_(0, place_tokens.batch.to(attention.device), columns)


def laid_out(layer: Layer, values: Tensor, direction: Direction) -> Tensor:
    """Values over a layer's tokens at their places.

    Args:
        layer: The layer.
        values: (batch, heads, tokens) over its keys (``from``) or queries (``to``).
        direction: Which of both.

    Returns:
        (heads, rows, columns) over the image, or (heads, tokens).
    """
    if isinstance(layer, ImageLayer):
        return (layer.keys if direction == "from" else layer.queries).maps_of_all(values)
    return values[0]


def as_array(values: Tensor) -> Floats:
    """A tensor as float32 on the CPU."""
    array: Floats = values.detach().to("cpu", torch.float32).numpy()
    return array


def as_weights(view: ImageView | TextView, layer: Layer, values: Floats, direction: Direction) -> Weights:
    """Values (..., rows, columns) or (..., tokens) as they travel."""
    if isinstance(view, ImageView):
        return HeatMaps(values, view.box_xyxy_px)
    side = layer.keys if direction == "from" else layer.queries
    assert isinstance(side, Tokens)
    return TokenWeights(values, side)


def tokens_of_place(layer: Layer, query: ExplainQuery) -> Tokens | None:
    """The tokens among which the place lies; None for images."""
    side = layer.queries if query.direction == "from" else layer.keys
    return side if isinstance(side, Tokens) else None


def position(weights: Weights, layer: Layer, asked: PlaceTokens, query: ExplainQuery) -> Floats | None:
    """The position of the one token that was asked for, in the unit of distances; None for several or for none."""
    if len(asked.at) != 1 or layer.across:
        return None
    if not isinstance(weights, HeatMaps):
        return np.asarray(asked.at, dtype=np.float32)
    side = layer.queries if query.direction == "from" else layer.keys
    assert isinstance(side, Cells)
    return np.asarray(centres(side.shape, weights.box_xyxy_px)[asked.at[0]], dtype=np.float32)


def _single(index: int, count: int) -> PlaceTokens:
    if not 0 <= index < count:
        raise ArgumentError(f"There is no token {index}.", f"Tokens go from 0 to {count - 1}.")
    one = torch.tensor([index])
    return PlaceTokens(torch.zeros_like(one), one, np.zeros(0, np.int32))
