"""Gradient-weighted relevance: attention that matters to a class, followed through all layers."""

from collections.abc import Sequence

import torch
from torch import Tensor

from granview.core.errors import ModelError, UnsupportedModel
from granview.core.explain_facts import MethodFacts
from granview.core.explain_query import ExplainQuery, TokenPlace
from granview.core.explanation import Explanation
from granview.explain.attention.capture import Captured, CaptureRequest, estimate_bytes
from granview.explain.attention.recorder import give_up_if
from granview.explain.attention.tap import tap
from granview.explain.attention.weighted_gradient import WeightedGradient
from granview.explain.differentiable import differentiable
from granview.explain.explanation_measures import measures_of
from granview.explain.geometry.image_layers import ImageLayer
from granview.explain.layer_stacks import Layer
from granview.explain.method import METHODS, Method
from granview.explain.prepared_sample import IsCancelled, PreparedSample
from granview.explain.target import Target, choose_target
from granview.explain.token_places import as_array, as_weights, tokens_at_place
from granview.explain.weight_flow import FlowState, at_layer, down, from_tokens, to_tokens


class Relevance(Method):
    """R ← R + Ā R over all layers, with Ā the mean over heads of (dA ⊙ A)⁺ for the gradient dA of a class's score.

    As with rollout, one row of R goes from the last layer to the input. It starts at the tokens that the class is read
    from: those at the place for networks that speak of pixels or tokens, else those whose last attention output has a
    gradient, such as the class token. That token's own 1, with which R starts, is left out of the answer: what remains
    is what attention brought to it.
    """

    facts = MethodFacts(
        name="relevance",
        title="Gradient-weighted relevance",
        paper=(
            "Chefer, Gur and Wolf 2021, Generic Attention-model Explainability for Interpreting Bi-Modal and "
            "Encoder-Decoder Transformers, arXiv:2103.15679"
        ),
        says="Which parts of the input attention brought to the class, counting only what would raise its score.",
        cannot_say="What speaks against the class, and what feed-forward layers add; values compare within one class.",
        has_target=True,
    )

    def why_not(self, prepared: PreparedSample) -> str:
        """It serves networks with stacks of self-attention alone."""
        if not prepared.stacks:
            return prepared.no_attention
        if prepared.logits_shape is None:
            return "this network gives no logits of classes."
        if any(site.cross for site in prepared.sites) or any(stack.cross for stack in prepared.stacks):
            return "it follows one stack of self-attention, and this network has cross-attention besides."
        return ""

    def explain(
        self, prepared: PreparedSample, query: ExplainQuery, cancelled: IsCancelled | None = None
    ) -> Explanation:
        """The relevance of the input to the class, in a forward and a backward pass of its own."""
        stack = prepared.stack(query.stack)
        captured, target = _passes(prepared, query, cancelled)
        with torch.inference_mode():
            state = self._followed(prepared, stack.layers, captured, target, query, cancelled)
        first = stack.layers[0]
        placed = state.placed if isinstance(first, ImageLayer) else state.placed[0]
        view = prepared.subject.view
        weights = as_weights(view, first.over_queries(), as_array(placed), "from")
        return Explanation(
            method=self.facts.name,
            weights=weights,
            stack=stack.name,
            target=target.index,
            numbers=measures_of(view, weights, query, None),
            notices=prepared.notices,
        )

    def _followed(
        self,
        prepared: PreparedSample,
        layers: Sequence[Layer],
        captured: Captured,
        target: Target,
        query: ExplainQuery,
        cancelled: IsCancelled | None,
    ) -> FlowState:
        weighted = [(layer, _gradient(captured, layer)) for layer in layers]
        used = [(layer, gradient) for layer, gradient in weighted if gradient is not None]
        if not used:
            raise ModelError("The class does not depend on this stack's attention.", "Choose another stack.")
        last, gradient = used[-1]
        state = own = from_tokens(last, _start(prepared, last, gradient, target, query))
        for layer, each in reversed(used):
            give_up_if(cancelled)
            state, own = (at_layer(layer, both, descending=True) for both in (state, own))
            brought = each.positive_sum(to_tokens(layer, state))
            state = state.plus(down(layer, state, brought))
        return state.plus(own, -1)


def _passes(prepared: PreparedSample, query: ExplainQuery, cancelled: IsCancelled | None) -> tuple[Captured, Target]:
    subject = prepared.subject
    _check_memory(prepared)
    wanted = CaptureRequest(gradients=True)
    with (
        differentiable(subject, cancelled) as inputs,
        tap(subject.network, wanted, cancelled, prepared.limit_bytes) as captured,
    ):
        logits = subject.logits(subject.run(inputs))
        target = choose_target(subject, logits.detach(), query)
        score = target.score(logits).sum()
        if not score.requires_grad:
            raise UnsupportedModel("No gradient reaches this network's classes.", "Choose a method of attention.")
        score.backward()  # type: ignore[no-untyped-call]
    return captured, target


def _check_memory(prepared: PreparedSample) -> None:
    needed = 2 * estimate_bytes([site for site in prepared.sites if site.whole], whole=True)
    if needed > prepared.limit_bytes:
        raise ModelError(
            f"This model computes its attention whole; its gradients need about {needed / 1e6:.0f} MB, more than the "
            f"limit of {prepared.limit_bytes / 1e6:.0f} MB.",
            "Raise the limit for explanations in the preferences, or use a smaller image or text.",
        )


def _gradient(captured: Captured, layer: Layer) -> WeightedGradient | None:
    index = layer.site.index
    if index not in captured.gradients:
        return None
    return WeightedGradient(captured.kept[index], captured.gradients[index], captured.values.get(index))


def _start(
    prepared: PreparedSample, last: Layer, gradient: WeightedGradient, target: Target, query: ExplainQuery
) -> Tensor:
    """Weights (batch, queries) of the tokens that the class is read from, which sum to 1."""
    if query.place is not None and (target.places is not None or isinstance(query.place, TokenPlace)):
        asked = tokens_at_place(prepared.subject.view, last, query.place, "from")
        return asked.weights(last.site.batch, last.site.queries).to(gradient.layer.device)
    read = gradient.reads().float()
    return read / read.sum().clamp(min=1)


METHODS.register("relevance")(Relevance())
