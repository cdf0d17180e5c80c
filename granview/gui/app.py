"""The program with a window: one call makes everything, shows it, and returns when it is closed."""

import sys
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication

from granview.core.ending_signals import ended_by, exit_code_of
from granview.core.errors import ArgumentError
from granview.core.lane import LaneSpec
from granview.gui.background.first_paint import FirstPaint
from granview.gui.language.translation import asked_language
from granview.gui.model.event_log import EventLog
from granview.gui.session.crash_reports import CrashReports, names_of_the_user
from granview.gui.session.first_session import start_opening
from granview.gui.session.galleries import galleries
from granview.gui.session.preferences import Preferences
from granview.gui.session.window_memory import WindowMemory, default_memory_path
from granview.gui.style.icons import application_icon
from granview.io.crash_files import NativeWatch, crash_folder
from granview.settings import Settings, save_settings, settings_path
from granview.settings.lane_argument import parse_lanes
from granview.store.unnamed_sessions import unnamed_folder

if TYPE_CHECKING:
    from granview.engine.engine import Engine
    from granview.gui.session.runner import OnEvents
    from granview.gui.workbench import Workbench
    from granview.store.session import Session

_SWITCH_INTERVAL_S: Final = 0.001


def main(files: Sequence[Path], session: Path | None, settings: Settings, gallery: str = "", language: str = "") -> int:
    """Open the window.

    The session is opened while the window's modules are imported, which is why they are imported here.

    Args:
        files: Files and folders to begin with.
        session: A session to open; None for a new one.
        settings: The user's settings.
        gallery: The sample galleries to begin with, and lanes for them: ``images``, ``text``, ``all``, or none.
        language: The window's language, or ``system``; empty: as the settings say.

    Returns:
        The exit code of the program.

    Raises:
        SessionError: the session cannot be opened.
    """
    opening = start_opening(session, settings)
    app = make_application()
    from granview.engine.picture_server import PictureServer
    from granview.gui.workbench import Workbench

    event_log, crashes = EventLog(), CrashReports(crash_folder())
    watch = NativeWatch(crashes.folder)
    sys.excepthook = partial(_log_exception, event_log, crashes)
    threading.excepthook = crashes.report_thread
    preferences = Preferences(settings, partial(save_settings, settings_path()), event_log.write_error)
    memory = WindowMemory(default_memory_path(), unnamed_folder())
    make_engine = partial(new_engine, preferences)
    bench = Workbench(
        app, opening.result(), memory, PictureServer(), make_engine, preferences, event_log, asked_language(language)
    )
    chosen = galleries(gallery)
    lanes = last_lanes(settings) if session is None and not chosen else []

    crashes.private = lambda: names_of_the_user(bench.model)

    def begin() -> None:
        check_after_start(bench, crashes)
        bench.start(lambda: bench.open(files, lanes, chosen))
        if session is None:
            bench.services.jobs.start(prepare_lanes, lambda _: None, event_log.write_error)
            bench.face.sessions.offer_recovery()
        elif not bench.document.session.unnamed:
            preferences.add_recent_session(bench.document.session.path)
        bench.face.runtimes.choose_at_first(bench.face.offer_tour)

    FirstPaint(bench.window, begin)
    bench.window.show()
    code = _until_closed(app, bench)
    watch.close()
    return code


def check_after_start(bench: "Workbench", crashes: CrashReports) -> None:
    """What is checked once the window is seen: what the last start left, and, where the user wants that, updates."""
    from granview.gui.background.opened_files import OpenedFiles
    from granview.gui.commands.crash_commands import CrashCommands
    from granview.gui.commands.update_check import check_for_updates

    services = bench.services
    CrashCommands(crashes, services.jobs, lambda: bench.window, bench)
    if sys.platform == "darwin":  # elsewhere a second program is started
        OpenedFiles(bench).opened.connect(lambda path: bench.open([path]))
    check_for_updates(bench.preferences.settings, services.network_jobs, services.event_log)


def _until_closed(app: QApplication, bench: "Workbench") -> int:
    """Wait until the window is closed, or a signal closes it; returns the exit code."""
    from granview.gui.background.end_at_signals import EndingSignals

    asked: list[int] = []
    kept: list[str] = []

    def leave(number: int) -> None:
        asked.append(number)
        kept.append(where_it_is(bench.document.session))
        bench.face.sessions.ask_no_more()
        app.closeAllWindows()
        app.quit()

    ending = EndingSignals(app)
    ending.asked.connect(leave)
    code = app.exec()
    ending.close()
    if not asked:
        return code
    print(f"granview: {ended_by(asked[0])}.{kept[0] if bench.document.session.path.exists() else ''}", file=sys.stderr)
    return exit_code_of(asked[0])


def where_it_is(session: "Session") -> str:
    """Where the comparison is once the program has ended, and that its file is not all of it."""
    where = f" The comparison is in {session.path}."
    return f"{where} Changes that were not saved are kept beside it." if session.n_unsaved else where


def make_application() -> QApplication:
    """The application object, in Fusion style, under the program's name; no other thread keeps it waiting for long."""
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    QApplication.setStyle("Fusion")
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("GranView")
    app.setDesktopFileName("granview")
    app.setWindowIcon(application_icon())
    return app


def new_engine(preferences: Preferences, on_events: "OnEvents", session: "Session") -> "Engine":
    """An engine that records into the session, within the limits that the user has set."""
    from granview.engine.engine import Engine
    from granview.engine.limits import Limits, WorkerOptions

    settings = preferences.settings
    limits = Limits(sample_timeout_s=settings.sample_timeout_s)
    return Engine(on_events, session, limits, WorkerOptions(threads=settings.cpu_threads or None))


def prepare_lanes() -> None:
    """Begin to import what lanes need, which takes seconds: those in which the user sees what there is to choose."""
    from granview.engine.process_start import prepare

    prepare()


def last_lanes(settings: Settings) -> list[LaneSpec]:
    """The lanes of the last comparison; none where they cannot be read any more."""
    try:
        return parse_lanes(settings.last_lanes, LaneSpec("", "", device=settings.device))
    except ArgumentError:
        return []


def _log_exception(
    event_log: EventLog,
    crashes: CrashReports,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """A defect of the program itself: into the log, the terminal and a report; the window goes on."""
    sys.__excepthook__(kind, error, trace)
    event_log.write_error(error)
    crashes.report(kind, error, trace)
