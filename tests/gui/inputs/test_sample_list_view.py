"""How a row of the inputs is painted where there is little room."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics, QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QListView, QStyleOptionViewItem

from granview.gui.disagreement.queue_view import QueueView
from granview.gui.inputs.sample_list_view import ROW_ROLE, SampleRow, SampleRowDelegate, SampleView, dot_step
from granview.gui.inspect.legend_table import LegendTable
from granview.gui.style.icons import IconSet
from granview.gui.style.theme import LIGHT
from granview.gui.widgets.table_view import TableView
from granview.settings import Settings
from tests.gui.conftest import OpenBench
from tests.helpers.scored import scored_session


def painted(text: str, width_px: int, n_lanes: int) -> QImage:
    item, items = QStandardItem(), QStandardItemModel()
    item.setData(SampleRow("cells-01", text, False, None, [("#0072b2", "ok")] * n_lanes), ROW_ROLE)
    items.appendRow(item)
    view = SampleView(items, SampleRowDelegate(LIGHT, IconSet("#000000", "#0000ff")))
    view.resize(width_px, 80)
    image = view.grab().toImage()
    view.deleteLater()
    return image


def test_dots_of_many_lanes_draw_together_so_that_words_keep_half_of_the_room() -> None:
    assert dot_step(3, 120) == 11
    assert dot_step(0, 120) == 0
    for n in (8, 16, 40):
        assert dot_step(n, 120) * n + 4 <= 60 + 1e-9


@pytest.mark.parametrize("n_lanes", [2, 8])
def test_numbers_that_have_no_room_are_left_out_and_not_cut(qapp: QApplication, n_lanes: int) -> None:
    narrow = painted("0.65 · 123456789012345 %", 190, n_lanes)
    assert narrow == painted("0.65 · 987654321098765 %", 190, n_lanes)
    assert narrow != painted("0.65", 190, n_lanes)
    assert painted("0.65 · 12 %", 400, n_lanes) != painted("0.65 · 98 %", 400, n_lanes)


def two_lines(view: QListView) -> int:
    """What a row with two lines needs, in px."""
    return 2 * QFontMetrics(view.font()).height()


def row_height(view: QListView) -> int:
    """What a row gets, in px."""
    option = QStyleOptionViewItem()
    option.fontMetrics = QFontMetrics(view.font())
    return view.itemDelegate().sizeHint(option, view.model().index(0, 0)).height()


def test_rows_are_as_high_as_large_letters(open_window: OpenBench, tmp_path: Path) -> None:
    session = scored_session(tmp_path / "s.granview", samples=2)
    window = open_window(session, Settings(theme="light", font_percent=200)).work.window
    samples = window.findChild(SampleView)
    assert row_height(samples) >= two_lines(samples)
    for table in [*window.findChildren(LegendTable), *window.findChildren(TableView)]:
        assert table.verticalHeader().defaultSectionSize() >= QFontMetrics(table.font()).height(), table
    queue = window.findChild(QueueView)
    assert queue.verticalHeader().defaultSectionSize() >= QFontMetrics(queue.font()).height()
