"""A text of 1 MB with 20,000 entities in three lanes: how long the window is away while it is scrolled and marked."""

import os
import time
from collections.abc import Callable
from importlib import import_module

import numpy as np

from tests.benchmarks.row import Row

TITLE = "Text of 1 MB with 20,000 entities, three lanes and the reference, 1920x1080"
LENGTH, ENTITIES, LANES = 1_000_000, 20_000, 3
GOAL = "under 50 ms"


def measure() -> list[Row]:
    """Rows for showing, scrolling, shading, pointing, hiding a type and searching: the longest gap of each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from granview.gui.app import make_application
    from granview.gui.background.garbage_collection import GarbageKeeper
    from granview.gui.lanes.panel import LaneGrid
    from granview.gui.model.text_viewport import TextViewport
    from granview.gui.model.view_state import ViewState
    from granview.gui.model.viewports import Viewports
    from granview.gui.style.theme import DARK
    from tests.helpers.shell import GapWatcher
    from tests.helpers.text_cells import entity_lane, entity_reference, long_text

    app = QApplication.instance() or make_application()
    import_module(
        "granview.gui.lanes.texts.text_grid"
    )  # as the window does on a thread, before it shows its first sample
    opened, spans = long_text(LENGTH, ENTITIES)
    contents = [entity_reference(opened, spans)]
    contents += [entity_lane(f"lane{n}", opened, spans, seed=n) for n in range(LANES)]
    view, viewport = ViewState(), TextViewport()
    grid = LaneGrid(view, Viewports(viewport), DARK)
    grid.resize(1920, 1080)
    grid.show()
    watcher = GapWatcher()
    keeper = GarbageKeeper()  # as in the window
    keeper.start()

    def watched(what: str, acts: list[Callable[[], object]], goal: str = GOAL) -> Row:
        watcher.start()
        for act in acts:
            act()
            end = time.perf_counter() + 0.02
            while time.perf_counter() < end:
                app.processEvents()
        watcher.stop()
        middle = float(np.median(watcher.gaps_ms))
        return Row(what, f"longest gap {watcher.longest_ms:.1f} ms (median {middle:.1f})", None, goal)

    def fill() -> None:
        grid.show_cells(contents)
        while not all(len(cell.presentation.marks) for cell in grid.cells):
            app.processEvents()

    rows = [watched("shown first", [fill])]
    bar = grid.cells[1].body.verticalScrollBar()
    jumps = np.linspace(0, 1, 60)
    rows += [
        watched("scrolled by a line", [lambda: bar.setValue(bar.value() + 1)] * 100),
        watched("scrolled by a page", [lambda: bar.setValue(bar.value() + bar.pageStep())] * 60),
        watched("scrolled to anywhere", [lambda at=at: bar.setValue(int(at * bar.maximum())) for at in jumps]),
        watched("shading switched", [lambda on=on: setattr(view, "shade_confidence", on) for on in [True, False] * 20]),
        watched("scrolled by a page, shaded", _shaded(view, bar)),
        watched("pointed at", [lambda at=at: grid.cells[1].body.pointed.emit(at) for at in range(0, 4_000, 40)]),
        watched("a type hidden", [lambda on=on: _hide(view, on) for on in [True, False] * 10]),
        watched("searched", [lambda word=word: _search(grid, word) for word in ("harbour", "zzz", "e", "") * 3]),
    ]
    keeper.stop()
    grid.close()
    grid.deleteLater()
    return rows


def _shaded(view: object, bar: object) -> list[Callable[[], object]]:
    view.shade_confidence = True  # type: ignore[attr-defined]
    return [lambda: bar.setValue(bar.value() - bar.pageStep())] * 60  # type: ignore[attr-defined]


def _hide(view: object, on: bool) -> None:
    view.hidden_classes = frozenset({"ORG"} if on else ())  # type: ignore[attr-defined]


def _search(grid: object, word: str) -> None:
    cell_grid = grid.cell_grid  # type: ignore[attr-defined]
    cell_grid.bar.show()
    cell_grid.bar.field.setText(word)
    cell_grid.bar.next.click()
