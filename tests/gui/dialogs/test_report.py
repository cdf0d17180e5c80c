from pathlib import Path

import pytest

from granview.gui.dialogs.report import ReportDialog
from tests.gui.conftest import OpenBench
from tests.helpers.scored import scored_session
from tests.helpers.shell import Bench


@pytest.fixture
def scored(open_window: OpenBench, tmp_path: Path) -> Bench:
    """A window with lanes that were scored."""
    bench = open_window(scored_session(tmp_path / "scored.granview", samples=4))
    bench.until(lambda: len(bench.work.services.model.lanes) == 2)
    return bench


def _dialog(bench: Bench) -> ReportDialog:
    bench.work.window.actions_by_name["report"].trigger()
    (dialog,) = bench.work.window.findChildren(ReportDialog)
    return dialog


def _written(bench: Bench, dialog: ReportDialog, path: Path) -> str:
    said: list[str] = []
    bench.work.exporter.finished.connect(said.append)
    bench.work.exporter.failed.connect(said.append)
    dialog.write_to(path)
    assert not dialog.write.isEnabled()
    bench.until(lambda: said)
    assert dialog.write.isEnabled()
    return said[0]


@pytest.mark.slow
@pytest.mark.parametrize(("suffix", "begins"), [(".html", b"<!DOCTYPE html>"), (".pdf", b"%PDF")])
def test_a_report_is_written_in_every_format(scored: Bench, tmp_path: Path, suffix: str, begins: bytes) -> None:
    dialog = _dialog(scored)
    dialog.format.setCurrentIndex(dialog.format.findData(suffix))
    assert dialog.suffix == suffix
    path = tmp_path / f"report{suffix}"
    assert str(path) in _written(scored, dialog, path)
    assert path.read_bytes().startswith(begins)
    assert dialog.open_it.isVisibleTo(dialog)


@pytest.mark.slow
def test_what_is_chosen_is_what_is_written(scored: Bench, tmp_path: Path) -> None:
    dialog = _dialog(scored)
    dialog.title.setText("Is <b>small</b> enough?")
    dialog.language.setCurrentIndex(dialog.language.findData("zh"))
    dialog.against.setCurrentIndex(dialog.against.findData("poor"))
    dialog.examples.setValue(1)
    _written(scored, dialog, tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Is &lt;b&gt;small&lt;/b&gt; enough?" in text
    assert "--language zh --against poor --samples 1" in text


def test_a_report_that_is_stopped_leaves_nothing(scored: Bench, tmp_path: Path) -> None:
    dialog = _dialog(scored)
    scored.work.exporter.progress.connect(lambda _done, _total: scored.work.exporter.stop())
    scored.work.exporter.write_report(tmp_path / "report.html", dialog.wish())
    scored.work.exporter.stop()
    said: list[str] = []
    scored.work.exporter.finished.connect(said.append)
    scored.until(lambda: said)
    assert said == ["The report was stopped."]
    assert not (tmp_path / "report.html").exists()


def test_a_folder_that_cannot_be_written_is_said(scored: Bench, tmp_path: Path) -> None:
    said = _written(scored, _dialog(scored), tmp_path / "none" / "report.html")
    assert "cannot be written" in said


def test_without_lanes_nothing_can_be_written(open_window: OpenBench) -> None:
    dialog = _dialog(open_window())
    assert not dialog.write.isEnabled()
