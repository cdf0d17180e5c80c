"""Draw ``window.png``: the real window with the gallery of images and three embedded models, after a run.

Call it from the checkout: ``python docs/pictures/window.py``. Without a display, set ``QT_QPA_PLATFORM=offscreen``.
"""

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from granview.engine.picture_server import PictureServer
from granview.gui.app import make_application, new_engine
from granview.gui.model.event_log import EventLog
from granview.gui.session.preferences import Preferences
from granview.gui.session.window_memory import WindowMemory
from granview.gui.workbench import Workbench
from granview.settings import Settings
from granview.store.session import Session

SAMPLE = "cells-01"
SIZE = (1680, 1000)
PICTURE = Path(__file__).with_name("window.png")


def main() -> None:
    """Open the window on a session of its own, run all, and save what it shows."""
    app = make_application()
    with tempfile.TemporaryDirectory() as home:
        bench = open_window(app, Path(home))
        draw(app, bench)
        bench.window.close()


def open_window(app: QApplication, home: Path) -> Workbench:
    """A window of which nothing lies elsewhere than in ``home``."""
    log = EventLog()
    preferences = Preferences(Settings(theme="dark"), lambda _: None, log.write_error)
    session = Session.create(home / "picture.granview")
    make_engine = partial(new_engine, preferences)
    memory = WindowMemory(home / "window.ini")
    bench = Workbench(app, session, memory, PictureServer(), make_engine, preferences, log)
    bench.window.resize(*SIZE)
    bench.window.show()
    bench.start(lambda: bench.open([], galleries=["images"]))
    return bench


def draw(app: QApplication, bench: Workbench) -> None:
    """Run everything, show one sample, and save the window once all of it is there."""
    model, loader = bench.model, bench.services.loader
    wait(app, lambda: SAMPLE in model.samples and len(model.lanes) == 3)
    bench.window.actions_by_name["run"].trigger()
    wait(app, lambda: all(not model.missing(name) for name in model.lanes.names()))
    model.samples.select(SAMPLE)
    bench.window.docks.show_panel("grain")
    wait(app, lambda: set(model.lanes.names()) <= set(loader.predictions))
    settle(app, 3.0)
    bench.window.grab().save(str(PICTURE))


def wait(app: QApplication, until: Callable[[], bool], timeout_s: float = 300.0) -> None:
    """Let the window live until something holds.

    Raises:
        TimeoutError: it does not come to hold.
    """
    deadline = time.monotonic() + timeout_s
    while not until():
        if time.monotonic() > deadline:
            raise TimeoutError(f"The window was not ready after {timeout_s} s.")
        settle(app, 0.02)


def settle(app: QApplication, seconds: float) -> None:
    """Let the window live for a while: plots and pictures come when they are ready."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)


if __name__ == "__main__":
    main()
