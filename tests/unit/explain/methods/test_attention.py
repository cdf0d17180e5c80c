import numpy as np
import pytest
import torch

from granview.core.errors import ArgumentError
from granview.core.explain_query import BoxPlace, ExplainQuery, PointPlace, SpanPlace, TokenPlace
from granview.core.explanation import HeatMaps, TokenWeights
from granview.explain.attention.capture import CaptureRequest
from granview.explain.attention.tap import tap
from granview.explain.explainer import explain, facts_of
from tests.helpers.explained import prepared
from tests.helpers.tiny_attention import ALL, IMAGE, TEXT


@pytest.mark.parametrize("name", ALL)
def test_every_network_answers_for_a_place_in_both_directions(name: str) -> None:
    ready = prepared(name)
    place = PointPlace(50, 40) if name in IMAGE else SpanPlace(3, 8)
    for direction in ("from", "to"):
        found = explain(ready, ExplainQuery("attention", place, direction, overview=True))
        assert isinstance(found.weights, HeatMaps if name in IMAGE else TokenWeights)
        assert found.overview.values.shape[:2] == (len(ready.stacks[0].layers), max(s.heads for s in ready.sites))
        assert np.isfinite(found.weights.values).all()
        assert found.weights.values.min() >= 0
        if direction == "from":
            assert found.weights.values.sum() + found.numbers["share_elsewhere"] == pytest.approx(1, abs=1e-5)
        assert found.packed().unpacked().weights.values.tolist() == found.weights.values.tolist()


@pytest.mark.parametrize("name", ["vit", "segformer", "swin", "mobilevit", "bert", "llama", "deberta"])
@pytest.mark.parametrize("direction", ["from", "to"])
def test_what_is_not_kept_is_computed_in_a_pass(name: str, direction: str) -> None:
    place = BoxPlace(20, 20, 70, 60) if name in IMAGE else SpanPlace(3, 8)
    query = ExplainQuery("attention", place, direction, layer=0, head=0, overview=True)
    torch.manual_seed(1)
    kept = prepared(name)
    torch.manual_seed(1)
    not_kept = prepared(name, limit_bytes=10)
    assert (kept.kept, not_kept.kept) == (True, False)
    ours, theirs = explain(kept, query), explain(not_kept, query)
    np.testing.assert_allclose(ours.weights.values, theirs.weights.values, atol=1e-6)
    np.testing.assert_allclose(ours.overview.values, theirs.overview.values, atol=1e-6)
    assert any("takes a forward pass" in notice for notice in theirs.notices)


def test_the_row_of_one_head_lies_on_the_image() -> None:
    ready = prepared("vit")
    found = explain(ready, ExplainQuery("attention", PointPlace(95.9, 0), layer=1, head=2))
    whole = ready.attention(ready.stacks[0].layers[1]).block(slice(None))
    query = 1 + 5
    np.testing.assert_allclose(found.weights.values, whole[0, 2, query, 1:].reshape(6, 6), atol=1e-6)
    assert found.at.tolist() == [5]
    assert found.numbers["share_elsewhere"] == pytest.approx(float(whole[0, 2, query, 0]), abs=1e-6)
    assert found.weights.box_xyxy_px == (0, 0, 96, 96)


def test_a_region_is_the_mean_of_its_rows_and_the_sum_of_its_columns() -> None:
    ready = prepared("bert")
    whole = ready.attention(ready.stacks[0].layers[1]).block(slice(None))[0].mean(0)
    rows = explain(ready, ExplainQuery("mean-attention", SpanPlace(0, 7)))
    columns = explain(ready, ExplainQuery("mean-attention", SpanPlace(0, 7), "to"))
    assert rows.at.tolist() == [0, 1, 2]
    np.testing.assert_allclose(rows.weights.values, whole[:3].mean(0), atol=1e-6)
    np.testing.assert_allclose(columns.weights.values, whole[:, :3].sum(1), atol=1e-6)
    everywhere = explain(ready, ExplainQuery("mean-attention"))
    np.testing.assert_allclose(everywhere.weights.values, whole.mean(0), atol=1e-6)


def test_many_keys_are_collected_in_one_go() -> None:
    ready = prepared("dinov2")
    whole = ready.attention(ready.stacks[0].layers[0]).block(slice(None))[0].mean(0)
    found = explain(ready, ExplainQuery("attention", BoxPlace(0, 0, 128, 80), "to", layer=0))
    assert len(found.at) == 40
    np.testing.assert_allclose(found.weights.values.ravel(), whole[1:, 1:41].sum(1), atol=1e-6)


def test_the_class_token_is_asked_by_its_index() -> None:
    ready = prepared("vit")
    whole = ready.attention(ready.stacks[0].layers[1]).block(slice(None))[0].mean(0)
    found = explain(ready, ExplainQuery("attention", TokenPlace(0)))
    np.testing.assert_allclose(found.weights.values.ravel(), whole[0, 1:], atol=1e-6)
    with pytest.raises(ArgumentError, match="no token 37"):
        explain(ready, ExplainQuery("attention", TokenPlace(37)))


def test_cross_attention_goes_from_the_target_to_the_source() -> None:
    ready = prepared("t5")
    found = explain(ready, ExplainQuery("attention", SpanPlace(3, 5, "target"), stack="cross", depth=0.0))
    assert (found.layer, len(found.asked), len(found.weights.tokens)) == (0, 5, 11)
    back = explain(ready, ExplainQuery("attention", SpanPlace(3, 5), "to", stack="cross", depth=0.0))
    assert (len(back.asked), len(back.weights.tokens)) == (11, 5)
    assert back.weights.values[1] == pytest.approx(found.weights.values[1], abs=1e-6)
    assert "distance_tokens" not in found.numbers


def test_layers_are_asked_by_depth_or_number() -> None:
    ready = prepared("dpt")
    layers = [explain(ready, ExplainQuery("attention", depth=depth)).layer for depth in (0, 0.34, 1)]
    assert layers == [0, 1, 3]
    assert explain(ready, ExplainQuery("attention")).layer == 3
    with pytest.raises(ArgumentError, match="from 0 to 3"):
        explain(ready, ExplainQuery("attention", layer=4))
    with pytest.raises(ArgumentError, match="Heads go from 0 to 3"):
        explain(ready, ExplainQuery("attention", head=4))
    with pytest.raises(ArgumentError, match="Known: image"):
        explain(ready, ExplainQuery("attention", stack="cross"))


def test_fewer_heads_leave_gaps_in_the_overview() -> None:
    found = explain(prepared("segformer"), ExplainQuery("attention", PointPlace(1, 1), overview=True))
    assert found.overview.values.shape == (4, 4, 2, 3)
    assert np.isnan(found.overview.values[0, 1:]).all()
    assert np.isfinite(found.overview.values[3]).all()


def test_facts_name_stacks_layers_and_memory() -> None:
    facts = facts_of(prepared("swin"))
    assert [stack.name for stack in facts.stacks] == ["image"]
    layer = facts.stacks[0].layers[2]
    assert (layer.grid, layer.heads, layer.window) == ((9, 10), 4, True)
    assert facts.kept_bytes > 0
    offered = {method.name for method in facts.methods if method.offered}
    assert {"attention", "mean-attention", "rollout"} <= offered


def test_kept_samples_are_answered_without_the_network() -> None:
    ready = prepared("bert")
    with tap(ready.subject.network, CaptureRequest()) as captured:
        explain(ready, ExplainQuery("attention", SpanPlace(0, 1), overview=True))
    assert not captured.sites
    ready.close()
    assert ready.nbytes() == 0
    assert len(TEXT) > 15
