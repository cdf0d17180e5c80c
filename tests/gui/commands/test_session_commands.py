import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from granview.core.errors import ArgumentError
from granview.gui.inputs.panel import InputsPanel
from granview.store.journal import unsaved_changes_of
from granview.store.session import Session
from granview.store.unnamed_sessions import recoverable_sessions
from tests.gui.conftest import OpenBench
from tests.helpers.shell import Bench, nano, write_scene
from tests.helpers.store import sample


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A closed session with two samples and a lane."""
    path = tmp_path / "kept.granview"
    with Session.create(path) as session:
        session.add_samples([sample("one", scored=False), sample("two", scored=False)])
        session.add_lane(nano("kept-lane"))
    return path


def test_another_session_is_opened_in_place_of_the_first(bench: Bench, kept: Path, tmp_path: Path) -> None:
    write_scene(tmp_path / "scenes", "old")
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(bench.work.model.samples) == 1)
    before = bench.work.document.session.path
    bench.drop(kept)
    bench.until(lambda: len(bench.work.model.samples) == 2)
    assert bench.work.model.lanes.names() == ("kept-lane",)
    assert bench.work.model.lanes.get("kept-lane").state is None
    assert "kept.granview" in bench.work.window.windowTitle()
    bench.until(lambda: bench.saved and bench.saved[-1].recent_sessions)
    assert bench.saved[-1].recent_sessions == (str(kept),)
    bench.until(lambda: _can_be_written(before))
    with Session.open(before, read_only=True) as old:
        assert [each.name for each in old.samples()] == ["old"]


@pytest.mark.parametrize("where", ["cell", "list"])
def test_keys_are_those_of_the_window_after_a_session_was_replaced(
    bench: Bench, kept: Path, tmp_path: Path, where: str
) -> None:
    write_scene(tmp_path / "scenes", "old")
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: bench.work.grid.cells)
    inputs = bench.work.window.docks.panels["inputs"]
    assert isinstance(inputs, InputsPanel)
    (bench.work.grid.cells[0] if where == "cell" else inputs.list).setFocus()
    bench.work.window.activateWindow()
    bench.work.face.sessions.open(kept)
    bench.until(lambda: bench.work.model.lanes.names() == ("kept-lane",))
    bench.until(lambda: bench.work.services.loader.content is None or len(bench.work.grid.cells) == 2)
    bench.work.face.sessions.new()
    bench.until(lambda: not bench.work.model.lanes.names())
    bench.live(0.1)
    assert bench.app.focusWidget() is bench.work.face.centre.page.first
    QTest.keyClick(bench.app.focusWidget(), Qt.Key.Key_G)
    assert bench.work.window.slice_editor.isVisible()
    bench.work.window.slice_editor.close()
    assert inputs.search.text() == ""


def test_session_that_is_open_elsewhere_is_read_only_and_says_so(open_window: OpenBench, kept: Path) -> None:
    with Session.open(kept):
        bench = open_window(Session.open_shared(kept))
        assert "open elsewhere" in bench.work.window.banners.texts()["session"]
        actions = bench.work.window.actions_by_name
        assert not actions["run"].isEnabled()
        assert not actions["add-lanes"].isEnabled()
        assert len(bench.work.model.samples) == 2


def test_session_is_saved_under_a_name_and_goes_on_there(bench: Bench, tmp_path: Path) -> None:
    target = tmp_path / "named.granview"
    bench.work.face.sessions.saving.save_as(target)
    bench.until(lambda: bench.work.document.session.path == target)
    bench.until(lambda: "named.granview" in bench.work.window.windowTitle())
    write_scene(tmp_path / "scenes", "late")
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(bench.work.model.samples) == 1)
    bench.until(lambda: bench.work.document.session.n_unsaved)
    with Session.open(target, read_only=True) as session:
        assert session.samples() == []
    bench.work.window.actions_by_name["save-session"].trigger()
    bench.until(lambda: not bench.work.document.session.n_unsaved)
    bench.close()
    with Session.open(target) as session:
        assert [each.name for each in session.samples()] == ["late"]


def test_foreign_file_is_refused_in_words_and_the_open_session_stays(bench: Bench, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.granview"
    foreign.write_text("this is no database, however long it may be" * 100)
    before = bench.work.document.session.path
    bench.drop(foreign)
    bench.until(lambda: any("foreign.granview" in entry.text for entry in bench.work.services.event_log.entries))
    assert bench.work.document.session.path == before


def test_pasted_image_is_kept_beside_the_session(bench: Bench) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    QGuiApplication.clipboard().setImage(image)
    bench.work.window.actions_by_name["paste"].trigger()
    bench.until(lambda: len(bench.work.model.samples) == 1)
    path = Path(bench.work.model.samples.all()[0].path)
    assert path.parent.parent == bench.work.document.session.path.parent
    assert QImage(str(path)).size() == image.size()
    assert any(str(path) in entry.text for entry in bench.work.services.event_log.entries)


def test_unnamed_session_with_samples_is_there_after_the_window_is_closed(
    open_window: OpenBench, tmp_path: Path
) -> None:
    home = tmp_path / "sessions"
    bench = open_window(Session.create(home=home))
    write_scene(tmp_path / "scenes", "mine")
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(bench.work.model.samples) == 1)
    bench.close()
    _press(bench, "Don't save")
    (left,) = recoverable_sessions(home)
    with Session.open(left, home=home) as session:
        assert [each.name for each in session.samples()] == ["mine"]


def test_lane_order_is_kept_in_the_session(open_window: OpenBench, kept: Path) -> None:
    bench = open_window(Session.open(kept))
    bench.work.services.runner.add_lanes([nano("second"), nano("third")], load=False)
    bench.work.face.runs.move("third", -2)
    bench.close()
    again = open_window(Session.open(kept))
    assert again.work.model.lanes.names() == ("third", "kept-lane", "second")


def test_shown_sample_and_pinned_lane_are_kept_in_the_session(open_window: OpenBench, kept: Path) -> None:
    bench = open_window(Session.open(kept))
    bench.work.model.samples.select("two")
    bench.work.services.view.pinned = "kept-lane"
    bench.close()
    again = open_window(Session.open(kept))
    assert again.work.model.samples.current.name == "two"
    assert again.work.services.view.pinned == "kept-lane"
    again.work.model.samples.select("one")
    again.work.face.sessions.new()
    again.until(lambda: again.work.document.session.path != kept)
    again.until(lambda: len(again.work.model.samples) == 0)
    assert again.work.services.view.pinned is None
    again.until(lambda: _can_be_written(kept))
    again.work.face.sessions.open(kept)
    again.until(lambda: len(again.work.model.samples) == 2)
    assert again.work.model.samples.current.name == "one"
    assert again.work.services.view.pinned == "kept-lane"


def _can_be_written(path: Path) -> bool:
    shared = Session.open_shared(path)
    writable = not shared.read_only
    shared.close()
    return writable


def _questions(bench: Bench) -> list[QMessageBox]:
    return [box for box in bench.work.window.findChildren(QMessageBox) if box.isVisible()]


def _press(bench: Bench, words: str) -> None:
    """Press a button of the question that is open."""
    bench.until(lambda: _questions(bench), 10)
    (box,) = _questions(bench)
    (button,) = [button for button in box.buttons() if words in button.text().replace("&", "")]
    button.click()
    bench.until(lambda: not box.isVisible(), 10)


def _change(bench: Bench) -> None:
    bench.work.services.deeds.remove_samples(["one"])
    bench.until(bench.work.window.isWindowModified)


def _open(bench: Bench, path: Path, n_samples: int = 2) -> None:
    bench.work.face.sessions.open(path)
    bench.until(lambda: bench.work.document.session.path == path and len(bench.work.model.samples) == n_samples)


def _names(path: Path) -> list[str]:
    with Session.open(path, read_only=True) as session:
        return [each.name for each in session.samples()]


def test_a_document_is_saved_reverted_and_asked_about_before_it_is_left(bench: Bench, kept: Path) -> None:
    work, actions = bench.work, bench.work.window.actions_by_name
    _open(bench, kept)
    assert not work.window.isWindowModified()
    work.model.samples.select("two")
    bench.live(0.5)
    assert sorted(file.name for file in kept.parent.glob(".kept*")) == []
    work.face.sessions.new()
    bench.until(lambda: work.document.session.path != kept and not work.model.samples.names())
    _open(bench, kept)
    assert work.model.samples.current.name == "two"
    work.model.samples.select("one")
    _change(bench)
    actions["save-session"].trigger()
    bench.until(lambda: not work.window.isWindowModified())
    assert _names(kept) == ["two"]
    actions["undo"].trigger()
    bench.until(work.window.isWindowModified)
    bench.until(lambda: work.model.samples.names() == ("one", "two"))

    actions["new-session"].trigger()
    _press(bench, "Cancel")
    assert work.document.session.path == kept
    actions["new-session"].trigger()
    _press(bench, "Don't save")
    bench.until(lambda: work.document.session.path != kept)
    assert _names(kept) == ["two"]

    _open(bench, kept, 1)
    work.services.deeds.remove_lanes(["kept-lane"])
    bench.until(work.window.isWindowModified)
    actions["revert-session"].trigger()
    bench.until(lambda: work.model.lanes.names() == ("kept-lane",))
    assert not work.window.isWindowModified()
    assert not actions["undo"].isEnabled()
    assert "comparison without a name" in work.window.banners.texts()["recovered"]

    work.services.deeds.remove_lanes(["kept-lane"])
    bench.until(work.window.isWindowModified)
    work.window.close()
    assert work.window.isVisible()
    _press(bench, "Save")
    bench.until(lambda: not work.window.isVisible())
    with Session.open(kept) as session:
        assert session.lanes() == []
    assert sorted(file.name for file in kept.parent.glob(".kept*")) == []


def test_changes_left_behind_are_asked_about_where_their_document_is_opened(bench: Bench, kept: Path) -> None:
    work = bench.work
    for answer, n_samples in (("Cancel", None), ("Recover", 1), ("Keep both", 2), ("Discard", 2)):
        with Session.open_document(kept) as left:
            left.remove_samples(["one"])
        work.face.sessions.open(kept)
        _press(bench, answer)
        if n_samples is None:
            bench.live(0.05)
            assert work.document.session.path != kept
            continue
        bench.until(lambda n=n_samples: work.document.session.path == kept and len(work.model.samples) == n)
        assert work.window.isWindowModified() == (answer == "Recover")
        assert ("recovered" in work.window.banners.texts()) == (answer == "Recover")
        assert ("session" in work.window.banners.texts()) == (answer == "Keep both")
        work.document.drop_unsaved()
        work.face.sessions._gate.ask_no_more()
        work.face.sessions.new()
        bench.until(lambda: work.document.session.path != kept)
        bench.until(lambda: _can_be_written(kept))
    assert _names(kept) == ["one", "two"]


def test_a_comparison_without_a_name_is_asked_about_and_one_that_opens_starts_afresh(
    open_window: OpenBench, kept: Path, tmp_path: Path
) -> None:
    bench = open_window(Session.create(home=tmp_path / "home"))
    work, window = bench.work, bench.work.window
    write_scene(tmp_path / "scenes", "mine")
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(work.model.samples) == 1 and work.services.viewport.is_fit)
    work.services.viewport.actual_size()
    window.banners.show_text("files", "One file was passed over.")
    work.face.sessions.open(kept)
    _press(bench, "Don't save")
    bench.until(lambda: work.document.session.path == kept and len(work.model.samples) == 2)
    assert work.services.viewport.is_fit
    assert window.banners.texts() == {}
    inputs = window.docks.panels["inputs"]
    bench.until(lambda: inputs.list.currentIndex().isValid())
    assert inputs.list.selectionModel().isSelected(inputs.list.currentIndex())
    bench.until(lambda: len(recoverable_sessions(tmp_path / "home")) == 1)


@pytest.mark.parametrize("stays_because", ["it is refused", "the user gives up"])
def test_changes_that_were_not_wanted_are_kept_where_their_document_stays_open(
    bench: Bench, kept: Path, tmp_path: Path, stays_because: str
) -> None:
    other = tmp_path / "other.granview"
    shutil.copy(kept, other)
    if stays_because == "it is refused":
        other.write_text("this is no database, however long it may be" * 100)
    else:
        with Session.open_document(other) as left:
            left.remove_samples(["one"])
    work = bench.work
    _open(bench, kept)
    _change(bench)
    work.face.sessions.open(other)
    _press(bench, "Don't save")
    if stays_because == "it is refused":
        bench.until(lambda: any("other.granview" in entry.text for entry in work.services.event_log.entries))
    else:
        _press(bench, "Cancel")
    assert work.document.session.path == kept
    work.face.sessions._gate.ask_no_more()
    work.window.close()
    left = unsaved_changes_of(kept)
    assert left is not None
    assert left.changes == 1


def test_what_was_removed_stays_undoable_by_saving_and_not_under_another_name(
    bench: Bench, kept: Path, tmp_path: Path
) -> None:
    work, undo = bench.work, bench.work.window.actions_by_name["undo"]
    _open(bench, kept)
    _change(bench)
    bench.until(undo.isEnabled)
    work.window.actions_by_name["save-session"].trigger()
    bench.until(lambda: not work.window.isWindowModified())
    assert undo.isEnabled()
    work.face.sessions.saving.save_as(tmp_path / "other.granview")
    bench.until(lambda: work.document.session.path.name == "other.granview")
    bench.until(lambda: not undo.isEnabled())
    with pytest.raises(ArgumentError, match="not kept any more"):
        work.document.session.bring_back(1)
    assert work.model.samples.names() == ("two",)
