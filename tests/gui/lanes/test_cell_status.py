"""What a lane's cell says in words: messages, notices, times, progress."""

import msgspec
import pytest

from granview.core.events import LaneState
from granview.core.lane import LaneSpec
from granview.core.measurements import Timing
from granview.gui.lanes.cell_status import lane_notices, message, progress, subtitle
from granview.gui.model.lanes_and_rows import Lane, Row
from tests.helpers.store import ready

SPEC = LaneSpec("lane", "zoo:unet-nano")


@pytest.mark.parametrize(
    ("lane", "row", "part"),
    [
        (Lane(SPEC, 0), None, ""),
        (Lane(SPEC, 0, LaneState.LOADING, "Reading weights"), None, "Reading weights"),
        (Lane(SPEC, 0, LaneState.FAILED, "No such model."), None, "No such model."),
        (Lane(SPEC, 0, LaneState.IDLE), Row(False, error="Damaged.", hint="Replace it."), "Damaged. Replace it."),
        (Lane(SPEC, 0, LaneState.IDLE), Row(True, stale=True, notices=("By index.",)), "Out of date"),
        (Lane(SPEC, 0, LaneState.RUNNING, total=3), None, ""),
        (Lane(SPEC, 0, LaneState.RUNNING, "window 3 of 12", 0.25, total=3), None, "window 3 of 12"),
    ],
)
def test_cell_says_what_is_the_matter(lane: Lane, row: Row | None, part: str) -> None:
    assert part in message(lane, row)
    assert part or message(lane, row) == ""


def test_what_is_known_of_a_lane_stands_in_its_head_and_not_under_every_sample() -> None:
    facts = msgspec.structs.replace(ready("lane").facts, notices=("Runs on the CPU.",))
    lane = Lane(SPEC, 0, LaneState.IDLE, facts=facts)
    assert message(lane, Row(True, notices=("By index.",))) == "By index."
    assert lane_notices(lane) == ("Runs on the CPU.",)
    assert lane_notices(Lane(SPEC, 0)) == ()
    assert lane_notices(Lane(SPEC, 0, LaneState.RUNNING, "One pass has lasted 40 s.")) == ("One pass has lasted 40 s.",)
    assert lane_notices(Lane(SPEC, 0, LaneState.RUNNING, "window 3 of 12", 0.25)) == ()


@pytest.mark.parametrize(("forward_ms", "words"), [(2.14, "2.1 ms"), (9876.0, "9876 ms"), (12_376.0, "12.4 s")])
def test_long_times_are_told_in_seconds(forward_ms: float, words: str) -> None:
    timing = Timing(forward_ms=forward_ms)
    assert subtitle(Lane(SPEC, 0), Row(True, timing=timing)) == words


def test_progress_is_that_of_loading_and_then_that_of_the_run() -> None:
    assert progress(Lane(SPEC, 0, LaneState.LOADING, fraction=0.4)) == 0.4
    assert progress(Lane(SPEC, 0, LaneState.RUNNING, done=1, total=4)) == 0.25
    assert progress(Lane(SPEC, 0, LaneState.RUNNING, "window 3 of 12", 0.25, done=1, total=2)) == 0.625
    assert progress(Lane(SPEC, 0, LaneState.IDLE, done=4, total=4)) is None
