"""The units of a session are read once, and brought up to date."""

from pathlib import Path

import numpy as np
import pytest

from granview.core.lane import LaneSpec
from granview.report.cached_units import read_task_units
from granview.store.session import Session
from tests.helpers.scored import fill_session, scored_result, scored_session, write_files
from tests.helpers.store import result

TASK = "image-segmentation"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    with scored_session(tmp_path / "a.granview") as opened:
        yield opened


def test_they_are_those_of_every_result(session: Session) -> None:
    units = read_task_units(session, TASK)
    assert units.samples == ("s0", "s1", "s2", "s3")
    assert units.lanes == ("good", "poor")
    for place, name in enumerate(units.samples):
        for lane in units.lanes:
            own = session.units(name, lane)
            assert own is not None
            np.testing.assert_array_equal(units.scores[lane][units.sample == place], own.score)
    assert set(units.categories["class"]) == {"background", "cell", "membrane"}


def test_nothing_is_read_again_while_nothing_changes(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    units = read_task_units(session, TASK)
    monkeypatch.setattr(session, "unit_tables", None)
    assert read_task_units(session, TASK) is units
    session.set_view("anything", 1)
    again = read_task_units(session, TASK)
    assert again.scores is units.scores


def test_a_new_result_is_added_and_nothing_else_is_read(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_task_units(session, TASK)
    sample = write_files(session.path.parent / "pictures", 9)
    session.add_samples([sample])
    session.record([scored_result("good", sample, 9, 0)])
    asked = []
    read = session.unit_tables
    monkeypatch.setattr(session, "unit_tables", lambda keys: asked.extend(keys) or read(keys))
    units = read_task_units(session, TASK)
    assert [(key.sample, key.lane) for key in asked] == [("s9", "good")]
    assert len(units) > len(before)
    assert units.samples[-1] == "s9"
    assert np.isnan(units.scores["poor"][units.sample == 4]).all()


def test_a_result_of_a_new_run_takes_the_place_of_the_old_one(session: Session) -> None:
    before = read_task_units(session, TASK)
    session.start_run()
    session.record([scored_result("poor", session.samples()[0], 0, 0)])
    units = read_task_units(session, TASK)
    assert not np.array_equal(before.scores["poor"], units.scores["poor"])
    np.testing.assert_array_equal(units.scores["poor"][units.sample == 0], units.scores["good"][units.sample == 0])


def test_what_is_gone_is_gone(session: Session) -> None:
    read_task_units(session, TASK)
    session.remove_lane("poor")
    session.remove_samples(["s1"])
    units = read_task_units(session, TASK)
    assert units.lanes == ("good",)
    assert units.samples == ("s0", "s2", "s3")
    session.set_reference("s0", None)
    assert read_task_units(session, TASK).samples == ("s2", "s3")


def test_a_task_without_lanes_has_no_units(session: Session) -> None:
    assert len(read_task_units(session, "depth-estimation")) == 0


def test_a_session_that_is_saved_elsewhere_is_read_there(session: Session, tmp_path: Path) -> None:
    units = read_task_units(session, TASK)
    session.save_as(tmp_path / "b.granview")
    session.remove_lane("poor")
    assert units.lanes == ("good", "poor")
    assert read_task_units(session, TASK).lanes == ("good",)


def test_damaged_units_are_left_out_and_noted(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=2) as session, session._writing() as connection:
        connection.execute("UPDATE units SET data = x'00' WHERE result_id = 1")
    with Session.open(tmp_path / "a.granview") as session:
        units = read_task_units(session, TASK)
        assert len(units.samples) == 2
        assert np.isnan(units.scores["good"][units.sample == 0]).all()
        assert session.damage.sentences


def test_two_lanes_with_other_units_say_so(tmp_path: Path) -> None:
    with Session.create(tmp_path / "a.granview") as session:
        fill_session(session, tmp_path, samples=1, lanes=("good",))
        session.add_lane(LaneSpec("odd", "zoo:odd"))
        session.record([result("odd", session.samples()[0])])
        assert read_task_units(session, TASK).unpaired == {"odd": 1}
