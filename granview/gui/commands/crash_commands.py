"""Shows reports of defects as they are made, and what the last start left when it ended without warning."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from granview.gui.background.jobs import Jobs
from granview.gui.session.crash_reports import CrashReports


class CrashCommands(QObject):
    """One report is shown at a time; others are kept, and stand in the log.

    Args:
        reports: Makes them.
        jobs: Where what was left is read.
        window: Tells the window that is open now, over which a report is shown; it goes on meanwhile.
    """

    def __init__(self, reports: CrashReports, jobs: Jobs, window: Callable[[], QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._jobs = jobs
        reports.reported.connect(self.show_report)
        jobs.start(reports.take_earlier, reports.report_native)

    def show_report(self, text: str, file: str) -> None:
        """Show a report, unless one is shown already."""
        from granview.gui.dialogs.crash_report import CrashReportDialog

        window = self._window()
        if not window.findChildren(CrashReportDialog):
            CrashReportDialog(text, file, self._jobs, window).show()
