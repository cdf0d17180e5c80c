"""The key of a panel shows the panel: also one that lies behind another tab."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget

from tests.helpers.shell import Bench


def _switch(bench: Bench, title: str) -> QAction:
    return next(action for action in bench.work.window.docks.actions() if action.text() == title)


def _dock(bench: Bench, name: str) -> QDockWidget:
    dock = bench.work.window.findChild(QDockWidget, name)
    assert isinstance(dock, QDockWidget)
    return dock


def _in_front(bench: Bench, name: str) -> bool:
    return not _dock(bench, name).visibleRegion().isEmpty()


def test_a_panel_behind_a_tab_is_brought_to_the_front_and_one_in_front_is_hidden(bench: Bench) -> None:
    switch = _switch(bench, "Disagreement")
    bench.until(lambda: _in_front(bench, "metrics"))
    assert not _in_front(bench, "disagreement")
    assert switch.isChecked()
    switch.trigger()
    bench.until(lambda: _in_front(bench, "disagreement"))
    assert switch.isChecked()
    switch.trigger()
    bench.until(lambda: _in_front(bench, "metrics"))
    assert _dock(bench, "disagreement").isHidden()
    assert not switch.isChecked()
    switch.trigger()
    bench.until(lambda: _in_front(bench, "disagreement"))
    assert switch.isChecked()


def test_the_switch_follows_a_panel_that_is_closed_by_its_own_cross(bench: Bench) -> None:
    switch = _switch(bench, "Verdict")
    _dock(bench, "verdict").close()
    assert not switch.isChecked()
