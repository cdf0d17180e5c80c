"""How things stand in a cell, in words; what a right click offers."""

import dataclasses

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QGuiApplication, QHelpEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolTip, QWidget

from granview.core.events import LaneState
from granview.gui.lanes.cell_head import CellHead, status_words
from granview.gui.lanes.cell_status import Status, Tone, cell_status
from granview.gui.lanes.panel import LaneGrid
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.view_state import Mode, ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.presenters.picture_content import PictureContent
from granview.gui.style.theme import LIGHT
from tests.helpers.canvas import flat_map, grey_picture, lane, settle
from tests.helpers.grids import ShowGrid

PICTURE = grey_picture(64, 64)
MASK = flat_map(64, 64, 1)
BARE = lane("a", None, PICTURE)


@pytest.mark.parametrize(
    ("content", "headline", "detail"),
    [
        (BARE, "Not run yet", "Press Run"),
        (dataclasses.replace(BARE, picture=None), "Opening the picture…", ""),
        (dataclasses.replace(BARE, state=LaneState.STARTING), "Starting…", ""),
        (dataclasses.replace(BARE, state=LaneState.LOADING, message="weights"), "Loading the model…", "weights"),
        (dataclasses.replace(BARE, state=LaneState.WAITING), "Waiting for the device…", ""),
        (dataclasses.replace(BARE, state=LaneState.RUNNING), "Running…", ""),
        (dataclasses.replace(BARE, state=LaneState.RESTARTING), "Restarting…", ""),
        (dataclasses.replace(BARE, state=LaneState.FAILED, message="out of memory"), "Failed", "out of memory"),
        (dataclasses.replace(BARE, failed=True, message="no such file"), "Failed", "no such file"),
        (dataclasses.replace(BARE, cancelled=True), "Stopped", "stopped before"),
        (dataclasses.replace(BARE, state=LaneState.CLOSED), "Closed", ""),
        (dataclasses.replace(BARE, is_reference=True), "No reference", "Drop a reference"),
    ],
)
def test_every_state_has_words(content: PictureContent, headline: str, detail: str) -> None:
    status = cell_status(content)
    assert status is not None
    assert status.headline == headline
    assert detail in status.detail


def test_nothing_is_said_twice() -> None:
    said = cell_status(dataclasses.replace(BARE, state=LaneState.LOADING, message="loading the model"))
    assert said is not None
    assert (said.headline, said.detail) == ("Loading the model…", "")


def test_the_head_marks_what_is_known_of_a_lane(qapp: QApplication) -> None:
    head = CellHead(LIGHT)
    head.resize(300, head.height())
    head.show_contents([BARE], [True])
    plain = head.grab().toImage()
    head.show_contents([dataclasses.replace(BARE, lane_notices=("Runs on the CPU.",))], [True])
    assert "Runs on the CPU." in head.toolTip()
    assert head.grab().toImage() != plain


@pytest.mark.parametrize("state", [state for state in LaneState if state is not LaneState.IDLE])
def test_every_lane_state_but_idle_is_said(state: LaneState) -> None:
    status = cell_status(dataclasses.replace(BARE, state=state))
    assert status is not None
    assert status.headline != "Not run yet"


def test_a_result_needs_no_words() -> None:
    assert cell_status(lane("a", MASK, PICTURE, state=LaneState.RUNNING)) is None


def test_only_what_can_be_started_again_has_a_button() -> None:
    failed = cell_status(dataclasses.replace(BARE, failed=True))
    running = cell_status(dataclasses.replace(BARE, state=LaneState.RUNNING, progress=0.5))
    unread = cell_status(dataclasses.replace(BARE, failed=True, is_reference=True))
    assert unread is not None
    assert unread.action == ""
    assert failed == Status("Failed", "", Tone.BAD, None, "Restart")
    assert running == Status("Running…", "", Tone.BUSY, 0.5)


def test_a_failed_lane_is_restarted_from_its_cell(show: ShowGrid) -> None:
    grid = show(lane("a", MASK, PICTURE), lane("b", None, PICTURE, failed=True, message="It broke."))
    spy = QSignalSpy(grid.restart_requested)
    card = grid.cells[1].card
    assert card.isVisible()
    assert "It broke." in card.accessibleName()
    button = card.findChild(QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [spy.at(i) for i in range(spy.count())] == [["b"]]


def test_the_card_goes_when_the_result_comes(qapp: QApplication, show: ShowGrid) -> None:
    grid = show(lane("a", None, PICTURE, state=LaneState.RUNNING, progress=0.25))
    assert grid.cells[0].card.isVisible()
    grid.show_cells([lane("a", MASK, PICTURE, state=LaneState.IDLE)])
    assert not grid.cells[0].card.isVisible()


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.n = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.n += event.type() == QEvent.Type.Paint
        return False


def test_progress_paints_no_canvas_again(qapp: QApplication, show: ShowGrid) -> None:
    running = lane("a", MASK, PICTURE, state=LaneState.RUNNING, progress=0.1)
    grid = show(running, lane("b", MASK, PICTURE))
    canvases = [Paints(cell.canvas) for cell in grid.cells]
    head = Paints(grid.cells[0].head)
    grid.show_cells([dataclasses.replace(running, progress=0.2), lane("b", MASK, PICTURE)])
    settle(qapp)
    assert head.n > 0
    assert [canvas.n for canvas in canvases] == [0, 0]


def test_an_older_result_is_shown_with_what_the_lane_does_now(show: ShowGrid) -> None:
    grid = show(lane("a", MASK, PICTURE, state=LaneState.RUNNING, progress=0.42))
    assert grid.cells[0].accessibleName() == "a · Running… 42 %"


def test_a_notice_beside_a_result_stands_at_the_foot(show: ShowGrid) -> None:
    grid = show(lane("a", MASK, PICTURE, message="16-bit values were scaled."))
    assert grid.cells[0].foot.text == "16-bit values were scaled."
    assert grid.cells[0].foot.toolTip() == "16-bit values were scaled."


def open_menu(cell_grid: LaneGrid, index: int) -> QMenu:
    cell = cell_grid.cells[index]
    at = cell.canvas.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, cell.canvas.mapToGlobal(at))
    QApplication.sendEvent(cell.canvas, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if text in action.text()).trigger()
    menu.close()


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Pin", "pin_requested"),
        ("alone", "solo_requested"),
        ("Restart", "restart_requested"),
        ("Close", "close_requested"),
    ],
)
def test_right_click_asks(show: ShowGrid, text: str, signal: str) -> None:
    grid = show(lane("a", MASK, PICTURE), lane("b", MASK, PICTURE))
    spy = QSignalSpy(getattr(grid, signal))
    choose(open_menu(grid, 1), text)
    assert [spy.at(i) for i in range(spy.count())] == [["b"]]


def test_the_pinned_lane_offers_to_unpin_and_the_reference_neither(show: ShowGrid) -> None:
    grid = show(lane(REFERENCE_KEY, MASK, PICTURE, is_reference=True), lane("a", MASK, PICTURE, pinned=True))
    menu = open_menu(grid, 0)
    assert not any("in" in action.text() and "Pin" in action.text() for action in menu.actions())
    menu.close()
    menu = open_menu(grid, 1)
    assert any("Unpin a" in action.text() for action in menu.actions())
    menu.close()


def test_a_pair_offers_both(show: ShowGrid, view: ViewState) -> None:
    view.mode = Mode.SWIPE
    grid = show(lane("a", MASK, PICTURE), lane("b", MASK, PICTURE))
    menu = open_menu(grid, 0)
    assert [text for action in menu.actions() if (text := action.text()).startswith("Pin")] == [
        "Pin a: compare the others with it",
        "Pin b: compare the others with it",
    ]
    menu.close()


def test_the_picture_is_copied_as_it_is_seen(show: ShowGrid) -> None:
    grid = show(lane("a", MASK, PICTURE))
    choose(open_menu(grid, 0), "Copy picture")
    canvas = grid.cells[0].canvas
    copied = QGuiApplication.clipboard().image()
    assert copied.size() == canvas.size()
    assert copied.pixelColor(canvas.rect().center()) == canvas.grab().toImage().pixelColor(canvas.rect().center())


def test_pinned_and_plain_heads_differ(show: ShowGrid) -> None:
    grid = show(lane("a", MASK, PICTURE))
    plain = grid.cells[0].head.grab().toImage()
    grid.show_cells([lane("a", MASK, PICTURE, pinned=True)])
    assert grid.cells[0].head.grab().toImage() != plain


def test_tab_reaches_every_cell(show: ShowGrid) -> None:
    grid = show(lane("a", MASK, PICTURE), lane("b", MASK, PICTURE))
    grid.activateWindow()
    grid.cells[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(grid.cells[0], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is grid.cells[1]


def test_what_floats_over_the_picture_lets_the_mouse_through_and_still_has_its_tip(show: ShowGrid) -> None:
    grid = show(lane("a", MASK, PICTURE, message="Scaled."), lane("b", MASK, PICTURE))
    cell = grid.cells[0]
    assert cell.childAt(QPoint(5, 5)) is cell.canvas
    assert cell.canvas.size() == cell.size() - QSize(2, 2)
    at = cell.head.geometry().center()
    tip = QHelpEvent(QEvent.Type.ToolTip, at, cell.mapToGlobal(at))
    QApplication.sendEvent(cell, tip)
    assert QToolTip.text() == cell.head.toolTip()
    QToolTip.hideText()


def test_details_step_back_while_the_pointer_rests_elsewhere_and_notices_never_do(
    show: ShowGrid, view: ViewState, viewport: Viewport
) -> None:
    grid = show(lane("a", MASK, PICTURE, subtitle="14.1 ms · cpu", message="Scaled."), lane("b", MASK, PICTURE))
    cell = grid.cells[0]
    viewport.set_cursor(None)
    grid.cell_grid.set_near(False)
    far = cell.head.width()
    assert cell.foot.isVisible()
    assert not grid.cells[1].foot.isVisible()
    grid.cell_grid.set_near(True)
    assert cell.head.width() > far
    grid.cell_grid.set_near(False)
    assert cell.head.width() == far
    view.keep_heads = True
    assert cell.head.width() > far


def test_a_notice_that_all_lanes_have_gets_no_sign(show: ShowGrid) -> None:
    both, own = "Runs on the CPU.", "Took long."
    grid = show(
        lane("a", MASK, PICTURE, lane_notices=(both,)),
        lane("b", MASK, PICTURE, lane_notices=(both, own)),
    )
    assert [cell.head.has_sign(cell.contents[0]) for cell in grid.cells] == [False, True]
    assert both in grid.cells[0].head.toolTip()


def test_a_long_notice_wraps_over_the_picture(show: ShowGrid) -> None:
    grid = show(lane("a", MASK, PICTURE, message="Values of sixteen bits were scaled. " * 12))
    foot = grid.cells[0].foot
    line = foot.fontMetrics().height()
    words = foot.fontMetrics().boundingRect(0, 0, foot.width() - 16, 10_000, Qt.TextFlag.TextWordWrap, foot.text)
    assert foot.height() >= words.height() > line


def test_what_a_lane_does_leaves_room_for_its_name(qapp: QApplication) -> None:
    metrics = QFontMetrics(QFont())
    status = Status("Waiting for the device…", progress=0.64)
    assert status_words(status, 400, metrics) == "Waiting for the device… 64 %"
    assert status_words(status, 60, metrics) == "64 %"
    assert metrics.horizontalAdvance(status_words(Status("Waiting for the device…"), 60, metrics)) <= 60
