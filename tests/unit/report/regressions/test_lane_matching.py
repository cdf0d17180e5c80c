import pytest

from granview.core.errors import ArgumentError
from granview.core.lane import LaneSpec
from granview.report.regressions.lane_matching import match_lanes
from granview.store.rows import LaneRecord


def lanes(**tasks: str) -> list[LaneRecord]:
    return [LaneRecord(LaneSpec(name, f"zoo:{name}", task=task)) for name, task in tasks.items()]


A = lanes(old="fill-mask", same="fill-mask", turned="fill-mask")
B = lanes(new="fill-mask", same="fill-mask", turned="translation")


def test_lanes_match_by_name_and_the_others_are_named() -> None:
    found = match_lanes(A, B)
    assert [(ours.name, theirs.name) for ours, theirs in found.pairs] == [("same", "same")]
    assert (found.only_a, found.only_b, found.other_task) == (("old",), ("new",), ("turned",))


def test_lanes_of_other_names_match_where_somebody_says_so() -> None:
    found = match_lanes(A, B, ["old=new", "same"])
    assert [(ours.name, theirs.name) for ours, theirs in found.pairs] == [("old", "new"), ("same", "same")]


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ("none", "first session has no lane 'none'"),
        ("old", "second session has no lane 'old'"),
        ("turned", "translation"),
    ],
)
def test_a_lane_that_cannot_be_compared_is_refused_in_words(chosen: str, words: str) -> None:
    with pytest.raises(ArgumentError, match=words):
        match_lanes(A, B, [chosen])
