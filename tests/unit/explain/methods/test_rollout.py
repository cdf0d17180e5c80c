import numpy as np
import pytest
import torch

from granview.core.errors import ArgumentError, ModelError
from granview.core.explain_query import ExplainQuery, PointPlace, SpanPlace, TokenPlace
from granview.explain.attention.capture import CaptureRequest
from granview.explain.attention.recorder import Cancelled
from granview.explain.attention.tap import tap
from granview.explain.explainer import explain
from tests.helpers.explained import by_hand, prepared
from tests.helpers.tiny_attention import ALL

FIRST = torch.tensor([[[1.0, 0, 0], [0.5, 0.5, 0], [0, 0, 1]], [[1, 0, 0], [0.5, 0, 0.5], [0.5, 0.5, 0]]])
SECOND = torch.tensor([[[0.0, 1, 0], [1, 0, 0], [0.5, 0, 0.5]]])


def test_two_layers_worked_out_by_hand() -> None:
    # Means over heads: first [[1,0,0],[.5,.25,.25],[.25,.25,.5]], second as given. With 0.5 (A + I):
    # first [[1,0,0],[.25,.625,.125],[.125,.125,.75]], second [[.5,.5,0],[.5,.5,0],[.25,0,.75]].
    # Their product's last row: .25·[1,0,0] + .75·[.125,.125,.75] = [.34375, .09375, .5625].
    found = explain(by_hand([FIRST, SECOND]), ExplainQuery("rollout", SpanPlace(6, 8)))
    np.testing.assert_allclose(found.weights.values, [0.34375, 0.09375, 0.5625], atol=1e-7)
    # Its second column: [.5·.625, .5·.625, .75·.125].
    found = explain(by_hand([FIRST, SECOND]), ExplainQuery("rollout", SpanPlace(3, 5), "to"))
    np.testing.assert_allclose(found.weights.values, [0.3125, 0.3125, 0.09375], atol=1e-7)


def test_it_starts_from_the_layer_asked_for() -> None:
    found = explain(by_hand([FIRST, SECOND]), ExplainQuery("rollout", SpanPlace(6, 8), layer=0))
    np.testing.assert_allclose(found.weights.values, [0.125, 0.125, 0.75], atol=1e-7)
    assert found.layer == 0


def test_everywhere_is_the_mean_over_tokens() -> None:
    found = explain(by_hand([FIRST]), ExplainQuery("rollout"))
    np.testing.assert_allclose(found.weights.values, np.array([1.375, 0.75, 0.875]) / 3, atol=1e-7)


@pytest.mark.parametrize("name", ["vit", "dinov2-registers", "bert-padded", "llama", "gemma2", "deberta"])
def test_it_is_the_product_of_whole_matrices(name: str) -> None:
    ready = prepared(name)
    product = torch.eye(ready.sites[0].queries)
    for layer in ready.stacks[0].layers:
        attention = ready.attention(layer).block(slice(None))[0].mean(0)
        product = (0.5 * attention + 0.5 * torch.eye(len(product))) @ product
    for token in (0, 4):
        found = explain(ready, ExplainQuery("rollout", TokenPlace(token)))
        special = len(product) - found.weights.values.size
        np.testing.assert_allclose(found.weights.values.ravel(), product[token, special:], atol=1e-6)


@pytest.mark.parametrize("name", ["segformer", "swin", "mobilevit"])
def test_stages_pass_on_all_weight_and_both_directions_agree(name: str) -> None:
    ready = prepared(name)
    here, there = PointPlace(50, 40), PointPlace(10, 90)
    down, up = explain(ready, ExplainQuery("rollout", here)), explain(ready, ExplainQuery("rollout", there, "to"))
    assert down.weights.values.sum() + down.numbers["share_elsewhere"] == pytest.approx(1, abs=1e-5)
    view, stack = ready.subject.view, ready.stacks[0]
    fine, coarse = stack.layers[0].queries.shape, stack.layers[-1].queries.shape
    assert (down.weights.values.shape, up.weights.values.shape) == (fine, coarse)
    at_input = down.weights.values.ravel()[view.cells_of(there, *fine)]
    at_output = up.weights.values.ravel()[view.cells_of(here, *coarse)]
    np.testing.assert_allclose(at_input, at_output, rtol=1e-4)
    assert any("Between stages" in notice for notice in down.notices)


def test_it_needs_all_layers_and_says_so() -> None:
    ready = prepared("bert", limit_bytes=1000)
    with pytest.raises(ModelError, match="queries and keys of all layers"):
        explain(ready, ExplainQuery("rollout", SpanPlace(0, 1)))


def test_cross_attention_is_no_stack_for_it() -> None:
    with pytest.raises(ArgumentError, match="not cross-attention"):
        explain(prepared("bart"), ExplainQuery("rollout", stack="cross"))
    assert "Cross-attention is left out" in explain(prepared("bart"), ExplainQuery("rollout")).notices[0]


def test_nothing_attends_to_everything() -> None:
    with pytest.raises(ArgumentError, match="Point at a place"):
        explain(prepared("bert"), ExplainQuery("rollout", direction="to"))


def test_the_network_is_not_run_again() -> None:
    ready = prepared("vit")
    with tap(ready.subject.network, CaptureRequest()) as captured:
        explain(ready, ExplainQuery("rollout", PointPlace(1, 1)))
    assert not captured.sites
    assert ALL["vit"].build().config.num_hidden_layers == len(ready.sites)


def test_it_is_given_up_between_layers() -> None:
    answers = iter([False, True])
    with pytest.raises(Cancelled):
        explain(prepared("vit"), ExplainQuery("rollout", PointPlace(1, 1)), lambda: next(answers))
