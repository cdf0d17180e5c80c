"""Marks of the open session."""

from pathlib import Path

from granview.core.mark import UnitId, UnitMark
from tests.gui.conftest import OpenBench
from tests.helpers.scored import scored_session


def test_they_are_read_when_a_session_is_opened(open_window: OpenBench, tmp_path: Path) -> None:
    session = scored_session(tmp_path / "a.granview")
    session.put_marks([UnitMark(UnitId("s1"), "important", "look again")])
    bench = open_window(session)
    marks = bench.work.services.marks
    bench.until(marks.all)
    assert marks.of(UnitId("s1")).note == "look again"
    assert [mark.mark for mark in marks.in_sample("s1")] == ["important"]
    assert marks.of(UnitId("s2")) is None


def test_what_is_marked_as_it_is_writes_nothing(open_window: OpenBench, tmp_path: Path) -> None:
    bench = open_window(scored_session(tmp_path / "a.granview"))
    marks, told = bench.work.services.marks, []
    mark = UnitMark(UnitId("s1"), "unclear")
    marks.put(mark)
    marks.written.connect(lambda: told.append(1))
    bench.until(lambda: told)
    marks.put(mark)
    marks.remove(UnitId("s0"))
    bench.live(0.05)
    assert len(told) == 1
