"""The chips of lanes: what they say of memory, and what their menu gives back."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from granview.core.events import LaneChanged, LaneState
from granview.core.lane import LaneSpec
from granview.gui.lanes.lane_strip import LaneStrip
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.view_state import ViewState
from granview.gui.style.icons import IconSet
from granview.gui.style.theme import LIGHT
from granview.gui.widgets.action_set import ActionSet
from tests.helpers.canvas import settle

LANE = "unet-nano"


class Shown:
    """A strip with one lane, whose process is this one."""

    def __init__(self) -> None:
        self.parent = QWidget()
        actions = ActionSet(IconSet(LIGHT.text, LIGHT.accent), self.parent)
        actions.add("add-lanes", "Add", lambda: None)
        self.model = ComparisonModel()
        self.pids: dict[str, int] = {}
        self.strip = LaneStrip(self.model, ViewState(), actions, LIGHT, lambda: self.pids)
        self.strip.setParent(self.parent)
        self.model.add_lanes([LaneSpec(LANE, "zoo:unet-nano")])
        self.unloaded: list[str] = []
        self.strip.unload_requested.connect(self.unloaded.append)

    @property
    def chip(self) -> QWidget:
        return self.strip._chips[LANE]

    def turn(self, state: LaneState) -> None:
        self.model.apply([LaneChanged(LANE, state)])
        self.pids = {LANE: os.getpid()} if state is LaneState.IDLE else {}

    def tip(self) -> str:
        """What the chip says when the mouse rests on it."""
        QApplication.sendEvent(self.chip, QHelpEvent(QEvent.Type.ToolTip, QPoint(3, 3), QPoint(3, 3)))
        return self.chip.toolTip()

    def unload_entry(self):
        """The entry of the chip's menu that unloads."""
        self.strip._open_menu(LANE, QPoint())
        (menu,) = self.strip.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return next(action for action in menu.actions() if action.text().startswith("Unload"))


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Shown]:
    shown = Shown()
    yield shown
    shown.parent.deleteLater()


def test_an_idle_lane_says_what_it_holds_and_is_unloaded_by_its_menu(shown: Shown) -> None:
    shown.turn(LaneState.IDLE)
    assert "Idle; holds " in shown.tip()
    entry = shown.unload_entry()
    assert "(gives back " in entry.text()
    assert entry.isEnabled()
    entry.trigger()
    assert shown.unloaded == [LANE]


def test_an_unloaded_lane_says_so(shown: Shown) -> None:
    shown.turn(LaneState.IDLE)
    shown.turn(LaneState.UNLOADED)
    assert shown.chip.content.detail == "unloaded"
    assert "Unloaded: its memory was given back." in shown.tip()
    assert not shown.unload_entry().isEnabled()


def test_saved_predictions_are_read_again_and_have_no_model_to_unload_or_to_vary(shown: Shown) -> None:
    shown.model.add_lanes([LaneSpec("masks", "saved:masks")])
    shown.strip._open_menu("masks", QPoint())
    (menu,) = shown.strip.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    entries = {action.text().partition(" (")[0]: action for action in menu.actions()}
    assert not {"Unload its model", "Add variants…", "Add this model with another device…"} & set(entries)
    again: list[str] = []
    shown.strip.restart_requested.connect(again.append)
    entries["Read its files again"].trigger()
    assert again == ["masks"]


def test_a_lane_that_runs_is_not_unloaded(shown: Shown) -> None:
    shown.turn(LaneState.RUNNING)
    assert "holds" not in shown.tip()
    assert not shown.unload_entry().isEnabled()


def test_what_has_no_room_is_counted_and_one_click_away_and_what_adds_lanes_stays_in_view(shown: Shown) -> None:
    shown.model.add_lanes([LaneSpec(f"a-lane-with-a-long-name-{n}", "zoo:unet-nano") for n in range(8)])
    shown.parent.resize(700, 40)
    shown.strip.resize(700, 30)
    shown.parent.show()
    settle(QApplication.instance())
    strip = shown.strip
    hidden = strip.hidden_lanes()
    assert 0 < len(hidden) < 9
    assert strip.more.isVisible()
    assert strip.more.text().split()[0] == str(len(hidden))
    assert strip._add.geometry().right() <= strip.width()
    assert strip._add.isVisible()
    alone: list[str] = []
    strip.alone_requested.connect(alone.append)
    strip.more.menu().aboutToShow.emit()
    entries = strip.more.menu().actions()
    assert [entry.text() for entry in entries] == hidden
    entries[-1].trigger()
    assert alone == hidden[-1:]
    assert hidden[-1] not in strip.hidden_lanes()
    shown.model.remove_lane("a-lane-with-a-long-name-0")
    shown.strip.resize(3000, 30)
    settle(QApplication.instance())
    assert strip.hidden_lanes() == []
    assert not strip.more.isVisible()
