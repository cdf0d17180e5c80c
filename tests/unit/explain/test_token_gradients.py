"""Gradients to tokens, by networks whose attributions can be worked out by hand."""

from collections.abc import Callable

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from granview.core.errors import UnsupportedModel
from granview.core.explain_query import ExplainQuery, SpanPlace
from granview.core.explanation import SPECIAL
from granview.explain.attention.recorder import Cancelled
from granview.explain.explainer import explain
from granview.explain.geometry.text_view import TextView
from granview.explain.prepared_sample import PreparedSample, prepare
from granview.explain.subject import Subject
from tests.helpers.explained import prepared, prepared_with_classes, tokens

VALUES = torch.tensor([0.5, 2.0, -1.0, 3.0, 7.0])


class OneNumber(nn.Module):
    """A network that embeds a token as one number and computes its single class from the sum over tokens."""

    def __init__(self, of_sum: Callable[[Tensor], Tensor]) -> None:
        super().__init__()
        self.embedding = nn.Embedding(5, 1)
        self.of_sum = of_sum
        with torch.no_grad():
            self.embedding.weight[:, 0] = VALUES

    def forward(self, ids: Tensor) -> Tensor:
        return self.of_sum(self.embedding(ids).sum((1, 2)))[:, None]


def numbers(of_sum: Callable[[Tensor], Tensor], *ids: int, special: int = 0) -> PreparedSample:
    view = TextView(tokens(len(ids), special=special))
    return prepare(Subject(OneNumber(of_sum).eval(), {"": torch.tensor([ids])}, view))


def test_a_linear_network_gives_each_token_its_part() -> None:
    for method in ("input-gradients", "integrated-gradients"):
        found = explain(numbers(lambda total: 2 * total, 0, 1, 2), ExplainQuery(method))
        np.testing.assert_allclose(found.weights.values, [1, 4, -2], atol=1e-5)


def test_integrated_gradients_of_a_square() -> None:
    # f = s² with s = Σx from 0: ∫ 2 a s da · x = s x, which add up to s².
    found = explain(numbers(torch.square, 0, 1, 3), ExplainQuery("integrated-gradients"))
    np.testing.assert_allclose(found.weights.values, 5.5 * np.array([0.5, 2, 3]), rtol=1e-5)
    assert found.numbers["score_change"] == pytest.approx(5.5**2, rel=1e-5)
    assert found.numbers["completeness_gap"] == pytest.approx(0, abs=1e-4)
    twice = explain(numbers(torch.square, 0, 1, 3), ExplainQuery("input-gradients"))
    np.testing.assert_allclose(twice.weights.values, 11 * np.array([0.5, 2, 3]), rtol=1e-5)


def test_a_saturated_network_is_what_they_differ_in() -> None:
    # The example of Sundararajan et al.: f = 1 − relu(1 − x) is flat at x = 2, and rises by 1 on the way.
    flat = numbers(lambda total: 1 - torch.relu(1 - total), 1)
    assert explain(flat, ExplainQuery("input-gradients")).weights.values.tolist() == [0]
    found = explain(flat, ExplainQuery("integrated-gradients"))
    assert found.weights.values == pytest.approx([1], abs=0.05)


def test_special_tokens_stay_in_the_baseline() -> None:
    found = explain(numbers(torch.square, 4, 1, 3, special=1), ExplainQuery("integrated-gradients"))
    assert found.weights.tokens.part.tolist() == [SPECIAL, 0, 0]
    assert found.weights.values[0] == 0
    assert found.weights.values.sum() == pytest.approx(12**2 - 7**2, rel=1e-5)


def test_gaps_that_stay_are_told() -> None:
    jumping = numbers(lambda total: torch.where(total > 2, 1000.0, 0.0) + total * 1e-3, 1, 3)
    found = explain(jumping, ExplainQuery("integrated-gradients"))
    assert found.numbers["completeness_gap"] == pytest.approx(1000, rel=1e-3)
    assert any("miss the change" in notice for notice in found.notices)


@pytest.mark.parametrize("name", ["bert", "bert-tokens", "llama", "deberta", "bart"])
def test_transformers_are_complete(name: str) -> None:
    ready = prepared_with_classes(name)
    part = "target" if name == "bart" else "text"
    place = None if name in ("bert", "deberta") else SpanPlace(6, 8, part)
    found = explain(ready, ExplainQuery("integrated-gradients", place))
    change = found.numbers["score_change"]
    assert found.weights.values.sum() == pytest.approx(change, abs=0.05 * abs(change) + 1e-4)
    assert np.abs(found.weights.values).max() > 1e-4
    assert not found.notices
    gradients = explain(ready, ExplainQuery("input-gradients", place))
    assert gradients.target == found.target
    if place is not None:
        assert found.at.tolist() == [2]


def test_a_decoders_later_tokens_add_nothing() -> None:
    found = explain(prepared_with_classes("llama"), ExplainQuery("input-gradients", SpanPlace(12, 14)))
    assert np.abs(found.weights.values[:5]).min() > 0
    assert found.weights.values[5:].tolist() == [0] * 6


def test_they_say_where_they_do_not_serve() -> None:
    with pytest.raises(UnsupportedModel, match="explains texts"):
        explain(prepared_with_classes("vit"), ExplainQuery("integrated-gradients"))
    with pytest.raises(UnsupportedModel, match="no logits"):
        explain(prepared("bert"), ExplainQuery("input-gradients"))


def test_they_are_given_up_between_layers() -> None:
    ready = prepared_with_classes("bert")
    calls = iter([False] * 200)
    with pytest.raises(Cancelled):
        explain(ready, ExplainQuery("integrated-gradients"), lambda: next(calls, True))
    assert not any(module._forward_hooks for module in ready.subject.network.modules())
