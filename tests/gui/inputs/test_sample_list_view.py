"""How a row of the inputs is painted where there is little room."""

import pytest
from PySide6.QtGui import QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication

from granview.gui.inputs.sample_list_view import ROW_ROLE, SampleRow, SampleRowDelegate, SampleView, dot_step
from granview.gui.style.icons import IconSet
from granview.gui.style.theme import LIGHT


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
