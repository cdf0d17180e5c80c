from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from granview.core import plugins
from granview.gui.cost.panel import CostPanel
from granview.gui.grain.panel import GrainPanel
from granview.gui.metrics.panel import MetricsPanel
from granview.gui.model.view_state import Mode
from tests.gui.conftest import OpenBench
from tests.helpers.shell import Bench, nano, write_scene


def _panel(bench: Bench, kind: type) -> object:
    return next(panel for panel in bench.work.window.docks.panels.values() if isinstance(panel, kind))


def _run(bench: Bench, *lanes: str) -> None:
    bench.work.services.runner.add_lanes([nano(name) for name in lanes])
    bench.work.window.actions_by_name["run"].trigger()
    expected = len(lanes) * len(bench.work.model.samples)
    bench.until(lambda: len(bench.work.model._rows) == expected)


@pytest.mark.slow
def test_dropped_images_run_and_their_results_appear_in_every_panel(bench: Bench, tmp_path: Path) -> None:
    for n in range(3):
        write_scene(tmp_path / "scenes", f"scene{n}", n)
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(bench.work.model.samples) == 3)
    assert all(sample.reference is not None for sample in bench.work.model.samples.all())
    _run(bench, "first", "second")
    metrics, grain, cost = _panel(bench, MetricsPanel), _panel(bench, GrainPanel), _panel(bench, CostPanel)
    bench.until(lambda: [row.title for row in metrics.table.table.rows] == ["first", "second"])
    columns = [column.title for column in metrics.table.table.columns]
    assert "mIoU" in columns
    place = columns.index("mIoU")
    assert all(row.cells[place].value is not None for row in metrics.table.table.rows)
    bench.until(lambda: grain.host.plot is not None and grain.words.text())
    assert "first" in grain.words.text()
    bench.work.window.docks.show_panel("cost")
    bench.until(lambda: [column.title for column in cost.table.table.columns] == ["first", "second"])
    bench.until(lambda: {"first", "second"} <= set(bench.work.services.loader.predictions))
    bench.until(lambda: len(bench.work.grid.cells) == 3)


@pytest.mark.slow
def test_a_second_run_does_only_what_is_missing(bench: Bench, tmp_path: Path) -> None:
    write_scene(tmp_path / "scenes", "one")
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(bench.work.model.samples) == 1)
    _run(bench, "lane")
    first = bench.work.model.row("one", "lane")
    write_scene(tmp_path / "more", "two", 2)
    bench.drop(tmp_path / "more")
    bench.until(lambda: len(bench.work.model.samples) == 2)
    bench.until(lambda: not bench.work.model.lanes.is_running)
    bench.work.services.runner.run()
    bench.until(lambda: bench.work.model.row("two", "lane") is not None)
    assert bench.work.model.row("one", "lane") is first
    bench.until(lambda: not bench.work.model.lanes.is_running)
    bench.work.services.runner.run(force=True)
    bench.until(lambda: bench.work.model.row("one", "lane") is not first)


@pytest.mark.slow
def test_stop_ends_a_run_before_its_end(bench: Bench, tmp_path: Path) -> None:
    for n in range(40):
        write_scene(tmp_path / "scenes", f"scene{n}", n, size=160)
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(bench.work.model.samples) == 40)
    bench.work.services.runner.add_lanes([nano()])
    bench.work.services.runner.run()
    bench.until(lambda: bench.work.model.has_results)
    QTest.mouseClick(bench.work.window.toolbar.run, Qt.MouseButton.LeftButton)
    bench.until(lambda: not bench.work.model.lanes.is_running, timeout_s=5)
    done = len(bench.work.model._rows)
    assert done < 40
    bench.live(0.3)
    assert len(bench.work.model._rows) <= done + 1
    assert bench.work.window.toolbar.run.text() == "Run"


@pytest.mark.slow
def test_unreadable_image_is_reported_beside_its_sample_and_the_rest_goes_on(bench: Bench, tmp_path: Path) -> None:
    write_scene(tmp_path / "scenes", "good")
    (tmp_path / "scenes" / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(bench.work.model.samples) == 2)
    _run(bench, "lane")
    bad, good = bench.work.model.row("bad", "lane"), bench.work.model.row("good", "lane")
    assert good is not None
    assert good.ok
    assert bad is not None
    assert not bad.ok
    assert "bad.png" in bad.error
    bench.until(lambda: bench.work.services.thumbnails.error(str(tmp_path / "scenes" / "bad.png")))
    assert any("bad" in entry.text for entry in bench.work.services.event_log.entries)


def test_keys_step_through_samples_and_switch_modes(bench: Bench, tmp_path: Path) -> None:
    for n in range(3):
        write_scene(tmp_path / "scenes", f"scene{n}", n)
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(bench.work.model.samples) == 3)
    bench.until(lambda: len(bench.work.model.samples.order) == 3)
    window, view, samples = bench.work.window, bench.work.services.view, bench.work.model.samples
    window.activateWindow()
    bench.work.grid.setFocus()
    bench.until(lambda: bench.app.activeWindow() is window)
    start = samples.current
    for key, expected in ((Qt.Key.Key_D, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_D, 2), (Qt.Key.Key_A, 1)):
        QTest.keyClick(window, key)
        assert samples.current is not None
        assert samples.order.index(samples.current.name) == expected
    assert samples.current != start
    for key, mode in ((Qt.Key.Key_S, Mode.SWIPE), (Qt.Key.Key_X, Mode.DIFFERENCE), (Qt.Key.Key_0, Mode.SIDE_BY_SIDE)):
        QTest.keyClick(window, key)
        assert view.mode == mode
    QTest.keyClick(window, Qt.Key.Key_O)
    assert view.outline_only
    before = view.opacity
    QTest.keyClick(window, Qt.Key.Key_BracketLeft)
    assert view.opacity < before


def test_typing_in_the_filter_is_not_taken_for_keys(bench: Bench, tmp_path: Path) -> None:
    for name in ("alpha", "beta"):
        write_scene(tmp_path / "scenes", name)
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(bench.work.model.samples.order) == 2)
    search = bench.work.window.docks.panels["inputs"].search
    bench.work.window.activateWindow()
    search.setFocus()
    bench.until(search.hasFocus)
    QTest.keyClicks(search, "beta")
    bench.until(lambda: bench.work.model.samples.order == ("beta",))
    assert bench.work.services.view.mode == Mode.SIDE_BY_SIDE
    search.clear()
    bench.until(lambda: len(bench.work.model.samples.order) == 2)


def test_a_plug_in_that_cannot_be_imported_is_a_line_of_the_log(
    open_window: OpenBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plugins, "_problems", {"swamp": "The plug-in swamp cannot be imported."})

    bench = open_window()

    bench.until(lambda: any("plug-in swamp" in entry.text for entry in bench.work.services.event_log.entries))
