"""A report is read whole before anybody can see it: shown, copied, saved, never sent."""

import sys
from functools import partial
from pathlib import Path
from threading import ExceptHookArgs, Thread

from PySide6.QtGui import QGuiApplication

from granview.gui.app import _log_exception
from granview.gui.commands.crash_commands import CrashCommands
from granview.gui.dialogs.crash_report import CrashReportDialog
from granview.gui.session.crash_reports import CrashReports
from tests.helpers.shell import Bench


def dialogs(bench: Bench) -> list[CrashReportDialog]:
    return bench.work.window.findChildren(CrashReportDialog)


def test_a_defect_is_shown_once_kept_and_copied_without_the_user_s_data(bench: Bench, tmp_path: Path, capsys) -> None:
    reports = CrashReports(tmp_path / "reports")
    reports.private = lambda: ("Patient-7",)
    CrashCommands(reports, bench.work.services.jobs, lambda: bench.work.window, bench.work)
    hook = partial(_log_exception, bench.work.services.event_log, reports)

    for _ in range(2):
        try:
            raise RuntimeError(f"no cell of Patient-7 in {tmp_path}/secret.png")
        except RuntimeError:
            hook(*sys.exc_info())

    (dialog,) = dialogs(bench)
    text = dialog.text.toPlainText()
    assert "RuntimeError: no cell of … in …" in text
    assert "GranView  " in text
    assert not any(word in text for word in ("Patient", "secret", str(tmp_path), str(Path.home())))
    (kept,) = (tmp_path / "reports").iterdir()
    assert kept.read_text(encoding="utf-8") == text
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == text
    dialog.write_to(tmp_path / "mine.txt")
    bench.until(lambda: "mine.txt" in dialog.state.text())
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == text
    dialog.write_to(tmp_path / "none" / "mine.txt")
    bench.until(lambda: "cannot be written" in dialog.state.text())
    assert "Patient-7" in capsys.readouterr().err, "the terminal is the user's own"


def test_an_exception_that_ends_a_thread_is_shown_by_the_window_s_own(bench: Bench, tmp_path: Path, capsys) -> None:
    reports = CrashReports(tmp_path / "reports")
    CrashCommands(reports, bench.work.services.jobs, lambda: bench.work.window, bench.work)

    def work() -> None:
        try:
            raise LookupError("nothing there")
        except LookupError as error:
            reports.report_thread(ExceptHookArgs((LookupError, error, error.__traceback__, None)))

    thread = Thread(target=work)
    thread.start()
    thread.join()
    bench.until(lambda: dialogs(bench))

    assert "LookupError: nothing there" in dialogs(bench)[0].text.toPlainText()


def test_what_ended_the_last_start_is_found_at_this_one(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "running-4194399.txt").write_text(
        'Fatal Python error: Aborted\n\nThread:\n  File "/home/zoe/site-packages/PySide6/x.py", line 3 in f\n'
    )

    CrashCommands(CrashReports(tmp_path), bench.work.services.jobs, lambda: bench.work.window, bench.work)
    bench.until(lambda: dialogs(bench))

    text = dialogs(bench)[0].text.toPlainText()
    assert "ended without warning" in text
    assert 'File "PySide6/x.py", line 3 in f' in text
