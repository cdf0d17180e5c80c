from granview.core.explain_query import PointPlace, SpanPlace
from granview.gui.model.explain_state import ExplainChoice, ExplainState


def test_query_says_what_was_chosen() -> None:
    choice = ExplainChoice(method="attention", place=PointPlace(3, 4), depth=0.5, head=1, overview=True)
    query = choice.query("a")
    assert query is not None
    assert (query.method, query.place, query.depth, query.head, query.overview) == (
        *("attention", PointPlace(3, 4), 0.5, 1),
        True,
    )


def test_until_a_method_is_chosen_lanes_are_asked_what_can_be_asked() -> None:
    assert ExplainChoice(on=True).query("a") is None


def test_words_that_lanes_wrote_have_a_place_of_their_own_in_each_lane() -> None:
    spans = {"a": SpanPlace(0, 3, "target"), "b": SpanPlace(5, 9, "target")}
    choice = ExplainChoice(method="attention", place=SpanPlace(0, 3, "target"), spans=spans)
    asked = {lane: choice.query(lane) for lane in ("a", "b", "c")}
    assert {lane: None if query is None else query.place for lane, query in asked.items()} == {**spans, "c": None}


def test_places_are_picked_only_while_explanations_are_shown() -> None:
    state = ExplainState()
    state.pick(PointPlace(1, 1))
    assert state.choice.place is None
    state.choose(on=True)
    state.pick(PointPlace(1, 1))
    assert state.choice.place == PointPlace(1, 1)


def test_another_place_has_another_region_and_no_words_of_the_one_before() -> None:
    state = ExplainState()
    state.choose(on=True, region=PointPlace(9, 9), spans={"a": SpanPlace(0, 1)})
    state.pick(PointPlace(1, 1))
    assert (state.choice.region, dict(state.choice.spans)) == (None, {})


def test_lanes_share_a_scale_by_themselves_only_where_their_values_compare() -> None:
    assert ExplainChoice(method="rollout").is_shared
    assert not ExplainChoice(method="grad-cam").is_shared
    assert not ExplainChoice(method="rollout", shared_scale=False).is_shared
    assert not ExplainChoice(method="rollout").misleads
    assert ExplainChoice(method="grad-cam", shared_scale=True).misleads


def test_a_choice_that_stays_the_same_tells_nothing() -> None:
    state, told = ExplainState(), []
    state.changed.connect(told.append)
    state.choose(depth=0.5)
    state.choose(depth=0.5)
    assert [before.depth for before in told] == [1.0]
