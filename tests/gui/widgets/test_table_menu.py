from pathlib import Path

import polars
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from granview.gui.session.window_memory import WindowMemory
from granview.gui.style.theme import LIGHT
from granview.gui.widgets.table import Table, TableCell, TableColumn, TableRow
from granview.gui.widgets.table_view import TableView
from tests.helpers.shell_waiting import until

TABLE = Table(
    "Lane",
    (TableColumn("mIoU"), TableColumn("mIoU"), TableColumn("Time")),
    (
        TableRow("a|b", (TableCell("0.50", "−0.1 … 0.1", value=0.5), TableCell("0.25", value=0.25), TableCell("n/a"))),
        TableRow("c", (TableCell("0.75", value=0.75), TableCell("0.50", value=0.5), TableCell("2 ms", value=2.0))),
    ),
)
HEADS = ["Lane", "mIoU", "mIoU (below)", "mIoU (2)", "Time"]


@pytest.fixture
def view(qapp: QApplication) -> TableView:
    shown = TableView(LIGHT)
    shown.show_table(TABLE, {})
    return shown


def _choose(view: TableView, title: str) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    menu = view.menu.menu()
    next(action for action in menu.actions() if action.text() == title).trigger()
    menu.close()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    until(app, clipboard.text)


def test_a_table_is_copied_with_its_numbers(view: TableView) -> None:
    _choose(view, "Copy as CSV")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == ",".join(HEADS)
    assert lines[1] == "a|b,0.5,−0.1 … 0.1,0.25,"
    _choose(view, "Copy")
    assert QGuiApplication.clipboard().text().splitlines()[2] == "c\t0.75\t\t0.5\t2"
    _choose(view, "Copy as Markdown")
    assert "| a\\|b |" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".parquet", ".md"])
def test_a_table_is_saved_in_every_format(view: TableView, qapp: QApplication, tmp_path: Path, suffix: str) -> None:
    done: list[None] = []
    path = tmp_path / f"t{suffix}"
    view.menu.save_to(path, lambda: done.append(None))
    until(qapp, lambda: done)
    if suffix == ".parquet":
        assert polars.read_parquet(path).columns == HEADS
        assert polars.read_parquet(path)["Time"].to_list() == [None, 2.0]
    else:
        assert "mIoU (below)" in path.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_said(
    view: TableView, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _view, _title, words: said.append(words))
    view.menu.save_to(tmp_path / "none" / "t.csv")
    until(qapp, lambda: said)
    assert "cannot be written" in said[0]


def test_an_empty_table_has_nothing_to_copy(qapp: QApplication) -> None:
    assert not TableView(LIGHT).menu.menu().isEnabled()


def test_a_table_is_saved_where_the_last_one_was(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory, offered = WindowMemory(tmp_path / "window.ini"), list[str]()
    view = TableView(LIGHT, memory)
    view.show_table(TABLE, {})

    def choose(_view: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        offered.append(start)
        return str(tmp_path / "t.csv"), "*.csv"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    for _ in range(2):
        view.menu.save()
        until(qapp, (tmp_path / "t.csv").exists)
    assert offered == [str(Path.home() / "table.csv"), str(tmp_path / "table.csv")]
