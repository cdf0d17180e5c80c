"""Where cells of texts stand when there is little room."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from granview.core.events import LaneState
from granview.core.predictions.class_scores import ClassScores
from granview.gui.lanes.panel import LaneGrid
from granview.gui.lanes.texts.cell_rows import CellRows
from granview.gui.lanes.texts.summary_rows import Summary
from granview.gui.lanes.texts.text_cell import TextCell
from granview.gui.model.opened_text import OpenedText
from granview.gui.presenters.text_presenter import Bar
from granview.gui.style.theme import LIGHT
from tests.helpers.canvas import settle
from tests.helpers.grids import ShowGrid
from tests.helpers.text_cells import TYPES, text_lane

TEXT = "Some words that are said.\n" * 30
SIZE = {"width": 800, "height": 430}


def many(show: ShowGrid, n: int = 6) -> LaneGrid:
    opened = OpenedText(TEXT)
    plain = [text_lane(f"plain-{place}", opened) for place in range(n - 2)]
    scores = ClassScores(np.array([0.7, 0.2, 0.1], np.float32))
    sure = [text_lane(name, opened, scores, labels=TYPES) for name in ("a", "b")]
    return show(*plain, *sure, **SIZE)


def sheet_of(grid: LaneGrid) -> CellRows:
    (found,) = grid.findChildren(CellRows)
    return found


def lines_in_view(cell: TextCell) -> float:
    return cell.body.viewport().height() / cell.body.fontMetrics().lineSpacing()


def test_every_cell_shows_a_few_lines_and_the_sheet_scrolls(show: ShowGrid) -> None:
    grid = many(show)
    sheet = sheet_of(grid)
    assert all(lines_in_view(cell) >= 6 for cell in grid.cells)
    assert sheet.verticalScrollBar().maximum() == sheet.ground.height() - sheet.height() > 0
    assert max(cell.geometry().right() for cell in grid.cells) < sheet.viewport().width()


def test_few_cells_fill_the_room_and_nothing_scrolls(show: ShowGrid) -> None:
    grid = many(show, 3)
    sheet = sheet_of(grid)
    assert sheet.verticalScrollBar().maximum() == 0
    assert {cell.height() for cell in grid.cells} == {sheet.height()}


def test_texts_begin_side_by_side_whatever_stands_above_them(show: ShowGrid) -> None:
    cells = many(show, 3).cells
    assert {cell.summary.height() for cell in cells} == {cells[1].summary.height()}
    assert cells[1].summary.height() > 0
    assert len({cell.body.y() for cell in cells}) == 1


def test_a_long_summary_ends_with_a_whole_row(qapp: QApplication) -> None:
    summary = Summary(LIGHT)
    summary.show_rows([Bar(f"class {n}", 0.1) for n in range(30)])
    one, two = sorted({summary.content.height_within(400, most) for most in range(40, 100)})[:2]
    row = two - one
    assert row > 0
    assert summary.wanted_height(400, one + 3 * row + row // 2) == one + 3 * row
    assert summary.wanted_height(400, 10_000) == summary.content.heightForWidth(400)


def test_a_label_of_one_line_never_scrolls(qapp: QApplication) -> None:
    summary = Summary(LIGHT)
    summary.show_rows([Bar("positive", None)])
    summary.show()
    for most in range(1, 60):
        summary.setFixedHeight(summary.wanted_height(300, most))
        summary.resize(300, summary.height())
        settle(qapp)
        assert summary.verticalScrollBar().maximum() == 0, most
        assert not summary.verticalScrollBar().isVisible()
    summary.deleteLater()


def test_what_was_found_is_scrolled_into_view(show: ShowGrid, qapp: QApplication) -> None:
    grid = many(show)
    sheet = sheet_of(grid)
    last = grid.cells[-1]
    assert not sheet.viewport().rect().contains(last.geometry())
    sheet.show_any([last])
    settle(qapp)
    view = sheet.viewport().rect().translated(0, sheet.verticalScrollBar().value())
    assert view.contains(last.geometry())


def test_a_card_without_room_leaves_its_sentences_to_the_tool_tip(show: ShowGrid) -> None:
    opened = OpenedText(TEXT)
    words = "Out of memory on the device. Use a smaller variant of the model. " * 6
    grid = show(text_lane("a", opened, state=LaneState.FAILED, message=words), **SIZE)
    card = grid.cells[0].card
    area = grid.cells[0].body.rect()
    card.place(area, in_the_way=True)
    assert card.height() == card.heightForWidth(card.width())
    area.setHeight(60)
    card.place(area, in_the_way=True)
    assert card.height() <= 60
    assert card.height() >= card.heightForWidth(card.width())
    assert words.strip() in card.toolTip()


def test_a_click_anywhere_in_a_cell_takes_the_keyboard(show: ShowGrid, qapp: QApplication) -> None:
    grid = many(show, 3)
    grid.activateWindow()
    first, _, last = grid.cells
    for place, cell in ((first.head, first), (last.foot, last), (first.body.viewport(), first), (last.summary, last)):
        QTest.mouseClick(place, Qt.MouseButton.LeftButton)
        settle(qapp)
        assert grid.window().focusWidget() is cell.body
