import pytest

from granview.core.errors import ArgumentError
from granview.core.lane import LaneSpec
from granview.core.variant import Variant
from granview.settings.lane_argument import lane_text, parse_lane, parse_lanes, parse_siblings

DEFAULTS = LaneSpec("", "", Variant("fp16"), "cuda:0", batch_size=2)


@pytest.mark.parametrize(
    ("text", "lane"),
    [
        ("zoo:unet-nano", LaneSpec("unet-nano-fp16", "zoo:unet-nano", Variant("fp16"), "cuda:0", batch_size=2)),
        ("zoo:u,variant=fp32", LaneSpec("u", "zoo:u", Variant(), "cuda:0", batch_size=2)),
        (
            "hf:org/name@v1, name=mine ,batch=4,device=cpu,variant=bf16+compile",
            LaneSpec("mine", "hf:org/name@v1", Variant("bf16", compiled=True), "cpu", batch_size=4),
        ),
        ("/a,b/model,variant=fp32", LaneSpec("model", "/a,b/model", Variant(), "cuda:0", batch_size=2)),
    ],
)
def test_lanes_are_read_and_written_back(text: str, lane: LaneSpec) -> None:
    assert parse_lane(text, DEFAULTS) == lane
    assert parse_lane(lane_text(lane), LaneSpec("", "")) == lane


def test_equal_lanes_get_names_of_their_own() -> None:
    lanes = parse_lanes(["zoo:u", "zoo:u", "zoo:v,name=U"], LaneSpec("", ""), taken=["u-2"])
    assert [lane.name for lane in lanes] == ["u", "u-3", "U-4"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "names no model"),
        (",variant=fp32", "names no model"),
        ("zoo:u,colour=red", "'colour' is no option"),
        ("zoo:u,batch=two", "'two' is not a batch size"),
        ("zoo:u,batch=0", "batch size is 0"),
        ("zoo:u,device=tpu", "'tpu' is not a device"),
        ("zoo:u,variant=int3", "'int3' is not a variant"),
        ("zoo:u,batch=1,batch=2", "says batch twice"),
    ],
)
def test_what_has_no_meaning_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(ArgumentError, match=words):
        parse_lane(text, LaneSpec("", ""))


def test_a_model_brings_the_lanes_that_its_variants_are_or_those_of_all() -> None:
    everywhere = (Variant("bf16"),)
    listed = parse_siblings("zoo:u,device=cpu,variants=bf16/channels-last", LaneSpec("", ""), everywhere, ["u"])
    assert [lane_text(lane) for lane in listed] == [
        "zoo:u,task=image-segmentation,variant=fp32,device=cpu,name=u-2",
        "zoo:u,task=image-segmentation,variant=bf16,device=cpu,name=u-2-bf16",
        "zoo:u,task=image-segmentation,variant=fp32+channels-last,device=cpu,name=u-2-channels-last",
    ]
    assert [lane.name for lane in parse_siblings("zoo:u,variant=bf16", LaneSpec("", ""), everywhere, ())] == ["u-bf16"]
    assert [lane.name for lane in parse_siblings("zoo:u", LaneSpec("", ""), everywhere, ())] == ["u", "u-bf16"]
    with pytest.raises(ArgumentError, match="one lane has one"):
        parse_lane("zoo:u,variants=bf16", LaneSpec("", ""))
