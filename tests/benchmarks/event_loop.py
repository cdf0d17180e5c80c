"""How long the window's event loop is away while three lanes run on every core and the user pages through samples."""

import os
import tempfile
from pathlib import Path

from tests.benchmarks.row import Row

TITLE = "Window's event loop, three lanes running over the gallery"
SAMPLES, PAGE_EVERY_MS = 32, 700


def measure() -> list[Row]:
    """Rows for the 99th percentile and the longest gap between two turns of the event loop."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer

    from granview.gui.app import make_application
    from tests.helpers.shell import GapWatcher, open_bench

    with tempfile.TemporaryDirectory() as home:
        bench = open_bench(make_application(), Path(home))
        model, watcher, loop, page = bench.work.model, GapWatcher(), QEventLoop(), QTimer()
        bench.work.open((), galleries=("images",))
        bench.until(lambda: len(model.samples) == SAMPLES and len(model.lanes) == 3)
        page.timeout.connect(bench.work.window.actions_by_name["next"].trigger)
        page.timeout.connect(lambda: None if model.lanes.is_running else loop.quit())
        bench.work.services.runner.run()
        watcher.start()
        page.start(PAGE_EVERY_MS)
        loop.exec()
        watcher.stop()
        page.stop()
        bench.close()
    return [
        Row("99th percentile", f"{watcher.percentile_ms(0.99):.1f} ms"),
        Row("longest", f"{watcher.longest_ms:.1f} ms", None, "under 50 ms"),
        Row("turns watched", f"{len(watcher.gaps_ms)}"),
    ]
