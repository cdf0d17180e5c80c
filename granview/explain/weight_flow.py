"""Weights that flow through a stack of attention layers, over tokens with and without a place."""

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from granview.explain.attention.layer import LayerAttention
from granview.explain.geometry.image_layers import ImageLayer
from granview.explain.geometry.image_view import overlaps
from granview.explain.layer_stacks import Layer


@dataclass(frozen=True)
class FlowState:
    """A weight for every token of a layer.

    Attributes:
        placed: (rows, columns) float32 over the cells of an image, or (1, tokens) over a text.
        leading: (n,) float32, tokens before the cells', such as a class token.
    """

    placed: Tensor
    leading: Tensor

    def plus(self, other: "FlowState", share: float = 1.0, of_self: float = 1.0) -> "FlowState":
        """``of_self`` times this and ``share`` times the other."""
        return FlowState(of_self * self.placed + share * other.placed, of_self * self.leading + share * other.leading)


def to_tokens(layer: Layer, state: FlowState) -> Tensor:
    """A state over a layer's queries as (batch, queries)."""
    if not isinstance(layer, ImageLayer):
        return state.placed
    weights = layer.queries.to_tokens(state.placed, layer.site.batch, layer.site.queries)
    weights[0, : len(state.leading)] = state.leading
    return weights


def from_tokens(layer: Layer, values: Tensor) -> FlowState:
    """Values (batch, queries) over a layer's queries as a state; those of padding are dropped."""
    if not isinstance(layer, ImageLayer):
        return FlowState(values, values.new_zeros(0))
    return FlowState(layer.queries.maps_of_all(values[:, None])[0], values[0, : layer.leading])


def down(layer: Layer, state: FlowState, attended: Tensor) -> FlowState:
    """What reached a layer's keys, (batch, keys), as a state over its queries.

    Where a layer has fewer keys than queries, a key's weight is shared out evenly among the queries that it stands for.
    """
    if not isinstance(layer, ImageLayer):
        return FlowState(attended, state.leading)
    placed = layer.keys.maps_of_all(attended[:, None])[0]
    return FlowState(spread(placed, layer.queries.shape), attended[0, : layer.leading])


def to_keys(layer: Layer, state: FlowState) -> Tensor:
    """A state over a layer's queries as weights (batch, keys); fewer keys have the means of those they stand for."""
    if not isinstance(layer, ImageLayer):
        return state.placed
    placed = gathered(state.placed, layer.keys.shape)
    weights = layer.keys.to_tokens(placed, layer.site.batch, layer.site.keys)
    weights[0, : len(state.leading)] = state.leading
    return weights


def at_layer(layer: Layer, state: FlowState, descending: bool) -> FlowState:
    """A state on a layer's grid, where it comes from a layer with another: spread out, or the mean."""
    if not isinstance(layer, ImageLayer) or tuple(state.placed.shape) == layer.queries.shape:
        return state
    move = spread if descending else gathered
    return replace(state, placed=move(state.placed, layer.queries.shape))


def spread(values: Tensor, shape: tuple[int, int]) -> Tensor:
    """Values (rows, columns) on a finer grid, each shared out evenly over its cell's area; their sum stays."""
    rows, columns = (_overlaps(old, new, values) for old, new in zip(values.shape, shape, strict=True))
    return rows.T @ values @ columns


def gathered(values: Tensor, shape: tuple[int, int]) -> Tensor:
    """Values (rows, columns) on a coarser grid, each cell the mean over its area: the transpose of ``spread``."""
    rows, columns = (_overlaps(new, old, values) for old, new in zip(values.shape, shape, strict=True))
    return rows @ values @ columns.T


def mean_sum(attention: LayerAttention, weights: Tensor) -> Tensor:
    """The weighted sum of rows as the mean over heads: (batch, keys) float32."""
    return attention.weighted_sum(weights).mean(dim=1)


def mean_collected(attention: LayerAttention, weights: Tensor) -> Tensor:
    """What each query collects from weighted keys, as the mean over heads: (batch, queries) float32."""
    return attention.weighted_mean(weights).mean(dim=1)


def _overlaps(coarse: int, fine: int, like: Tensor) -> Tensor:
    return torch.from_numpy(overlaps(coarse, fine)).to(like.device)
