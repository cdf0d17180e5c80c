"""The cost panel in a window: qualities, costs, prices, and what has none."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from granview.gui.cost.panel import CostPanel
from granview.report.lane_costs import MONEY
from tests.gui.conftest import OpenBench
from tests.helpers.scored import scored_session
from tests.helpers.shell import Bench


@pytest.fixture
def bench(open_window: OpenBench, tmp_path: Path) -> Bench:
    return open_window(scored_session(tmp_path / "a.granview", samples=9))


def cost_panel(bench: Bench) -> CostPanel:
    panel: CostPanel = bench.work.window.docks.panels["cost"]
    bench.work.window.docks.show_panel("cost")
    bench.until(lambda: panel.host.plot is not None and panel.quality.count() > 0)
    return panel


def test_every_metric_and_bucket_is_a_quality(bench: Bench) -> None:
    panel = cost_panel(bench)
    bench.until(lambda: panel.quality.findText("Region size ", Qt.MatchFlag.MatchStartsWith) > 0)
    titles = [panel.quality.itemText(place) for place in range(panel.quality.count())]
    assert titles[0] == "mIoU"
    assert panel.quality.isVisibleTo(panel)
    panel.quality.setCurrentIndex(len(titles) - 1)
    panel.quality.activated.emit(len(titles) - 1)
    assert panel.host.plot._titles[1] == titles[-1]


def test_no_price_is_asked_for_where_no_lane_was_timed(bench: Bench) -> None:
    panel = cost_panel(bench)
    panel._on_report(replace(panel._report, costs={"good": {MONEY: None, "params": None}}))
    assert panel.axis.currentData() == MONEY
    assert panel.host.hint.text().startswith("No lane here was timed")


def test_nothing_is_offered_to_choose_from_before_a_run(bench: Bench) -> None:
    panel = cost_panel(bench)
    panel._on_report(replace(panel._report, costs={}, qualities=()))
    assert not panel.quality.isVisibleTo(panel)
    assert not panel.axis.isVisibleTo(panel)


def test_money_needs_a_price_which_is_set_in_the_preferences(bench: Bench) -> None:
    panel, preferences = cost_panel(bench), bench.work.preferences
    panel.axis.setCurrentIndex(panel.axis.findData(MONEY))
    panel.axis.activated.emit(panel.axis.currentIndex())
    assert "Edit ▸ Preferences" in panel.host.hint.text()
    preferences.change(replace(preferences.settings, cpu_price_per_hour=0.5))
    bench.until(lambda: panel._report.costs["good"][MONEY] is not None)
    assert panel.host._stack.currentWidget() is panel.host.plot
    assert any(row.title == "Price of a million samples" for row in panel.table.table.rows)


def test_the_first_cost_is_shown_until_another_is_picked_though_only_money_was_there_before_a_run(bench: Bench) -> None:
    panel = cost_panel(bench)
    known = panel._report
    panel._on_report(replace(known, costs={}))
    assert panel.axis.currentData() == MONEY
    panel._on_report(known)
    assert panel.axis.currentData() == known.axes[0] != MONEY
    panel.axis.setCurrentIndex(panel.axis.findData("params"))
    panel.axis.activated.emit(panel.axis.currentIndex())
    panel._on_report(replace(known, costs={}))
    panel._on_report(known)
    assert panel.axis.currentData() == "params"
