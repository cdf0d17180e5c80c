import msgspec
import numpy as np
import pytest

from granview.core.arrays import PackedArray, pack
from granview.core.errors import ArgumentError, GranViewError, ShapeError
from granview.core.explain_facts import ExplainFacts, LayerFacts, MethodFacts, StackFacts
from granview.core.explain_query import BoxPlace, ExplainQuery, MaskPlace, PointPlace, SpanPlace, TokenPlace
from granview.core.explanation import (
    SPECIAL,
    Explanation,
    HeatMaps,
    PackedExplanation,
    PackedHeatMaps,
    Tokens,
    TokenWeights,
)

RNG = np.random.default_rng(0)
TOKENS = Tokens(("[CLS]", "wörd"), np.array([[0, 0], [0, 4]], np.int32), np.array([SPECIAL, 0], np.uint8))


@pytest.mark.parametrize(
    "place",
    [
        None,
        PointPlace(1, 2),
        BoxPlace(0, 0, 5, 6),
        SpanPlace(1, 3, "target"),
        TokenPlace(0),
        MaskPlace(pack(np.eye(3) > 0)),
    ],
)
def test_queries_come_back_as_they_went(place: object) -> None:
    query = ExplainQuery("attention", place, "to", depth=0.5, head=3, stack="cross", overview=True, region=place)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(query), type=ExplainQuery) == query


def test_explanations_come_back_as_they_went() -> None:
    image = HeatMaps(RNG.random((4, 6), dtype=np.float32), (0, 0, 60, 40))
    overview = HeatMaps(np.full((2, 3, 4, 6), np.nan, np.float32), (0, 0, 60, 40))
    given = Explanation("attention", image, overview, at=np.array([3], np.int32), stack="image", layer=1, head=2)
    data = msgspec.msgpack.encode(given.packed())
    found = msgspec.msgpack.decode(data, type=PackedExplanation).unpacked()
    assert (found.stack, found.layer, found.head, found.numbers) == ("image", 1, 2, {})
    np.testing.assert_array_equal(found.weights.values, image.values)
    np.testing.assert_array_equal(found.overview.values, overview.values)
    assert found.weights.box_xyxy_px == (0, 0, 60, 40)
    assert found.at.tolist() == [3]


def test_weights_over_tokens_come_back_as_they_went() -> None:
    given = Explanation(
        "rollout", TokenWeights(np.array([0.25, 0.75], np.float32), TOKENS), asked=TOKENS, numbers={"entropy": 0.5}
    )
    data = msgspec.msgpack.encode(given.packed())
    found = msgspec.msgpack.decode(data, type=PackedExplanation).unpacked()
    assert found.weights.values.tolist() == [0.25, 0.75]
    assert found.weights.tokens.pieces == ("[CLS]", "wörd")
    assert found.asked.part.tolist() == [SPECIAL, 0]
    assert found.asked.offsets.tolist() == [[0, 0], [0, 4]]
    assert found.numbers == {"entropy": 0.5}


def test_shapes_are_checked_where_answers_are_made() -> None:
    with pytest.raises(ShapeError, match="rows, columns"):
        HeatMaps(np.zeros(3, np.float32), (0, 0, 1, 1))
    with pytest.raises(ShapeError, match=r"\(\.\.\., 2\)"):
        TokenWeights(np.zeros(3, np.float32), TOKENS)
    with pytest.raises(ShapeError, match="offsets"):
        Tokens(("a",), np.zeros((2, 2), np.int32), np.zeros(1, np.uint8))
    with pytest.raises(ShapeError, match="parts"):
        Tokens(("a",), np.zeros((1, 2), np.int32), np.zeros(2, np.uint8))


def test_layers_are_chosen_by_number_or_relative_depth() -> None:
    assert [ExplainQuery("a", depth=depth).chosen_layer(12) for depth in (0, 0.5, 1)] == [0, 6, 11]
    assert ExplainQuery("a").chosen_layer(12) == 11
    assert ExplainQuery("a", layer=3, depth=1).chosen_layer(12) == 3
    with pytest.raises(ArgumentError, match="from 0 to 11"):
        ExplainQuery("a", layer=12).chosen_layer(12)
    assert ExplainQuery("a", head=3).checked_head(4) == 3
    assert ExplainQuery("a").checked_head(4) is None
    with pytest.raises(ArgumentError, match="from 0 to 3"):
        ExplainQuery("a", head=-1).checked_head(4)


@pytest.mark.parametrize("depth", [-0.1, 1.1, float("nan")])
def test_depths_are_checked(depth: float) -> None:
    with pytest.raises(ArgumentError, match="0 to 1"):
        ExplainQuery("a", depth=depth)


def test_facts_come_back_as_they_went() -> None:
    method = MethodFacts("rollout", "Rollout", "paper", "says", "cannot", why_not="no attention.")
    layer = LayerFacts("layers.0", 4, 37, 37, grid=(6, 6), key_grid=(6, 6))
    facts = ExplainFacts((method,), (StackFacts("image", (layer,)),), kept_bytes=5, eager_bytes=7)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(facts), type=ExplainFacts) == facts
    assert not method.offered


def test_a_heat_map_of_more_cells_than_any_input_has_is_not_unpacked() -> None:
    packed = PackedHeatMaps(PackedArray("<f4", (1 << 13, 1 << 14), b""), (0, 0, 1, 1))
    with pytest.raises(GranViewError, match="more than 16,777,216 cells"):
        packed.unpacked()
