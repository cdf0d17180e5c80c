"""The window made anew in another language, while everything behind it goes on."""

import gc
import threading
import weakref
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaMethod, QObject
from PySide6.QtWidgets import QWidget

from granview.gui.model.event_log import Level
from granview.gui.model.viewport import Viewport
from tests.helpers.shell import Bench, nano, write_scene
from tests.helpers.translations import build

CHINESE = "zh_CN"


@pytest.fixture(autouse=True)
def _built() -> None:
    build()


def _speak(bench: Bench, language: str) -> None:
    bench.work.preferences.change(replace(bench.work.preferences.settings, language=language))


@pytest.mark.slow
def test_another_language_makes_the_window_anew_and_a_run_goes_on(bench: Bench, tmp_path: Path) -> None:
    for n in range(12):
        write_scene(tmp_path / "scenes", f"scene{n}", n)
    bench.drop(tmp_path / "scenes")
    work = bench.work
    bench.until(lambda: len(work.model.samples) == 12)
    work.services.runner.add_lanes([nano("first"), nano("second")])
    work.window.actions_by_name["run"].trigger()
    bench.until(lambda: work.model.has_results)
    work.model.samples.select("scene3")
    work.services.view.pinned = "second"
    viewport = work.services.viewports.get(Viewport)
    viewport.zoom_by(2.0)
    work.window.docks.show_panel("grain")
    zoom, place = viewport.zoom, work.window.geometry()
    work.services.deeds.move_lane("second", -1)
    bench.until(lambda: work.window.actions_by_name["undo"].text() == "&Undo: move lane second")
    names = set(work.window.actions_by_name.names())
    old = [weakref.ref(each) for each in (work.window, work.grid, work.face, *work.window.docks.panels.values())]
    work.face.offer_tour()
    _speak(bench, CHINESE)
    bench.until(lambda: old[0]() is not work.window)
    assert work.face.offers_tour
    assert work.window.isVisible()
    assert work.window.docks.panels["metrics"].title() == "指标"
    assert work.window.actions_by_name["run"].text() == "运行(&R)"
    assert "移动模型 second" in work.window.actions_by_name["undo"].text()
    assert set(work.window.actions_by_name.names()) == names
    assert (work.model.samples.current.name, work.services.view.pinned) == ("scene3", "second")
    assert viewport.zoom == zoom
    assert work.window.geometry() == place
    bench.until(lambda: len(work.model._rows) == 24)
    bench.until(lambda: len(work.grid.cells) == 3)
    gc.unfreeze()
    gc.collect()
    assert [each for each in old if each() is not None] == []
    bench.until(lambda: work.face.tour.is_on)
    work.face.tour.callout.next_asked.emit()
    _speak(bench, "en")
    bench.until(lambda: work.window.docks.panels["metrics"].title() == "Metrics")
    assert (work.face.tour.is_on, work.face.tour.place) == (True, 1)
    errors = [entry for entry in work.services.event_log.entries if entry.level >= Level.ERROR]
    assert errors == []


def _kept(bench: Bench) -> tuple[Counter[str], Counter[str], int]:
    """Widgets by class, deleted ones that somebody holds too, listeners by signal of what stays, and threads."""
    gc.unfreeze()
    gc.collect()
    staying = [bench.app, bench.app.styleHints(), bench.work, *bench.work.findChildren(QObject)]
    listeners = Counter({name: n for each in staying for name, n in _listeners(each).items()})
    widgets = [each for each in gc.get_objects() if issubclass(type(each), QWidget)]
    return Counter(type(each).__name__ for each in widgets), listeners, threading.active_count()


def _listeners(sender: QObject) -> dict[str, int]:
    meta, name = sender.metaObject(), type(sender).__name__
    methods = (meta.method(row) for row in range(meta.methodCount()))
    signals = [each.methodSignature().data().decode() for each in methods if _is_signal(each)]
    return {f"{name}.{signal}": sender.receivers(f"2{signal}") for signal in signals}


def _is_signal(method: QMetaMethod) -> bool:
    return method.methodType() is QMetaMethod.MethodType.Signal


@pytest.mark.slow
def test_ten_windows_one_after_the_other_leave_nothing_behind(bench: Bench, tmp_path: Path) -> None:
    write_scene(tmp_path / "scenes", "scene")
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(bench.work.model.samples) == 1)
    kept = []
    for n in range(10):
        before = bench.work.window
        _speak(bench, ("zh_CN", "en")[n % 2])
        bench.until(lambda before=before: bench.work.window is not before)
        bench.until(lambda: bench.work.grid.cells)
        if n in (1, 9):
            bench.live(0.1)
            kept.append(_kept(bench))
    first, last = kept
    assert (last[0] - first[0], last[1] - first[1]) == (Counter(), Counter())
    assert last[2] < first[2] + 4  # pools grow to their sizes; one thread for each window would be eight more


def test_larger_letters_make_the_window_anew_and_the_desktops_come_back(bench: Bench) -> None:
    work = bench.work
    before, size = work.window, bench.app.font().pointSizeF()
    work.preferences.change(replace(work.preferences.settings, font_percent=200))
    bench.until(lambda: work.window is not before)
    assert bench.app.font().pointSizeF() == 2 * size
    assert work.window.docks.panels["metrics"].font().pointSizeF() == 2 * size
    bench.close()
    assert bench.app.font().pointSizeF() == size
