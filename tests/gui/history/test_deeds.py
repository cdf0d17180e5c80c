"""Every deed in a real window, done, undone and done again; sessions and results are real."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from granview.core.mark import UnitId
from granview.gui.arrangement.presets import PRESETS
from granview.gui.history.deeds import Deeds
from granview.gui.workbench import Workbench
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.shell import Bench, nano, write_scene
from tests.helpers.store import new_session, result, sample


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A closed session: three samples, two lanes, a result of each."""
    path = tmp_path / "kept.granview"
    with new_session(path, samples=3) as session:
        session.start_run()
        session.record([result(lane, sample(f"s{n}"), seed=n) for n in range(3) for lane in ("small", "large")])
    return path


def _turn(bench: Bench, name: str) -> None:
    """Undo or redo by its act, and wait until it has ended."""
    action = bench.work.window.actions_by_name[name]
    bench.until(action.isEnabled)
    action.trigger()
    _settle(bench)


def _settle(bench: Bench) -> None:
    history = bench.work.services.deeds.history
    bench.until(lambda: history.last is not None or history.next is not None)


def _state(work: Workbench) -> tuple[object, ...]:
    model = work.model
    lanes = [(lane.name, lane.place) for lane in model.lanes.all()]
    rows = {key: model.row(*key) for key in [(s, lane) for s in model.samples.names() for lane in model.lanes.names()]}
    return model.samples.names(), lanes, {key: (row.ok, row.is_current) for key, row in rows.items() if row is not None}


def _there_and_back(bench: Bench, words: str, after: tuple[object, ...], before: tuple[object, ...]) -> None:
    """The last deed has these words; undone, redone and undone again, all is as it was then and before."""
    _settle(bench)
    undo, redo = (bench.work.window.actions_by_name[name] for name in ("undo", "redo"))
    bench.until(lambda: undo.isEnabled() and words in undo.text())
    assert _state(bench.work) == after
    _turn(bench, "undo")
    assert _state(bench.work) == before
    assert words in redo.text()
    _turn(bench, "redo")
    assert _state(bench.work) == after
    _turn(bench, "undo")
    assert _state(bench.work) == before


def test_each_deed_is_undone_and_redone_with_its_results(open_window: OpenBench, kept: Path) -> None:
    bench = open_window(Session.open(kept))
    work, deeds = bench.work, bench.work.services.deeds
    before = _state(work)
    work.model.samples.select("s1")
    work.window.actions_by_name["remove-sample"].trigger()
    after = (("s0", "s2"), before[1], {key: value for key, value in before[2].items() if key[0] != "s1"})
    _there_and_back(bench, "remove sample s1", after, before)
    assert work.model.samples.current.name == "s1"
    bench.until(lambda: work.services.loader.predictions.keys() == {"small", "large"})

    deeds.remove_samples(["s0", "s2"])
    after = (("s1",), before[1], {key: value for key, value in before[2].items() if key[0] == "s1"})
    _there_and_back(bench, "remove 2 samples", after, before)

    work.window.strip.close_requested.emit("small")
    after = (before[0], [("large", 1)], {key: value for key, value in before[2].items() if key[1] == "large"})
    _there_and_back(bench, "remove lane small", after, before)
    assert work.model.lanes.get("small").facts is None

    deeds.move_lane("large", -1)
    _there_and_back(bench, "move lane large", (before[0], before[1][::-1], before[2]), before)

    params = msgspec.structs.replace(work.model.params, class_edits={"cell": "membrane"})
    deeds.change_params(params, lambda: "match classes")
    _there_and_back(bench, "match classes", (*before[:2], dict.fromkeys(before[2], (True, False))), before)

    _assert_view_and_marks(bench, deeds)
    bench.close()
    with Session.open(kept) as session:
        assert len(session.results()) == 6
        assert session.marks() == []


def _assert_view_and_marks(bench: Bench, deeds: Deeds) -> None:
    view, marks, what = bench.work.services.view, bench.work.services.marks, UnitId("s1")
    view.pinned = "large"
    deeds.remove_lanes(["large"])
    _settle(bench)
    assert view.pinned is None
    _turn(bench, "undo")
    assert view.pinned == "large"
    assert "pin another lane" in bench.work.window.actions_by_name["undo"].text()
    assert "remove lane large" in bench.work.window.actions_by_name["redo"].text()
    view.hidden_classes = frozenset({"cell"})
    _turn(bench, "undo")
    assert (view.pinned, view.hidden_classes) == ("large", frozenset())
    _turn(bench, "undo")
    assert view.pinned is None
    bench.work.services.marker.toggle("important")
    bench.work.services.marker.note("Why.")
    assert "note on s1" in bench.work.window.actions_by_name["undo"].text()
    _turn(bench, "undo")
    assert marks.of(what).note == ""
    _turn(bench, "undo")
    assert marks.of(what) is None
    _turn(bench, "redo")
    _turn(bench, "redo")
    assert marks.of(what).note == "Why."
    _turn(bench, "undo")
    _turn(bench, "undo")
    arrangement = bench.work.window.arrangement
    first, other = arrangement.preset.name, next(name for name in PRESETS if name != arrangement.preset.name)
    bench.work.window.actions_by_name[f"preset-{other}"].trigger()
    assert arrangement.preset.name == other
    _turn(bench, "undo")
    assert arrangement.preset.name == first
    _turn(bench, "redo")
    assert arrangement.preset.name == other
    _turn(bench, "undo")
    layouts = ["second"]
    deeds.note(lambda: "reset the layout", lambda: layouts.append("first"), lambda: layouts.append("second"))
    _turn(bench, "undo")
    _turn(bench, "redo")
    assert layouts == ["second", "first", "second"]


def test_typing_has_its_own_undo(open_window: OpenBench, kept: Path) -> None:
    bench = open_window(Session.open(kept))
    bench.work.services.deeds.remove_samples(["s0"])
    _settle(bench)
    search = bench.work.window.docks.panels["inputs"].findChild(QLineEdit)
    bench.work.window.activateWindow()
    search.setFocus()
    QTest.keyClicks(search, "ab")
    QTest.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert search.text() != "ab"
    assert "s0" not in bench.work.model.samples
    bench.work.grid.setFocus()
    QTest.keyClick(bench.work.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    bench.until(lambda: "s0" in bench.work.model.samples)


@pytest.mark.slow
def test_a_lane_that_is_removed_while_it_runs_comes_back_and_runs_again(open_window: OpenBench, tmp_path: Path) -> None:
    for n in range(3):
        write_scene(tmp_path / "scenes", f"scene{n}", n)
    bench = open_window(Session.create(tmp_path / "run.granview"))
    work, deeds = bench.work, bench.work.services.deeds
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(work.model.samples) == 3 and deeds.history.last is not None)
    assert "add 3 samples" in work.window.actions_by_name["undo"].text()
    work.services.runner.add_lanes([nano("a")])
    work.services.runner.run()
    bench.until(lambda: work.model.row("scene0", "a") is not None)
    deeds.remove_lanes(["a"])
    deeds.remove_samples(["scene1"])
    bench.until(lambda: deeds.history.last is not None)
    assert not work.model.lanes.names()
    _turn(bench, "undo")
    _turn(bench, "undo")
    assert work.model.lanes.names() == ("a",)
    assert work.model.lanes.get("a").state is None
    assert work.model.row("scene0", "a").is_current
    work.services.runner.run()
    bench.until(lambda: not work.model.missing("a"))
    path = work.document.session.path
    work.window.close()
    with Session.open(path) as session:
        assert {row.sample for row in session.results()} == {"scene0", "scene1", "scene2"}
        assert all(row.scored for row in session.results())


def test_references_that_are_dropped_later_are_undone_with_the_scores(open_window: OpenBench, tmp_path: Path) -> None:
    write_scene(tmp_path / "scenes", "one")
    write_scene(tmp_path / "other", "one", 5)
    bench = open_window(Session.create(tmp_path / "run.granview"))
    work = bench.work
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(work.model.samples) == 1 and work.services.deeds.history.last is not None)
    first = work.model.samples.get("one").reference
    with_score = result("small", work.model.samples.get("one"))
    work.services.runner.add_lanes([nano("small")], load=False)
    recorded: list[bool] = []
    work.document.write(lambda session: session.record([with_score]), lambda _: recorded.append(True))
    bench.until(lambda: recorded)
    masks = tmp_path / "masks"
    masks.mkdir()
    (tmp_path / "other" / "one_mask.png").rename(masks / "one.png")
    work.services.importer.pair([masks])
    bench.until(lambda: "references" in work.window.actions_by_name["undo"].text())
    assert Path(work.model.samples.get("one").reference.path) == masks / "one.png"
    assert not work.document.session.results()[0].scored
    _turn(bench, "undo")
    assert work.model.samples.get("one").reference.path == first.path
    assert work.document.session.results()[0].scored
    assert work.model.row("one", "small").is_current
    _turn(bench, "redo")
    assert Path(work.model.samples.get("one").reference.path) == masks / "one.png"
