"""A session that is opened again looks as it did: lanes have the colours that they had, whichever was closed."""

from pathlib import Path

import pytest

from granview.core.lane import LaneSpec
from granview.gui.model.lane_list import LaneList
from granview.gui.model.lanes_and_rows import ViewPosition
from granview.gui.session.snapshot import PLACE_KEY
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.scored import scored_session


def test_lanes_keep_their_colours_when_one_is_closed_and_the_session_opened_again(
    open_window: OpenBench, tmp_path: Path
) -> None:
    path = tmp_path / "three.granview"
    bench = open_window(scored_session(path, samples=1, lanes=("a", "b", "c")), home=tmp_path / "first")
    bench.until(lambda: len(bench.work.model.lanes) == 3)
    bench.work.services.runner.remove_lane("a")
    places = {lane.name: lane.place for lane in bench.work.model.lanes.all()}
    bench.until(lambda: bench.work.document.session.get_view(PLACE_KEY, ViewPosition, ViewPosition()).colors == places)

    with Session.open(bench.work.document.session.path, read_only=True) as kept:
        assert kept.get_view(PLACE_KEY, ViewPosition, ViewPosition()).colors == {"b": 1, "c": 2}


@pytest.mark.parametrize(
    ("colors", "places"),
    [({}, (0, 1, 2)), ({"b": 1, "c": 2}, (0, 1, 2)), ({"a": 2, "c": 0}, (2, 1, 0)), ({"gone": 0, "b": 0}, (1, 0, 2))],
)
def test_lanes_without_a_colour_of_their_own_get_the_first_that_are_free(
    colors: dict[str, int], places: tuple[int, ...]
) -> None:
    lanes = LaneList()
    lanes.load([(LaneSpec(name, "zoo:x"), None, None) for name in "abc"], colors)
    assert tuple(lane.place for lane in lanes.all()) == places
