"""Cells of text: linked by character, selected and copied as any text, plain whatever the text looks like."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from granview.core.events import LaneState
from granview.core.offsets import offsets
from granview.core.predictions.answers import Answers
from granview.core.text import Case, TextReference
from granview.gui.lanes.panel import LaneGrid
from granview.gui.lanes.pictures.picture_grid import PictureGrid
from granview.gui.lanes.texts.text_cell import TextCell
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.opened_text import OpenedText
from granview.gui.model.text_viewport import TextViewport
from granview.gui.model.view_state import Mode, ViewState
from granview.gui.presenters.text_content import TARGET_SPACE, TEXT_KEY, Compared
from granview.gui.style.theme import DARK, LIGHT
from tests.helpers.canvas import flat_map, grey_picture, lane, settle, shot
from tests.helpers.grids import ShowGrid
from tests.helpers.text_cells import (
    TYPES,
    entities,
    entity_reference,
    spans_of,
    text_lane,
    text_reference,
    written,
)

TEXT = "Ada Lovelace met Babbage in London.\nThey spoke of engines 😀 in Turin."
KNOWN = spans_of(TEXT, ("Ada Lovelace", "PER"), ("Babbage", "PER"), ("London", "LOC"), ("Turin", "LOC"))


@pytest.fixture
def grid(show: ShowGrid) -> LaneGrid:
    opened = OpenedText(TEXT)
    reference = TextReference(entities=KNOWN)
    return show(
        entity_reference(opened, KNOWN),
        text_lane("a", opened, entities(TEXT, KNOWN[:3]), reference=reference),
        text_lane("b", opened, entities(TEXT, KNOWN[1:], 0.5), reference=reference),
    )


def middle_of(cell: TextCell, words: str) -> QPoint:
    start = TEXT.index(words)
    boxes = cell.body.boxes_of((start, start + len(words)))
    return boxes[0].center().toPoint()


def hover(cell: TextCell, words: str) -> None:
    QTest.mouseMove(cell.body.viewport(), middle_of(cell, words))


def test_pointing_at_an_entity_shows_the_same_place_in_every_cell(grid: LaneGrid, viewport: TextViewport) -> None:
    hover(grid.cells[1], "Lovelace")
    assert [cell.body.text_span for cell in grid.cells] == [(0, 12)] * 3
    assert [cell.foot.text for cell in grid.cells] == ["PER", "PER  90 %", "O (reference: PER)  50 %"]
    assert {key: said.name for key, said in viewport.readouts.items() if said} == {
        REFERENCE_KEY: "PER",
        "a": "PER",
        "b": "O (reference: PER)",
    }


def test_places_after_astral_characters_are_pointed_at_exactly(grid: LaneGrid) -> None:
    hover(grid.cells[2], "Turin")
    start = TEXT.index("Turin")
    assert [cell.body.text_span for cell in grid.cells] == [(start, start + 5)] * 3


def test_leaving_the_text_points_at_nothing(grid: LaneGrid, qapp: QApplication) -> None:
    hover(grid.cells[0], "London")
    assert grid.cells[1].body.text_span is not None
    QTest.mouseMove(grid.cells[0].body.viewport(), QPoint(5, grid.cells[0].body.height() - 5))
    assert [cell.body.text_span for cell in grid.cells] == [None] * 3
    assert all("%" not in cell.foot.text for cell in grid.cells)


def test_lanes_that_write_are_linked_by_their_words(show: ShowGrid) -> None:
    opened = OpenedText("A long story.")
    target = "The council chose the steel bridge"
    compared = Compared(target, TARGET_SPACE)
    grid = show(
        text_lane(TEXT_KEY, opened),
        text_reference(opened, TextReference(targets=(target,)), target=target),
        text_lane("a", opened, written("They chose a steel bridge"), compared=compared, writes=True),
        text_lane("b", opened, written("Steel? The steel bridge"), compared=compared, writes=True),
    )
    source = "They chose a steel bridge"
    grid.cells[2].body.pointed.emit(source.index("bridge"))
    shown = [
        cell.body.shown.source[slice(*cell.body.text_span)] if cell.body.text_span else None for cell in grid.cells
    ]
    assert shown == [None, "bridge", "bridge", "bridge"]


def test_texts_scroll_together_by_their_lines(show: ShowGrid, qapp: QApplication) -> None:
    text = "\n".join(f"Line {n} with some words that are wrapped in a narrow cell" for n in range(300))
    opened = OpenedText(text)
    prediction = entities(text, spans_of(text, ("Line 0", "ORG")))
    grid = show(text_lane("a", opened, prediction), text_lane("b", opened), text_lane("c", opened), height=300)
    first, *others = (cell.body for cell in grid.cells)
    first.verticalScrollBar().setValue(200)
    settle(qapp)
    assert first.first_offset() > 0
    assert [body.first_offset() for body in others] == [first.first_offset()] * 2


def test_ctrl_and_the_wheel_change_the_size_of_all_letters(
    grid: LaneGrid, viewport: TextViewport, qapp: QApplication
) -> None:
    before = grid.cells[2].body.font().pointSizeF()
    body, at = grid.cells[0].body, QPointF(20, 20)
    event = QWheelEvent(
        at, body.viewport().mapToGlobal(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(body.viewport(), event)
    settle(qapp)
    assert [cell.body.font().pointSizeF() for cell in grid.cells] == [before + 2] * 3
    assert viewport.points == before + 2


def test_what_is_selected_is_copied_as_it_stands_in_the_source(show: ShowGrid) -> None:
    text = "one\r\ntwo\x00 😀 three"
    body = show(text_lane("a", OpenedText(text))).cells[0].body
    body.selectAll()
    body.copy()
    assert QGuiApplication.clipboard().text() == text


def test_a_double_click_selects_a_word(grid: LaneGrid) -> None:
    cell = grid.cells[1]
    QTest.mouseDClick(cell.body.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(cell, "Babbage"))
    assert cell.body.textCursor().selectedText() == "Babbage"


def test_the_room_above_a_line_belongs_to_the_line(grid: LaneGrid) -> None:
    cell = grid.cells[1]
    start = TEXT.index("They")
    box = cell.body.boxes_of((start, start + 4))[0]
    above = QPointF(box.center().x(), box.top() - 4).toPoint()
    QTest.mouseDClick(cell.body.viewport(), Qt.MouseButton.LeftButton, pos=above)
    assert cell.body.textCursor().selectedText() == "They"


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> <script>alert(1)</script> <img src='http://example.org/x.png'>",
        "# Heading\n\n* item\n[link](http://example.org) `code`",
        "&lt;p&gt; &amp; %1 {name}",
    ],
)
def test_markup_is_shown_as_it_is_written(show: ShowGrid, text: str) -> None:
    opened = OpenedText(text, question=text)
    grid = show(text_lane("<i>a</i>", opened, message=text), text_reference(opened, TextReference(answers=(text,))))
    for cell in grid.cells:
        assert cell.body.toPlainText() == text
        assert not any(cell.body.anchorAt(QPoint(x, 30)) for x in range(0, 400, 5))
        tips = [part.toolTip() for part in (cell.head, cell.foot, cell.card)]
        assert not any(tag in tip for tip in tips for tag in ("<b>", "<i>", "<script", "<img"))


def test_confidence_is_shaded_on_demand(grid: LaneGrid, view: ViewState) -> None:
    plain = shot(grid.cells[2].body)
    view.shade_confidence = True
    assert shot(grid.cells[2].body) != plain
    view.shade_confidence = False
    assert shot(grid.cells[2].body) == plain


def test_a_hidden_type_is_not_drawn_and_nothing_is_made_anew(grid: LaneGrid, view: ViewState) -> None:
    cell = grid.cells[0]
    before, plain = cell.presentation, shot(cell.body)
    view.hidden_classes = frozenset(TYPES.names)
    bare = shot(cell.body)
    assert bare != plain
    assert cell.presentation is before
    view.hidden_classes = frozenset()
    view.highlighted_class = "LOC"
    assert shot(cell.body) not in (bare, plain)


def test_progress_makes_no_presentation_anew(grid: LaneGrid) -> None:
    before = [cell.presentation for cell in grid.cells]
    contents = [cell.content for cell in grid.cells]
    grid.show_cells([dataclasses.replace(one, state=LaneState.RUNNING, progress=0.5) for one in contents])
    assert all(cell.presentation is one for cell, one in zip(grid.cells, before, strict=True))
    assert "Running… 50 %" in grid.cells[1].accessibleName()


@pytest.mark.parametrize("mode", [Mode.SWIPE, Mode.BLINK, Mode.DIFFERENCE])
def test_modes_of_pictures_leave_texts_side_by_side_and_say_so(grid: LaneGrid, view: ViewState, mode: Mode) -> None:
    view.mode = mode
    assert len(grid.cells) == 3
    assert "pictures" in grid.cells[0].foot.text


def test_one_lane_can_be_shown_alone_and_the_reference_hidden(grid: LaneGrid, view: ViewState) -> None:
    view.show_reference = False
    assert [cell.content.key for cell in grid.cells] == ["a", "b"]
    view.solo, view.mode = "b", Mode.SOLO
    assert [cell.content.key for cell in grid.cells] == ["b"]


def test_every_state_has_its_card(show: ShowGrid) -> None:
    opened = OpenedText(TEXT)
    grid = show(
        text_lane("new", opened),
        text_lane("loading", opened, state=LaneState.LOADING, message="weights"),
        text_lane("running", opened, state=LaneState.RUNNING, progress=0.5),
        text_lane("broken", opened, failed=True, message="The text has no mask."),
        text_lane("closed", None),
        text_lane("done", opened, entities(TEXT, KNOWN), message="Out of date."),
        height=700,
    )
    said = [cell.card.status.headline if cell.card.status else None for cell in grid.cells]
    assert said == ["Not run yet", "Loading the model…", "Running…", "Failed", "Opening the text…", None]
    assert "no mask" in grid.cells[3].card.accessibleName()
    assert grid.cells[5].foot.text == "Out of date."
    for cell in grid.cells[:4]:
        assert cell.card.isVisible()
        assert cell.body.rect().contains(cell.card.geometry())


def test_a_failed_lane_is_restarted_from_its_card(show: ShowGrid) -> None:
    grid = show(text_lane("a", OpenedText(TEXT), failed=True, message="It broke."))
    spy = QSignalSpy(grid.restart_requested)
    QTest.mouseClick(grid.cells[0].card.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert [spy.at(i) for i in range(spy.count())] == [["a"]]


def test_the_menu_pins_a_lane_and_copies_its_text(grid: LaneGrid) -> None:
    spy = QSignalSpy(grid.pin_requested)
    grid.cells[2].open_menu(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = {action.text(): action for action in menu.actions()}
    texts["Pin b: compare the others with it"].trigger()
    texts["Copy the text"].trigger()
    menu.close()
    assert [spy.at(i) for i in range(spy.count())] == [["b"]]
    assert QGuiApplication.clipboard().text() == TEXT


def test_the_answer_is_scrolled_to(show: ShowGrid, qapp: QApplication) -> None:
    text = "Nothing of note happened here.\n" * 200 + "The prize went to Ada.\n" + "And that was all.\n" * 50
    at = text.index("Ada")
    said = Answers(offsets([(at, at + 3)]), np.array([0.9], np.float32))
    grid = show(text_lane("a", OpenedText(text, question="Who?"), said))
    settle(qapp)
    assert grid.cells[0].body.boxes_of((at, at + 3))


def test_texts_and_pictures_take_turns(qapp: QApplication, grid: LaneGrid) -> None:
    contents = [cell.content for cell in grid.cells]
    grid.show_cells([lane("p", flat_map(8, 8, 1), grey_picture(8, 8))])
    settle(qapp)
    assert isinstance(grid.cell_grid, PictureGrid)
    assert grid.cells[0].isVisible()
    grid.show_cells(contents)
    settle(qapp)
    assert [type(cell) for cell in grid.cells] == [TextCell] * 3
    assert grid.cells[0].isVisible()


def test_both_themes_draw_every_script(show: ShowGrid, qapp: QApplication) -> None:
    text = (
        "北京大学的王小明教授于上海。\n"
        "ولد نجيب محفوظ في القاهرة عام 1911 and wrote.\n"
        "שלום עולם! Zalgo e\u0301\u0323, 👨‍👩‍👧 🇳🇴, हिन्दी, ไทย, \u202eabc\u202c"
    )
    known = spans_of(text, ("北京大学", "ORG"), ("上海", "LOC"), ("القاهرة", "LOC"), ("1911", "ORG"), ("👨‍👩‍👧", "PER"))
    opened = OpenedText(text)
    grid = show(text_lane("a", opened, entities(text, known), reference=TextReference(entities=known)))
    dark = shot(grid)
    grid.set_theme(LIGHT)
    assert shot(grid) != dark
    grid.set_theme(DARK)
    for span in known:
        boxes = grid.cells[0].body.boxes_of((span.start, span.end))
        assert boxes, text[span.start : span.end]
        assert all(grid.cells[0].body.viewport().rect().contains(box.toRect()) for box in boxes)


def test_a_stretch_from_right_to_left_is_where_its_letters_are(show: ShowGrid) -> None:
    text = "في القاهرة عام 1911 وحصل"
    body = show(text_lane("a", OpenedText(text))).cells[0].body
    for words in ("القاهرة", "1911"):
        start = text.index(words)
        boxes = body.boxes_of((start, start + len(words)))
        assert len(boxes) == 1
        inside = [body.offset_at(QPointF(boxes[0].left() + part * boxes[0].width(), boxes[0].center().y()))
                  for part in (0.1, 0.5, 0.9)]  # fmt: skip
        assert all(start <= at < start + len(words) for at in inside if at is not None)
        assert None not in inside


def test_each_paragraph_begins_at_the_side_of_its_own_letters(show: ShowGrid) -> None:
    text = "plain words\nمرحبا بالعالم\n12 وحصل"
    body = show(text_lane("a", OpenedText(text))).cells[0].body
    left, *right = (body.boxes_of((start, start + 2))[0] for start in (0, text.index("مر"), text.index("وح")))
    middle = body.viewport().width() / 2
    assert left.center().x() < middle
    assert all(box.center().x() > middle for box in right)


def test_code_is_shown_in_letters_of_one_width(show: ShowGrid) -> None:
    opened = OpenedText("Add one.")
    reference = TextReference(targets=("x + 1",), cases=(Case({"x": 1}, 2),))
    said = {"prediction": written("iii\nWWW"), "writes": True}
    code, prose = show(
        text_lane("a", opened, reference=reference, **said),
        text_lane("b", opened, reference=TextReference(targets=("one",)), **said),
    ).cells
    widths = [[cell.body.boxes_of(place)[0].width() for place in ((0, 3), (4, 7))] for cell in (code, prose)]
    assert widths[0][0] == pytest.approx(widths[0][1], abs=1)
    assert widths[1][0] < widths[1][1] / 2
    assert code.body.font().pointSizeF() == prose.body.font().pointSizeF()
