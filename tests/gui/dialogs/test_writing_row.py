from pathlib import Path

from granview.gui.dialogs.export import ExportDialog
from granview.gui.dialogs.report import ReportDialog
from granview.gui.dialogs.writing_row import WritingRow
from granview.gui.session.exporter import ReportWish
from tests.gui.conftest import OpenBench
from tests.helpers.scored import scored_session


def test_the_bar_and_stop_are_there_while_files_are_written(open_window: OpenBench) -> None:
    exporter = open_window().work.exporter
    row = WritingRow(exporter)
    assert not row.bar.isVisibleTo(row)
    exporter.progress.emit(1, 4)
    assert row.bar.isVisibleTo(row)
    assert row.stop.isVisibleTo(row)
    assert (row.bar.value(), row.bar.maximum()) == (1, 4)
    exporter.progress.emit(4, 4)
    assert not row.stop.isVisibleTo(row)
    row.deleteLater()


def test_what_ended_it_is_said_as_it_is(open_window: OpenBench) -> None:
    exporter = open_window().work.exporter
    row = WritingRow(exporter)
    for signal, text in ((exporter.finished, "a.html was written."), (exporter.failed, "<b>No</b> room.")):
        exporter.progress.emit(1, 4)
        signal.emit(text)
        assert row.words.text() == text
        assert not row.bar.isVisibleTo(row)
    row.deleteLater()


def test_stop_stops_what_is_written(open_window: OpenBench, tmp_path: Path) -> None:
    bench = open_window(scored_session(tmp_path / "a.granview"))
    exporter = bench.work.exporter
    row = WritingRow(exporter)
    exporter.write_report(tmp_path / "report.html", ReportWish())
    row.stop.click()
    bench.until(row.words.text)
    assert row.words.text() == "The report was stopped."
    assert not (tmp_path / "report.html").exists()
    row.deleteLater()


def test_both_dialogs_have_one(open_window: OpenBench) -> None:
    bench = open_window()
    for name, kind in (("export", ExportDialog), ("report", ReportDialog)):
        bench.work.window.actions_by_name[name].trigger()
        (dialog,) = bench.work.window.findChildren(kind)
        assert len(dialog.findChildren(WritingRow)) == 1
        dialog.close()
