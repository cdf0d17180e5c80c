"""Texts that are being written."""

import dataclasses

from PySide6.QtWidgets import QApplication

from granview.core.events import LaneState
from granview.gui.model.opened_text import OpenedText
from granview.gui.presenters.text_content import TextContent
from tests.helpers.canvas import settle, shot
from tests.helpers.grids import ShowGrid
from tests.helpers.text_cells import text_lane, written


def writing(text: str) -> TextContent:
    return text_lane("a", OpenedText("Go on."), partial=text, writes=True, state=LaneState.RUNNING)


def test_a_text_grows_in_place_with_a_caret_at_its_end(show: ShowGrid, qapp: QApplication) -> None:
    grid = show(writing("One"))
    body = grid.cells[0].body
    cursor = body.textCursor()
    cursor.setPosition(2, cursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    grid.show_cells([writing("One two 😀")])
    assert body.toPlainText() == "One two 😀"
    assert body.textCursor().selectedText() == "On"
    settle(qapp)
    with_caret = shot(body)
    done = dataclasses.replace(writing(""), partial=None, prediction=written("One two 😀"), state=LaneState.IDLE)
    grid.show_cells([done])
    settle(qapp)
    assert body.toPlainText() == "One two 😀"
    assert shot(body) != with_caret


def test_a_text_that_is_rewritten_is_shown_anew(show: ShowGrid) -> None:
    grid = show(writing("A beam so far"))
    grid.show_cells([writing("Another beam")])
    assert grid.cells[0].body.toPlainText() == "Another beam"


def test_the_end_stays_in_view_unless_the_user_has_scrolled_away(show: ShowGrid, qapp: QApplication) -> None:
    lines = [f"line {n}\n" for n in range(400)]
    grid = show(writing("".join(lines[:100])), height=300)
    bar = grid.cells[0].body.verticalScrollBar()
    bar.setValue(bar.maximum())
    grid.show_cells([writing("".join(lines[:200]))])
    settle(qapp)
    assert bar.value() == bar.maximum()
    bar.setValue(10)
    grid.show_cells([writing("".join(lines))])
    settle(qapp)
    assert bar.value() == 10
