"""The program with a window: one call makes everything, shows it, and returns when it is closed."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from granview.core.lane import LaneSpec, Variant, lane_name
from granview.core.resources import resource_path
from granview.gui.icons import application_icon
from granview.gui.memory import WindowMemory, default_memory_path
from granview.gui.runner import OnEvents
from granview.gui.workbench import Workbench
from granview.store.session import Session

if TYPE_CHECKING:
    from granview.engine.engine import Engine
    from granview.settings import Settings

GALLERY_LANES: Final = ("zoo:unet-nano", "zoo:unet-base", "zoo:segformer-small")
"""What a first look at the gallery compares."""

_SWITCH_INTERVAL_S: Final = 0.001


def main(files: Sequence[Path], session: Path | None, settings: "Settings", gallery: bool = False) -> int:
    """Open the window.

    Args:
        files: Files and folders to begin with.
        session: A session to open; None for a new one.
        settings: The user's settings.
        gallery: Whether to begin with the sample gallery and lanes for it.

    Returns:
        The exit code of the program.

    Raises:
        SessionError: the session cannot be opened.
    """
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    app = make_application()
    from granview.engine.pictures import PictureServer

    opened = Session.create() if session is None else Session.open_shared(session)
    bench = Workbench(app, opened, WindowMemory(default_memory_path()), PictureServer(), new_engine, settings.theme)
    paths = [*files, resource_path("gallery")] if gallery else list(files)
    lanes = gallery_lanes() if gallery else []
    bench.window.show()
    QTimer.singleShot(0, lambda: bench.start(lambda: bench.open(paths, lanes)))
    return app.exec()


def make_application() -> QApplication:
    """The application object, in Fusion style, under the program's name."""
    QApplication.setStyle("Fusion")
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("GranView")
    app.setDesktopFileName("granview")
    app.setWindowIcon(application_icon())
    return app


def new_engine(on_events: OnEvents, session: Session) -> "Engine":
    """An engine that records into the session."""
    from granview.engine.engine import Engine

    return Engine(on_events, session)


def gallery_lanes() -> list[LaneSpec]:
    """Lanes for a first look at the gallery."""
    specs: list[LaneSpec] = []
    for model in GALLERY_LANES:
        name = lane_name(model, Variant(), (spec.name for spec in specs))
        specs.append(LaneSpec(name, model))
    return specs
