"""Raw attention of one layer, and of all layers side by side."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from granview.core.errors import ArgumentError
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation, Floats, Weights
from granview.explain.explanation_measures import measures_of
from granview.explain.layer_stacks import Layer, Stack
from granview.explain.prepared_sample import IsCancelled, PreparedSample
from granview.explain.token_places import (
    PlaceTokens,
    as_array,
    as_weights,
    attended_by,
    laid_out,
    position,
    tokens_at_place,
    tokens_of_place,
)


def attention_explanation(
    prepared: PreparedSample, query: ExplainQuery, method: str, head: int | None, cancelled: IsCancelled | None
) -> Explanation:
    """The attention from or to a place in one layer, of one head or as their mean, and all of the stack if asked for.

    For several tokens, ``from`` gives the mean over them, and ``to`` the share of each token's attention that goes to
    any of them.
    """
    view = prepared.subject.view
    stack = prepared.stack(query.stack)
    number = query.chosen_layer(len(stack.layers))
    layer = stack.layers[number]
    wanted = stack.layers if query.overview else (layer,)
    asked = [tokens_at_place(view, each, query.place, query.direction) for each in wanted]
    by_head = _read(prepared, wanted, asked, query, cancelled)
    at_layer = wanted.index(layer)
    values = by_head[at_layer].mean(0) if head is None else by_head[at_layer][head]
    weights = as_weights(view, layer, values, query.direction)
    numbers = measures_of(view, weights, query, position(weights, layer, asked[at_layer], query))
    if query.direction == "from":
        numbers["share_elsewhere"] = max(0.0, 1 - float(values.sum(dtype=np.float64)))
    return Explanation(
        method=method,
        weights=weights,
        overview=_overview(prepared, stack, by_head, query) if query.overview else None,
        asked=tokens_of_place(layer, query),
        at=asked[at_layer].at,
        stack=stack.name,
        layer=number,
        head=head,
        numbers=numbers,
        notices=prepared.notices,
    )


def _read(
    prepared: PreparedSample,
    layers: Sequence[Layer],
    asked: Sequence[PlaceTokens],
    query: ExplainQuery,
    cancelled: IsCancelled | None,
) -> list[Floats]:
    """Weights (heads, rows, columns) or (heads, tokens) of each layer."""
    with torch.inference_mode():
        if query.direction == "from":
            given = [
                each.weights(layer.site.batch, layer.site.queries) for layer, each in zip(layers, asked, strict=True)
            ]
            values = prepared.sums(layers, given, cancelled)
        else:
            values = [_columns(prepared, layer, each, cancelled) for layer, each in zip(layers, asked, strict=True)]
        return [as_array(laid_out(layer, each, query.direction)) for layer, each in zip(layers, values, strict=True)]


def _columns(prepared: PreparedSample, layer: Layer, asked: PlaceTokens, cancelled: IsCancelled | None) -> Tensor:
    if asked.everywhere:
        raise ArgumentError("What attends to everything is everything.", "Point at a place.")
    return attended_by(prepared.attention(layer, cancelled), asked)


def _overview(prepared: PreparedSample, stack: Stack, by_head: Sequence[Floats], query: ExplainQuery) -> Weights:
    """All layers and heads on the finest grid of the stack; coarser cells are repeated, fewer heads filled with NaN."""
    heads = max(len(each) for each in by_head)
    shape = max((each.shape[1:] for each in by_head), key=np.prod)
    whole = np.full((len(by_head), heads, *shape), np.nan, dtype=np.float32)
    for into, values in zip(whole, by_head, strict=True):
        into[: len(values)] = _repeated(values, shape)
    return as_weights(prepared.subject.view, stack.layers[0], whole, query.direction)


def _repeated(values: Floats, shape: tuple[int, ...]) -> Floats:
    for axis, length in enumerate(shape, start=1):
        if values.shape[axis] != length:
            nearest = ((np.arange(length) + 0.5) * values.shape[axis] / length).astype(np.int64)
            values = values.take(nearest, axis=axis)
    return values
