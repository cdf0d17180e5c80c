import msgspec

from granview.core.labels import LabelSet
from granview.gui.model.explain_state import ExplainChoice
from granview.gui.session.lane_explanations import lane_query, preferred_method, unknown_class
from tests.helpers.answers import facts

CITY, CELLS = (
    LabelSet(names, ((0, 0, 0),) * 2) for names in (("road", "traffic_light"), ("background", "Traffic Light"))
)


def test_class_goes_by_its_name_and_has_its_own_index_in_each_lane() -> None:
    choice = ExplainChoice(method="grad-cam", target="traffic light")
    asked = [lane_query(choice, "a", None, labels) for labels in (CITY, CELLS, None)]
    assert [query and query.target for query in asked] == [1, 1, None]


def test_lane_that_does_not_know_the_class_says_so() -> None:
    choice = ExplainChoice(method="grad-cam", target="road")
    assert [unknown_class(choice, labels) for labels in (CITY, CELLS, None)] == ["", "road", ""]
    assert unknown_class(ExplainChoice(method="grad-cam"), CELLS) == ""


def test_layer_is_asked_for_only_where_there_is_one() -> None:
    choice = ExplainChoice(method="grad-cam", target_layer="layer4")
    has = msgspec.structs.replace(facts("grad-cam"), target_layers=("layer4", "layer3"))
    asked = [lane_query(choice, "a", known, None) for known in (has, facts("grad-cam"), None)]
    assert [query and query.target_layer for query in asked] == ["layer4", "", ""]


def test_method_that_most_lanes_offer_is_preferred() -> None:
    assert preferred_method([facts("attention", "grad-cam"), facts("grad-cam")]) == "grad-cam"
    assert preferred_method([facts("attention", "grad-cam")]) == "attention"
    assert preferred_method([facts()]) == ""
