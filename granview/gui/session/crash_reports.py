"""Makes a report of every defect of the program, keeps it, and tells the window; nothing is sent anywhere."""

import os
import platform
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal, qVersion

import granview
from granview.core.crash_report import exception_trace, native_trace, report_text
from granview.gui.model.comparison import ComparisonModel
from granview.io.crash_files import keep_report, take_native_crashes

translate = QCoreApplication.translate


class CrashReports(QObject):
    """Reports of this program's defects.

    Args:
        folder: Where they are kept.
    """

    reported = Signal(str, str)
    """A report's text, and its file; empty where it could not be kept. Each defect is told once."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.private: Callable[[], Iterable[str]] = tuple
        """The names that the user gave to samples and lanes; none of them stands in a report."""
        self._known: set[str] = set()

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Make a report of an exception that nobody caught. Can be called on any thread; raises nothing.

        It is on the disk when this returns: what was not caught may end the program in the next moment.
        """
        try:
            where = exception_trace(kind, error, trace, self.private())
            if where in self._known:
                return
            self._known.add(where)
            self._tell(translate("CrashReports", "GranView met a defect of its own and went on."), where)
        except Exception as second:  # noqa: BLE001  a report of a defect must not become one
            print(f"granview: no report could be made ({type(second).__name__}).", file=sys.stderr)

    def report_thread(self, args: threading.ExceptHookArgs) -> None:
        """Make a report of an exception that ended a thread; the terminal has it too."""
        threading.__excepthook__(args)
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    def report_native(self, texts: Iterable[str]) -> None:
        """Make a report of each time that compiled code ended the program, found at this start."""
        for text in texts:
            self._tell(
                translate("CrashReports", "GranView ended without warning when it last ran."), native_trace(text)
            )

    def take_earlier(self) -> list[str]:
        """What earlier starts left; for a thread of its own."""
        return take_native_crashes(self.folder)

    def _tell(self, what: str, where: str) -> None:
        text = report_text(what, facts(), where)
        try:
            kept = str(keep_report(text, self.folder))
        except OSError:
            kept = ""
        self.reported.emit(text, kept)


def names_of_the_user(model: ComparisonModel) -> tuple[str, ...]:
    """The names that the user gave to samples and lanes."""
    return (*(sample.name for sample in model.samples.all()), *model.lanes.names())


def facts() -> dict[str, str]:
    """Versions, system and devices: nothing that tells who the user is."""
    return {
        "GranView": granview.__version__,
        "Python": platform.python_version(),
        "Qt": f"{qVersion()}, {QCoreApplication.instance() and _platform_plugin()}",
        "System": platform.platform(terse=True),
        "Processor": f"{platform.machine()}, {os.cpu_count()} cores",
        "GPU": ", ".join(_gpus()) or "none that NVIDIA's driver knows",
    }


def _platform_plugin() -> str:
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.platformName()


def _gpus() -> list[str]:
    """Names of the GPUs that NVIDIA's driver knows."""
    try:
        import pynvml

        pynvml.nvmlInit()
        return [
            str(pynvml.nvmlDeviceGetName(pynvml.nvmlDeviceGetHandleByIndex(index)))
            for index in range(pynvml.nvmlDeviceGetCount())
        ]
    except Exception:  # noqa: BLE001  no driver, an old one, a broken one: a report is made all the same
        return []
