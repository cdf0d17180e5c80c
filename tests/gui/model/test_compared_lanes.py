import pytest

from granview.core.lane import LaneSpec
from granview.core.truth import Truth
from granview.core.truths.mask import ReferenceMask
from granview.core.truths.text import ReferenceText
from granview.gui.model.compared_lanes import compares_with
from granview.gui.model.lanes_and_rows import Lane
from tests.helpers.reference_formats import TruePoints


@pytest.mark.parametrize(
    ("task", "wanted"),
    [
        ("image-segmentation", {ReferenceMask}),
        ("token-classification", {ReferenceText}),
        ("summarization", {ReferenceText}),
        ("of-a-plug-in-that-is-not-here", set()),
    ],
)
def test_a_lane_compares_with_the_type_that_its_task_names(task: str, wanted: set[type[Truth]]) -> None:
    lane = Lane(LaneSpec("a", "zoo:a", task=task), 0)
    assert {each for each in (ReferenceMask, ReferenceText, TruePoints) if compares_with(lane, each)} == wanted
