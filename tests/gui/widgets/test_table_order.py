"""A table that is sorted by clicks on its heads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from granview.gui.style.theme import LIGHT
from granview.gui.widgets.table import Table, TableCell, TableColumn, TableRow
from granview.gui.widgets.table_view import TableView


def _table(*values: float | None) -> Table:
    rows = tuple(
        TableRow(str(place), (TableCell("n/a" if value is None else str(value), value=value), TableCell("word")))
        for place, value in enumerate(values)
    )
    return Table("Lane", (TableColumn("mIoU"), TableColumn("Device")), rows)


@pytest.fixture
def view(qapp: QApplication) -> TableView:
    shown = TableView(LIGHT)
    shown.let_sort()
    shown.show_table(_table(0.5, None, 0.9, 0.1), {})
    return shown


def _click(view: TableView, section: int) -> tuple[str, str]:
    """The heads of the rows and the head of the column after a click on it."""
    view.horizontalHeader().sectionClicked.emit(section)
    head = view.model().headerData(section, Qt.Orientation.Horizontal)
    return "".join(row.title for row in view.table.rows), str(head)


def test_the_smallest_is_first_then_the_largest_then_unsorted(view: TableView) -> None:
    clicks = [_click(view, 1) for _ in range(3)]
    assert clicks == [("3021", "mIoU ▴"), ("2031", "mIoU ▾"), ("0123", "mIoU")]


def test_rows_stay_sorted_when_other_values_come(view: TableView) -> None:
    _click(view, 1)
    view.show_table(_table(0.5, 0.2, 0.1, 0.4), {})
    assert [row.title for row in view.table.rows] == ["2", "1", "3", "0"]
    assert _click(view, 0) == ("0123", "Lane")


def test_a_column_of_words_orders_nothing_and_heads_are_copied_without_marks(view: TableView) -> None:
    assert _click(view, 2)[0] == "0123"
    assert [column.title for column in view.table.columns] == ["mIoU", "Device"]


def test_heads_of_a_table_that_does_not_sort_are_not_clickable(qapp: QApplication) -> None:
    assert not TableView(LIGHT).horizontalHeader().sectionsClickable()
