"""Panels that are hidden, folded and arranged, in one real window each."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget

from granview.gui.arrangement.arrangement import Arrangement
from granview.gui.arrangement.results_fold import in_front
from granview.gui.verdict.best_lane import best_lane
from granview.store.session import Session
from tests.helpers.ladder_lanes import ladder_session
from tests.helpers.shell import Bench, open_bench, write_scene


def _shown(bench: Bench) -> set[str]:
    return {name for name, dock in bench.work.window.docks.by_name.items() if not dock.isHidden()}


def _heights(bench: Bench) -> set[int]:
    front = ("verdict", "metrics", "grain")
    return {bench.work.window.docks.by_name[name].height() for name in front}


def _places(bench: Bench) -> dict[str, QRect]:
    docks = bench.work.window.docks.by_name
    return {name: dock.geometry() for name, dock in docks.items() if in_front(dock)}


class _SizeWatcher(QObject):
    """Notes the size with which a widget is painted, whenever it is another one."""

    def __init__(self, sizes: list[QSize]) -> None:
        super().__init__()
        self._sizes = sizes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_paint = event.type() == QEvent.Type.Paint and isinstance(watched, QWidget)
        if is_paint and self._sizes[-1:] != [watched.size()]:
            self._sizes.append(watched.size())
        return False


def _act(bench: Bench, name: str) -> QAction:
    return bench.work.window.actions_by_name[name]


def test_one_key_hides_every_panel_and_brings_all_back_exactly(qapp: QApplication, tmp_path: Path) -> None:
    bench = open_bench(qapp, tmp_path, ladder_session(tmp_path / "study.granview", samples=12))
    window, grid = bench.work.window, bench.work.grid
    metrics, grain = window.docks.panels["metrics"], window.docks.panels["grain"]
    bench.until(lambda: grid.cells and metrics.table.table.rows and grain.words.text())
    bench.live(0.1)
    before, shown, area = _places(bench), _shown(bench), grid.size()
    window.activateWindow()
    grid.cells[0].setFocus()
    QTest.keyClick(grid.cells[0], Qt.Key.Key_Tab)
    assert _shown(bench) == set()
    assert window.toolbar.isVisible()
    assert _act(bench, "hide-panels").isChecked()
    bench.until(lambda: grid.width() * grid.height() > 2 * area.width() * area.height())
    QTest.keyClick(grid.cells[0], Qt.Key.Key_Tab)
    assert _shown(bench) == shown
    bench.live(0.1)
    assert _places(bench) == before
    field = window.docks.panels["inputs"].findChild(QLineEdit)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert _shown(bench) == shown
    assert window.focusWidget() is not field
    window.toolbar.run.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.toolbar.run.setFocus()
    QTest.keyClick(window.toolbar.run, Qt.Key.Key_Tab)
    assert _shown(bench) == shown
    assert window.focusWidget() is not window.toolbar.run
    window.arrangement.hide_panels(True)
    window.docks.show_panel("metrics")
    assert _shown(bench) == shown
    bench.close()


def test_results_fold_to_their_headline_and_unfold_as_they_were(qapp: QApplication, tmp_path: Path) -> None:
    bench = open_bench(qapp, tmp_path, ladder_session(tmp_path / "study.granview", samples=12), folds_results=True)
    window = bench.work.window
    arrangement: Arrangement = window.arrangement
    bench.until(lambda: bool(bench.work.grid.cells))
    assert arrangement.is_folded
    _act(bench, "fold-results").trigger()
    assert not window.headline.isVisible()
    bench.live(0.05)
    assert max(_heights(bench)) < 0.3 * window.height()
    before, height = _shown(bench), _heights(bench)
    _act(bench, "fold-results").trigger()
    assert arrangement.is_folded
    assert _shown(bench) == {"inputs", "inspect", "explain", "prompts"}
    line = window.headline.line
    bench.until(lambda: "No difference shown" in line.words.text())
    report = window.headline.report
    best = best_lane(report.facts)
    assert best is not None
    assert line.best.text() == f"{best.lane}: {best.metric} {best.value}"
    needed = line.words.heightForWidth(line.words.width())
    assert line.words.height() >= needed > 0
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert _shown(bench) == before
    assert not window.headline.isVisible()
    bench.live(0.05)
    assert _heights(bench) == height
    _act(bench, "fold-results").trigger()
    window.docks.show_panel("cost")
    assert not arrangement.is_folded
    _act(bench, "fold-results").trigger()
    bench.close()
    again = open_bench(qapp, tmp_path, Session.create(tmp_path / "next.granview"), folds_results=True)
    assert again.work.window.arrangement.is_folded
    again.close()


def test_the_start_page_stands_alone_until_something_is_loaded(qapp: QApplication, tmp_path: Path) -> None:
    bench = open_bench(qapp, tmp_path, folds_results=True, brings_panels=False)
    window, page = bench.work.window, bench.work.face.centre.page
    assert _shown(bench) == set()
    assert not window.headline.isVisible()
    assert not window.switch.isVisible()
    bench.live(0.05)
    assert page.width() == window.width()
    alone, sizes = window.centralWidget().size(), list[QSize]()
    watcher = _SizeWatcher(sizes)
    window.centralWidget().installEventFilter(watcher)
    bench.drop(write_scene(tmp_path / "in", "scene"))
    bench.until(lambda: bench.work.grid.cells)
    bench.live(0.05)
    assert [size for size in sizes if size != alone] == [window.centralWidget().size()]
    assert _shown(bench) == {"inputs", "inspect", "explain", "prompts"}
    assert window.headline.isVisible()
    assert window.switch.isVisible()
    _act(bench, "new-session").trigger()
    bench.until(page.isVisible)
    assert _shown(bench) == set()
    assert not window.headline.isVisible()
    bench.close()


def test_the_start_page_changes_nothing_of_the_layout(qapp: QApplication, tmp_path: Path) -> None:
    bench = open_bench(qapp, tmp_path, brings_panels=False)
    window = bench.work.window
    scene = write_scene(tmp_path / "in", "scene")
    bench.drop(scene)
    bench.until(lambda: bench.work.grid.cells)
    window.docks.by_name["prompts"].hide()
    window.resizeDocks([window.docks.by_name["inputs"]], [290], Qt.Orientation.Horizontal)
    bench.live(0.05)
    shown, places = _shown(bench), _places(bench)
    _act(bench, "new-session").trigger()
    bench.until(lambda: not _shown(bench))
    bench.close()
    again = open_bench(qapp, tmp_path, Session.create(tmp_path / "next.granview"), brings_panels=False)
    assert _shown(again) == set()
    again.drop(scene)
    again.until(lambda: again.work.grid.cells)
    again.live(0.05)
    assert _shown(again) == shown
    assert _places(again) == places
    again.close()


def test_panels_that_the_user_has_hidden_stay_hidden_after_the_start_page(qapp: QApplication, tmp_path: Path) -> None:
    bench = open_bench(qapp, tmp_path, ladder_session(tmp_path / "study.granview", samples=12))
    bench.until(lambda: bench.work.grid.cells)
    shown = _shown(bench)
    _act(bench, "hide-panels").trigger()
    _act(bench, "new-session").trigger()
    bench.until(lambda: bench.work.window.arrangement.is_alone)
    bench.drop(write_scene(tmp_path / "in", "scene"))
    bench.until(lambda: bench.work.grid.cells)
    assert _shown(bench) == set()
    _act(bench, "hide-panels").trigger()
    assert _shown(bench) == shown
    bench.close()


def test_a_panel_that_is_asked_for_comes_beside_the_start_page(qapp: QApplication, tmp_path: Path) -> None:
    bench = open_bench(qapp, tmp_path, folds_results=True, brings_panels=False)
    window = bench.work.window
    dict(zip(window.docks.order(), window.docks.actions(), strict=True))["inputs"].trigger()
    assert window.docks.by_name["inputs"].isVisible()
    assert window.headline.isVisible()
    bench.close()
    again = open_bench(qapp, tmp_path, Session.create(tmp_path / "next.granview"), brings_panels=False)
    _act(again, "preset-measure").trigger()
    assert _shown(again) & {"inputs", "metrics", "inspect"} == {"inputs", "metrics"}
    _act(again, "undo").trigger()
    assert "inspect" in _shown(again)
    again.close()


def test_a_low_window_folds_the_results_and_a_high_one_does_not(qapp: QApplication, tmp_path: Path) -> None:
    bench = open_bench(qapp, tmp_path, folds_results=True)
    window = bench.work.window
    assert window.height() == 800
    assert window.arrangement.is_folded
    assert window.headline.isVisible()
    assert window.headline.line.words.text() == "Nothing is scored yet."
    window.resize(1280, 1000)
    bench.until(lambda: not window.arrangement.is_folded)
    window.resize(1280, 800)
    bench.until(lambda: window.arrangement.is_folded)
    bench.close()


def test_each_preset_keeps_what_the_user_made_of_it(qapp: QApplication, tmp_path: Path) -> None:
    bench = open_bench(qapp, tmp_path, ladder_session(tmp_path / "study.granview", samples=12))
    window = bench.work.window
    arrangement = window.arrangement
    window.docks.panels["inspect"].setFocus()
    (measure,) = [each for each in window.switch.presets.findChildren(QToolButton) if each.text() == "Measure"]
    QTest.mouseClick(measure, Qt.MouseButton.LeftButton)
    assert bench.work.grid.hasFocus()
    assert not _shown(bench) & {"inspect", "explain", "prompts"}
    assert _act(bench, "preset-measure").isChecked()
    assert window.switch.presets.current() == "measure"
    window.docks.by_name["grain"].hide()
    window.switch.presets.chosen.emit("write")
    side = window.dockWidgetArea(window.docks.by_name["verdict"])
    assert side == Qt.DockWidgetArea.RightDockWidgetArea
    arrangement.choose("explain")
    assert arrangement.is_folded
    bench.until(lambda: in_front(window.docks.by_name["explain"]))
    arrangement.choose("measure")
    assert "grain" not in _shown(bench)
    _act(bench, "keep-heads").trigger()
    bench.close()
    again = open_bench(qapp, tmp_path, Session.create(tmp_path / "next.granview"))
    assert again.work.window.arrangement.preset.name == "measure"
    assert _act(again, "keep-heads").isChecked()
    assert "grain" not in _shown(again)
    _act(again, "reset-layout").trigger()
    assert "grain" in _shown(again)
    again.close()


def test_the_results_keep_their_share_of_a_larger_window(qapp: QApplication, tmp_path: Path) -> None:
    bench = open_bench(qapp, tmp_path)
    window = bench.work.window
    (before,) = _heights(bench)
    window.resize(QSize(2560, 1440))
    bench.live(0.05)
    (after,) = _heights(bench)
    assert after >= 1.5 * before
    window.resize(QSize(1280, 800))
    bench.live(0.05)
    (back,) = _heights(bench)
    assert abs(back - before) <= 2
    bench.close()
