"""The queue of disagreement with a million units: how long the event loop is away while it is filled and scrolled."""

import os
import time

import numpy as np

from tests.benchmarks.row import Row

TITLE = "A queue of a million units, scrolled from end to end"
ROWS, STEPS = 1_000_000, 400


def measure() -> list[Row]:
    """Rows for the longest gap while the table is filled, scrolled by pages, and sorted into another order."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from granview.gui.app import make_application
    from granview.gui.disagreement.queue_report import QueueReport, QueueRequest
    from granview.gui.disagreement.queue_view import QueueView
    from granview.gui.style.theme import LIGHT
    from tests.helpers.shell import GapWatcher
    from tests.helpers.unit_queue import million_units, queue_columns_of

    app = make_application()
    found = million_units(ROWS)
    columns = queue_columns_of(found)
    reports = [
        QueueReport(QueueRequest(found.units.task, falling=falling), found, rows, ("region",), found.units.lanes)
        for falling, rows in ((True, found.rows), (False, np.ascontiguousarray(found.rows[::-1])))
    ]
    view = QueueView(LIGHT)
    view.resize(900, 600)
    view.show()
    watcher = GapWatcher(on_a_core=True)
    gaps = {}

    def watched(what: str, steps: "list[object]") -> None:
        watcher.start()
        for step in steps:
            step()
            app.processEvents()
            time.sleep(0.001)
            app.processEvents()
        watcher.stop()
        gaps[what] = watcher.longest_ms, watcher.percentile_ms(0.99)

    bar = view.verticalScrollBar()
    watched("filled", [lambda: view.show_report(reports[0], columns)])
    places = np.linspace(0, bar.maximum(), STEPS).astype(int).tolist()
    watched("scrolled from end to end", [lambda place=place: bar.setValue(place) for place in places])
    watched("scrolled by the wheel", [lambda: bar.setValue(bar.value() - 72)] * STEPS)
    watched("put in another order", [lambda: view.show_report(reports[1], columns)])
    view.close()
    return [
        Row(f"{what}, longest gap", f"{longest:.1f} ms", None, "under 50 ms") for what, (longest, _) in gaps.items()
    ] + [Row("scrolled from end to end, 99th percentile", f"{gaps['scrolled from end to end'][1]:.1f} ms")]
