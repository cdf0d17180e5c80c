"""Searching in the texts of all cells."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from granview.gui.lanes.panel import LaneGrid
from granview.gui.lanes.texts import text_search
from granview.gui.lanes.texts.text_search import SearchQuery, find_all
from granview.gui.model.opened_text import OpenedText
from granview.gui.model.text_viewport import TextViewport
from tests.helpers.canvas import settle, shot
from tests.helpers.grids import ShowGrid
from tests.helpers.text_cells import text_lane, written

TEXT = "\n".join(f"Row {n} of the harbour log." for n in range(200))


@pytest.fixture
def grid(show: ShowGrid) -> LaneGrid:
    opened = OpenedText(TEXT)
    return show(
        text_lane("a", opened),
        text_lane("b", opened),
        text_lane("c", opened, written("The harbour was calm, the Harbour master said."), writes=True),
    )


@pytest.mark.parametrize(
    ("text", "letters", "match_case", "expected"),
    [
        ("Aa aA", "aa", False, [(0, 2), (3, 5)]),
        ("Aa aA", "aA", True, [(3, 5)]),
        ("a.b axb", "a.b", False, [(0, 3)]),
        ("😀 x 😀", "😀", False, [(0, 1), (4, 5)]),
        ("الولد", "ولد", False, [(2, 5)]),
        ("anything", "", False, []),
    ],
)
def test_letters_stand_for_themselves(
    text: str, letters: str, match_case: bool, expected: list[tuple[int, int]]
) -> None:
    assert [tuple(place) for place in find_all(text, SearchQuery(letters, match_case)).tolist()] == expected


def test_a_search_piece_by_piece_finds_what_one_in_one_go_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "abcab" * 40
    whole = find_all(text, SearchQuery("abcababcab")).tolist()
    monkeypatch.setattr(text_search, "PIECE", 7)
    assert find_all(text, SearchQuery("abcababcab")).tolist() == whole
    assert len(whole) == 20


def test_the_search_opens_by_its_keys_with_what_is_selected(grid: LaneGrid) -> None:
    grid.activateWindow()
    body = grid.cells[0].body
    body.setFocus()
    cursor = body.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(5, cursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    QTest.keyClick(body, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert grid.cell_grid.bar.isVisible()
    assert grid.cell_grid.bar.field.text() == "Row 0"
    assert grid.cell_grid.bar.count.text() == "1 of 1"


def test_next_goes_through_the_places_of_all_texts_and_scrolls_to_them(
    grid: LaneGrid, viewport: TextViewport, qapp: QApplication
) -> None:
    viewport.find()
    bar = grid.cell_grid.bar
    bar.field.setText("harbour")
    bar.next.click()
    assert bar.count.text() == "2 of 202"
    for _ in range(150):
        viewport.step(1)
    settle(qapp)
    assert bar.count.text() == "152 of 202"
    at = TEXT.index("harbour", TEXT.index("Row 151"))
    assert all(cell.body.boxes_of((at, at + 7)) for cell in grid.cells[:2])
    for _ in range(49):
        bar.next.click()
    assert bar.count.text() == "201 of 202"
    bar.previous.click()
    bar.next.click()
    bar.next.click()
    bar.next.click()
    assert bar.count.text() == "1 of 202"


def test_what_is_found_is_drawn_until_the_search_is_closed(grid: LaneGrid, viewport: TextViewport) -> None:
    before = shot(grid.cells[2].body)
    viewport.find()
    grid.cell_grid.bar.field.setText("calm")
    grid.cell_grid.bar.next.click()
    assert shot(grid.cells[2].body) != before
    QTest.keyClick(grid.cell_grid.bar.field, Qt.Key.Key_Escape)
    assert not grid.cell_grid.bar.isVisible()
    assert grid.cell_grid.bar.query == SearchQuery()


def test_capitals_matter_on_demand(grid: LaneGrid, viewport: TextViewport) -> None:
    viewport.find()
    bar = grid.cell_grid.bar
    bar.field.setText("Harbour")
    bar.case.click()
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "1 of 1"
    bar.field.setText("nowhere")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "not found"


def test_what_is_not_kept_is_said(grid: LaneGrid, viewport: TextViewport, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_search, "MAX_PLACES", 50)
    viewport.find()
    grid.cell_grid.bar.field.setText("row")
    QTest.keyClick(grid.cell_grid.bar.field, Qt.Key.Key_Return)
    assert grid.cell_grid.bar.count.text() == "2 of more than 50"
