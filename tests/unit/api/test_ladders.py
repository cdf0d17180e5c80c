import granview
from granview.core.lane import LaneSpec
from granview.settings.lane_argument import parse_lanes


def test_ladders_are_told_by_task():
    assert {ladder.task for ladder in granview.catalogue("depth-estimation")} == {"depth-estimation"}
    assert len(granview.catalogue()) > 50


def test_the_rungs_of_a_ladder_are_models_for_compare():
    models = granview.ladder("zoo-sentiment", "lstm", "base")
    lanes = parse_lanes(models, LaneSpec("", ""))
    assert [(lane.name, lane.model, lane.task) for lane in lanes] == [
        ("zoo-sentiment-lstm", "zoo:sentiment-bilstm", "text-classification"),
        ("zoo-sentiment-base", "zoo:sentiment-base", "text-classification"),
    ]
