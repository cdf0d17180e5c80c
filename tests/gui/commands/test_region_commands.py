"""The window by keys alone: from the start page to the numbers, into lists and out of them, and to every control."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QHeaderView, QLineEdit, QScrollArea, QWidget

from granview.gui.lanes.lane_chip import LaneChip
from granview.gui.start.picture_card import PictureCard
from granview.gui.start.start_page import Cards
from granview.gui.widgets.accessible_names import controls
from granview.gui.widgets.dock_title import DockTitle
from granview.gui.widgets.table_view import TableView
from granview.settings import Settings
from tests.gui.conftest import OpenBench
from tests.helpers.scored import scored_session
from tests.helpers.shell import Bench

MOST_STEPS = 60
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWidget:
    """Press a key where the keys go now; where they go after that."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifiers)
    now = QApplication.focusWidget()
    assert now is not None
    return now


def dock_of(widget: QWidget | None) -> str:
    """The panel that a widget lies in."""
    while widget is not None and not isinstance(widget, QDockWidget):
        widget = widget.parentWidget()
    return "" if widget is None else widget.objectName()


def to_panel(name: str) -> QWidget:
    """Press F6 until the keys go to a panel."""
    for _ in range(MOST_STEPS):
        if dock_of(now := press(Qt.Key.Key_F6)) == name:
            return now
    raise AssertionError(f"F6 never comes to {name}")


def to_kind(kind: type[QWidget]) -> QWidget:
    """Press Tab until the keys go to a widget of a kind."""
    for _ in range(MOST_STEPS):
        if isinstance(now := press(Qt.Key.Key_Tab), kind):
            return now
    raise AssertionError(f"Tab never comes to a {kind.__name__}")


def out_of_reach(panel: QWidget) -> Iterator[str]:
    """Controls of a panel that Tab does not come to.

    Of buttons of which one is down, that one alone has the keys; a scroll area that never scrolls is no control.
    """
    for control in controls(panel):
        in_group = isinstance(control, QAbstractButton) and control.group() is not None
        is_part = isinstance(control, QHeaderView) or isinstance(control.parentWidget(), DockTitle | QLineEdit)
        is_frame = bool(control.findChildren(QWidget, "qt_scrollarea_viewport")) and any(controls(control))
        takes = control.focusPolicy() & Qt.FocusPolicy.TabFocus
        stands_still = isinstance(control, QScrollArea) and (
            control.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if control.isVisible() and not (takes or in_group or is_part or is_frame or stands_still):
            yield f"{type(control).__name__} {control.accessibleName()}"


def test_keys_alone_lead_from_the_start_page_to_the_numbers(open_window: OpenBench, tmp_path: Path) -> None:
    kept = scored_session(tmp_path / "kept.granview", samples=4)
    kept.close()
    bench = open_window(settings=Settings(theme="dark", recent_sessions=(str(kept.path),)))
    window, centre = bench.work.window, bench.work.face.centre
    window.activateWindow()
    bench.until(lambda: window.isActiveWindow() and centre.page.shows is Cards.RECENT)
    centre.take_keys()

    to_kind(PictureCard)
    press(Qt.Key.Key_Return)
    bench.until(lambda: len(bench.work.model.samples) == 4 and bench.work.grid.cells)
    to_panel("metrics")
    bench.until(lambda: window.docks.panels["metrics"].findChild(TableView).table.rows)
    table = to_kind(TableView)
    assert isinstance(table, TableView)
    assert [row.title for row in table.table.rows]
    press(Qt.Key.Key_Down)
    assert table.currentIndex().isValid()
    spoken = [table.model().index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in (0, 1)]
    assert spoken[0] == table.table.rows[0].title
    assert spoken[1].startswith(f"{table.table.columns[0].title}: ")
    interface = QAccessible.queryAccessibleInterface(window.docks.panels["inputs"].list)
    assert interface.child(0).text(QAccessible.Text.Name).startswith("s0, ")

    _test_cells(bench)
    _test_lists(bench)
    _test_chips(bench)
    for name, panel in window.docks.panels.items():
        window.docks.show_panel(name)
        bench.live(0.02)
        assert (name, list(out_of_reach(panel))) == (name, [])


def _test_cells(bench: Bench) -> None:
    """Esc leaves for the cells; Ctrl and an arrow goes from one to the other; each has its menu."""
    grid = bench.work.grid
    assert press(Qt.Key.Key_Escape) is grid.cells[0]
    assert press(Qt.Key.Key_Right, CTRL) is grid.cells[1]
    assert press(Qt.Key.Key_Left, CTRL) is grid.cells[0]
    there = [press(Qt.Key.Key_F6)]
    while there[-1] is not grid.cells[0] and len(there) < MOST_STEPS:
        there.append(press(Qt.Key.Key_F6))
    assert {"inputs", "inspect", "metrics", ""} <= set(map(dock_of, there))
    assert [press(Qt.Key.Key_F6, SHIFT) for _ in there[1:]] == there[-2::-1]


def _test_lists(bench: Bench) -> None:
    """Down goes from the filter to the list, whose arrows go on; Up on its first row goes back."""
    field = to_panel("inputs")
    assert isinstance(field, QLineEdit)
    samples = bench.work.model.samples
    listed = press(Qt.Key.Key_Down)
    assert listed is bench.work.window.docks.panels["inputs"].list
    before = samples.current
    press(Qt.Key.Key_Down)
    assert samples.current is not before
    press(Qt.Key.Key_Up)
    assert press(Qt.Key.Key_Up) is field


def _test_chips(bench: Bench) -> None:
    """A lane's chip is pressed by the space bar."""
    toolbar = bench.work.window.toolbar
    while not toolbar.isAncestorOf(press(Qt.Key.Key_F6)):
        pass
    chip = to_kind(LaneChip)
    assert isinstance(chip, LaneChip)
    press(Qt.Key.Key_Space)
    assert chip.content.is_alone
