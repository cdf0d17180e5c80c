"""Attention rollout: attention followed through all layers, residual connections counted in."""

from collections.abc import Sequence
from typing import Final

import torch

from granview.core.errors import ArgumentError
from granview.core.explain_facts import MethodFacts
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation
from granview.explain.attention.recorder import give_up_if
from granview.explain.explanation_measures import measures_of
from granview.explain.geometry.image_layers import ImageLayer
from granview.explain.layer_stacks import Layer
from granview.explain.method import METHODS, Method
from granview.explain.prepared_sample import IsCancelled, PreparedSample
from granview.explain.token_places import as_array, as_weights, position, tokens_at_place, tokens_of_place
from granview.explain.weight_flow import (
    FlowState,
    at_layer,
    down,
    from_tokens,
    mean_collected,
    mean_sum,
    to_keys,
    to_tokens,
)

RESIDUAL: Final = 0.5
"""Share of a layer's output that is its own input, as in Abnar and Zuidema: A' = 0.5 A + 0.5 I."""


class Rollout(Method):
    """The product of 0.5 (A + I) over all layers, A being a layer's mean over heads.

    Only one row (or column) of that product is ever held: a vector over tokens goes from layer to layer, so that memory
    is linear in the number of tokens.
    """

    facts = MethodFacts(
        name="rollout",
        title="Attention rollout",
        paper="Abnar and Zuidema 2020, Quantifying Attention Flow in Transformers, arXiv:2005.00928",
        says="How much of each input token could have reached a token through all layers, if attention alone moved it.",
        cannot_say="What values and feed-forward layers do on the way, nor which class it speaks for.",
        has_layers=True,
        has_direction=True,
    )

    def why_not(self, prepared: PreparedSample) -> str:
        """It serves networks with stacks of self-attention."""
        if not prepared.stacks:
            return prepared.no_attention
        if all(stack.cross for stack in prepared.stacks):
            return "it follows self-attention only, of which this network has none."
        return ""

    def explain(
        self, prepared: PreparedSample, query: ExplainQuery, cancelled: IsCancelled | None = None
    ) -> Explanation:
        """The rollout from the chosen layer (the last by default) down to the input, or up to it from the input."""
        stack = prepared.stack(query.stack)
        if stack.cross:
            raise ArgumentError("Rollout follows self-attention, not cross-attention.", "Choose another stack.")
        prepared.require_kept(self.facts.title)
        top = query.chosen_layer(len(stack.layers))
        layers = stack.layers[: top + 1]
        start = layers[-1] if query.direction == "from" else layers[0]
        end = layers[0] if query.direction == "from" else layers[-1]
        view = prepared.subject.view
        asked = tokens_at_place(view, start.over_queries(), query.place, query.direction)
        if query.direction == "to" and asked.everywhere:
            raise ArgumentError("What attends to everything is everything.", "Point at a place.")
        with torch.inference_mode():
            weights = asked.weights(start.site.batch, start.site.queries)
            if query.direction == "to":
                weights = weights * len(asked.index)
            follow = rollout_from if query.direction == "from" else rollout_to
            state = follow(prepared, layers, from_tokens(start, weights), cancelled)
        placed = state.placed if isinstance(end, ImageLayer) else state.placed[0]
        answer = as_weights(view, end.over_queries(), as_array(placed), query.direction)
        numbers = measures_of(view, answer, query, position(answer, start.over_queries(), asked, query))
        if query.direction == "from":
            numbers["share_elsewhere"] = max(0.0, 1 - float(placed.sum()))
        return Explanation(
            method=self.facts.name,
            weights=answer,
            asked=tokens_of_place(start, query),
            at=asked.at,
            stack=stack.name,
            layer=top,
            numbers=numbers,
            notices=(*prepared.notices, *_notices(prepared, layers)),
        )


def rollout_from(
    prepared: PreparedSample, layers: Sequence[Layer], state: FlowState, cancelled: IsCancelled | None = None
) -> FlowState:
    """A row vector of weights over the last layer's tokens, times every layer's 0.5 (A + I), down to the input."""
    for layer in reversed(layers):
        give_up_if(cancelled)
        state = at_layer(layer, state, descending=True)
        attended = mean_sum(prepared.attention(layer), to_tokens(layer, state))
        state = state.plus(down(layer, state, attended), 1 - RESIDUAL, RESIDUAL)
    return state


def rollout_to(
    prepared: PreparedSample, layers: Sequence[Layer], state: FlowState, cancelled: IsCancelled | None = None
) -> FlowState:
    """Every layer's 0.5 (A + I) times a column vector of weights over the input's tokens, up to the last layer."""
    for layer in layers:
        give_up_if(cancelled)
        state = at_layer(layer, state, descending=False)
        collected = mean_collected(prepared.attention(layer), to_keys(layer, state))
        state = state.plus(from_tokens(layer, collected), 1 - RESIDUAL, RESIDUAL)
    return state


def _notices(prepared: PreparedSample, layers: Sequence[Layer]) -> list[str]:
    notices = []
    if len({layer.queries.shape for layer in layers if isinstance(layer, ImageLayer)}) > 1:
        notices.append("Between stages, a token's weight is shared out evenly among the finer tokens it was made from.")
    if any(other.cross for other in prepared.stacks):
        notices.append("Cross-attention is left out: weights stay within one text.")
    return notices


METHODS.register("rollout")(Rollout())
