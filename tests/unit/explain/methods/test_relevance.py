"""Relevance against the published rule on whole matrices, with eager attention and autograd; tolerance 1e-5."""

import numpy as np
import pytest
import torch
from torch import Tensor

from granview.core.errors import ModelError, UnsupportedModel
from granview.core.explain_query import ExplainQuery, PointPlace, SpanPlace, TokenPlace
from granview.explain.attention.from_weights import FromWeights
from granview.explain.attention.layer import BLOCK_BYTES
from granview.explain.attention.recorder import Cancelled
from granview.explain.attention.weighted_gradient import WeightedGradient
from granview.explain.explainer import explain, facts_of
from granview.explain.geometry.text_view import TextView
from granview.explain.prepared_sample import PreparedSample, prepare
from granview.explain.subject import Subject
from tests.helpers.explained import prepared, prepared_with_classes, tokens
from tests.helpers.largest import Largest


def published(ready: PreparedSample, score_of: object) -> Tensor:
    """R − I (tokens, tokens): R ← R + E_h[(∇A ⊙ A)⁺] R, from the input to the output."""
    network = ready.subject.network
    network.set_attn_implementation("eager")
    inputs = {
        name: value.clone() if isinstance(value, Tensor) else value for name, value in ready.subject.inputs.items()
    }
    output = network(**inputs, output_attentions=True)
    for attention in output.attentions:
        attention.retain_grad()
    score_of(output.logits).backward()
    identity = torch.eye(output.attentions[0].shape[-1])
    relevance = identity
    for attention in output.attentions:
        weighted = (attention.grad * attention)[0].clamp(min=0).mean(0).detach()
        relevance = relevance + weighted @ relevance
    return relevance - identity


@pytest.mark.parametrize("name", ["vit", "bert", "deberta"])
def test_classes_of_a_sample_are_read_from_the_class_token(name: str) -> None:
    ready = prepared_with_classes(name)
    found = explain(ready, ExplainQuery("relevance", target=1))
    expected = published(ready, lambda logits: logits[0, 1])[0]
    special = len(expected) - found.weights.values.size
    np.testing.assert_allclose(found.weights.values.ravel(), expected[special:], atol=1e-5, rtol=1e-3)
    assert found.target == 1
    assert found.weights.values.max() > 1e-4


@pytest.mark.parametrize("name", ["bert-tokens", "llama", "git", "ctrl"])
def test_classes_of_tokens_are_read_from_the_place(name: str) -> None:
    ready = prepared_with_classes(name)
    found = explain(ready, ExplainQuery("relevance", SpanPlace(12, 14), target=1))
    expected = published(ready, lambda logits: logits[0, 4, 1])[4]
    np.testing.assert_allclose(found.weights.values, expected, atol=1e-5, rtol=1e-3)


def test_attention_that_is_applied_to_two_halves_of_the_values_has_the_gradients_of_both(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from transformers.models.diffllama import modeling_diffllama

    ready, maps = prepared_with_classes("diffllama"), list[Tensor]()
    found = explain(ready, ExplainQuery("relevance", SpanPlace(12, 14), target=1))
    own = modeling_diffllama.eager_attention_forward

    def noted(*given: object, **options: object) -> tuple[Tensor, Tensor]:
        output, weights = own(*given, **options)
        weights.retain_grad()
        maps.append(weights)
        return output, weights

    monkeypatch.setattr(modeling_diffllama, "eager_attention_forward", noted)
    ready.subject.network.set_attn_implementation("eager")
    ready.subject.network(input_ids=ready.subject.inputs["input_ids"].clone()).logits[0, 4, 1].backward()
    relevance = identity = torch.eye(11)
    for first, second in zip(maps[::2], maps[1::2], strict=True):
        weighted = ((first.grad + second.grad) * first)[0].clamp(min=0).mean(0).detach()
        relevance = relevance + weighted @ relevance
    np.testing.assert_allclose(found.weights.values, (relevance - identity)[4], atol=1e-5, rtol=1e-3)


def test_without_a_place_a_decoder_is_asked_for_its_next_token() -> None:
    ready = prepared_with_classes("llama")
    with torch.inference_mode():
        following = int(ready.subject.run().logits[0, -1].argmax())
    found = explain(ready, ExplainQuery("relevance"))
    assert found.target == following
    expected = published(ready, lambda logits: logits[0, -1, following])[-1]
    np.testing.assert_allclose(found.weights.values, expected, atol=1e-5, rtol=1e-3)


@pytest.mark.parametrize(
    ("name", "place"), [("segformer", PointPlace(50, 40)), ("swin", None), ("beit", TokenPlace(0))]
)
def test_stages_windows_and_pooled_tokens_are_served(name: str, place: object) -> None:
    ready = prepared_with_classes(name)
    found = explain(ready, ExplainQuery("relevance", place))
    assert found.weights.values.shape == ready.stacks[0].layers[0].queries.shape
    assert found.weights.values.min() >= -1e-6
    assert found.weights.values.max() > 0


def test_attention_times_its_gradient_by_hand() -> None:
    weights = torch.tensor([[[[0.25, 0.75], [1.0, 0.0]]]])
    value = torch.tensor([[[[1.0, 0.0], [0.0, 2.0]]]])
    gradient = torch.tensor([[[[1.0, 3.0]], [[-1.0, 0.5]]]])
    # dA = dO Vᵀ = [[1, 6], [−1, 1]], so (dA ⊙ A)⁺ = [[.25, 4.5], [0, 0]].
    by_values = WeightedGradient(FromWeights(weights), gradient, value)
    assert by_values.positive_sum(torch.tensor([[2.0, 1.0]])).tolist() == [[0.5, 9.0]]
    assert by_values.reads().tolist() == [[True, True]]
    whole = WeightedGradient(FromWeights(weights), torch.tensor([[[[1.0, 6.0], [0.0, 0.0]]]]))
    assert whole.positive_sum(torch.tensor([[2.0, 1.0]])).tolist() == [[0.5, 9.0]]
    assert whole.reads().tolist() == [[True, False]]


def test_weights_that_were_frozen_or_not_stay_so_and_have_no_gradient() -> None:
    ready = prepared_with_classes("vit")
    parameters = list(ready.subject.network.parameters())
    parameters[0].requires_grad_(False)
    explain(ready, ExplainQuery("relevance"))
    assert [parameter.requires_grad for parameter in parameters] == [False] + [True] * (len(parameters) - 1)
    assert all(parameter.grad is None for parameter in parameters)


def test_it_says_where_it_does_not_serve() -> None:
    with pytest.raises(UnsupportedModel, match="cross-attention"):
        explain(prepared_with_classes("bart"), ExplainQuery("relevance"))
    reasons = {method.name: method.why_not for method in facts_of(prepared("bert")).methods}
    assert "no logits" in reasons["relevance"]
    assert not reasons["rollout"]


def test_its_memory_has_a_limit() -> None:
    with pytest.raises(ModelError, match="gradients of this sample's attention take more"):
        explain(prepared_with_classes("bert", limit_bytes=1000), ExplainQuery("relevance"))
    with pytest.raises(ModelError, match="computes its attention whole"):
        explain(prepared_with_classes("deberta", limit_bytes=1000), ExplainQuery("relevance"))


def test_its_memory_is_linear_in_the_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    from transformers import GPT2Config, GPT2ForSequenceClassification

    count = 600
    monkeypatch.setitem(BLOCK_BYTES, "cpu", 4 * 4 * count * 7)
    config = GPT2Config(n_embd=32, n_layer=2, n_head=4, vocab_size=60, n_positions=count, num_labels=3)
    inputs = {"input_ids": torch.randint(60, (1, count)), "use_cache": False}
    ready = prepare(Subject(GPT2ForSequenceClassification(config).eval(), inputs, TextView(tokens(count))))
    with Largest() as largest:
        found = explain(ready, ExplainQuery("relevance"))
    assert largest.numel < count * count
    assert found.weights.values.max() > 0


def test_it_is_given_up_between_layers() -> None:
    ready = prepared_with_classes("vit")
    calls = iter([False] * 5)
    with pytest.raises(Cancelled):
        explain(ready, ExplainQuery("relevance"), lambda: next(calls, True))
    assert not any(module._forward_pre_hooks for module in ready.subject.network.modules())
    assert not torch.is_inference_mode_enabled()
