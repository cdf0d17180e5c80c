"""A table in little room: every row, and no number cut."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from granview.gui.session.window_memory import WindowMemory
from granview.gui.style.icons import IconSet
from granview.gui.style.theme import LIGHT
from granview.gui.widgets.column_chooser import ColumnChooser
from granview.gui.widgets.table import Table, TableCell, TableColumn, TableRow
from granview.gui.widgets.table_view import TableView
from tests.helpers.canvas import settle

TITLES = ("mIoU", "Forward ms", "Pixel accuracy", "Dice", "Boundary IoU", "Params")


def table_of(n_rows: int) -> Table:
    cells = tuple(TableCell(f"0.{at}79", "+0.128 ±0.016", is_best=True, value=at) for at in range(len(TITLES)))
    rows = tuple(TableRow(f"lane-{n}", cells, f"lane-{n}", "n = 32") for n in range(n_rows))
    return Table("Lane", tuple(map(TableColumn, TITLES)), rows, has_details=True)


@pytest.fixture
def view(qapp: QApplication) -> Iterator[TableView]:
    view = TableView(LIGHT)
    view.let_hide()
    view.resize(420, 160)
    view.show()
    yield view
    view.deleteLater()


def test_rows_are_low_where_they_would_not_all_be_in_view(view: TableView, qapp: QApplication) -> None:
    heights = {}
    for n in (2, 3, 6):
        view.show_table(table_of(n), {})
        settle(qapp)
        assert view.verticalScrollBar().maximum() == 0
        heights[n] = view.rowHeight(0)
    assert heights[6] < heights[2]
    assert heights[6] >= view.fontMetrics().height()


@pytest.mark.parametrize("n_rows", [2, 6])
def test_no_column_is_cut_at_the_edge_and_the_first_come_first(
    view: TableView, qapp: QApplication, n_rows: int
) -> None:
    shown = []
    for width in (260, 420, 900):
        view.resize(width, 160)
        view.show_table(table_of(n_rows), {})
        settle(qapp)
        assert view.horizontalScrollBar().maximum() == 0
        shown.append(view.shown_columns())
        assert tuple(shown[-1]) == TITLES[: len(shown[-1])]
    assert 1 <= len(shown[0]) < len(shown[1]) < len(shown[2])


def test_what_is_chosen_is_shown_and_remembered_for_its_task(
    view: TableView, qapp: QApplication, tmp_path: Path
) -> None:
    memory, icons = WindowMemory(tmp_path / "window.ini"), IconSet(LIGHT.text, LIGHT.accent)
    chooser = ColumnChooser(view, memory, "metrics", icons)
    chooser.set_scope("segmentation")
    view.show_table(table_of(3), {})
    settle(qapp)
    n_hidden = len(TITLES) - len(view.shown_columns())
    assert chooser.text() == f"+{n_hidden}"
    assert TITLES[-1] in chooser.toolTip()
    _entry(chooser, "Params").trigger()
    assert "Params" in view.shown_columns()
    chooser.set_scope("other")
    assert "Params" not in view.shown_columns()
    other_view = TableView(LIGHT)
    again = ColumnChooser(other_view, memory, "metrics", icons)
    other_view.show_table(table_of(3), {})
    again.set_scope("segmentation")
    assert "Params" in other_view.shown_columns()
    _entry(again, "As many as fit").trigger()
    assert other_view.chosen_columns is None
    for widget in (chooser, again, other_view):
        assert isinstance(widget, QWidget)
        widget.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        widget.close()


def _entry(chooser: ColumnChooser, text: str) -> QAction:
    chooser.fill()
    return next(action for action in chooser.menu().actions() if action.text() == text)
