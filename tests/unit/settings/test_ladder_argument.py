import pytest

from granview.core.errors import ArgumentError
from granview.core.lane import LaneSpec
from granview.core.variant import Variant
from granview.io.catalogue_file import read_catalogue
from granview.settings.ladder_argument import ladder_lanes, parse_ladder

LADDERS = read_catalogue()


def test_a_ladder_is_all_its_rungs_and_some_are_named_after_an_equals_sign():
    assert [rung.name for rung in parse_ladder("zoo-unet", LADDERS)] == ["nano", "small", "base"]
    assert [rung.name for rung in parse_ladder("zoo-unet=base, nano", LADDERS)] == ["nano", "base"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("zoo-unet=", "without a name"), ("zoo-unet=huge", "no rung 'huge'"), ("none", "no ladder 'none'")],
)
def test_what_is_not_there_is_told(text, words):
    with pytest.raises(ArgumentError, match=words):
        parse_ladder(text, LADDERS)


def test_each_rung_has_a_lane_of_its_own_name_with_the_variant():
    rungs = parse_ladder("zoo-sentiment=lstm,base", LADDERS)
    lanes = ladder_lanes(rungs, LaneSpec("", "", Variant("bf16"), "cpu", "", 4), taken=["zoo-sentiment-lstm-bf16"])
    assert [(lane.name, lane.model) for lane in lanes] == [
        ("zoo-sentiment-lstm-bf16-2", "zoo:sentiment-bilstm"),
        ("zoo-sentiment-base-bf16", "zoo:sentiment-base"),
    ]
    assert {(lane.task, lane.device, lane.batch_size) for lane in lanes} == {("text-classification", "cpu", 4)}


def test_a_task_that_is_asked_for_holds():
    rungs = parse_ladder("t5=small", LADDERS)
    assert [lane.task for lane in ladder_lanes(rungs, LaneSpec("", "", task="translation"))] == ["translation"]
