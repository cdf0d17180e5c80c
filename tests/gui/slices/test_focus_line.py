"""The line above the lanes says what everything is narrowed to, and every panel and the inputs follow."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from granview.core.slices import EVERYTHING, Condition
from granview.gui.metrics.panel import MetricsPanel
from granview.gui.slices.focus_line import FocusLine
from tests.gui.conftest import OpenBench
from tests.helpers.scored import scored_session
from tests.helpers.shell import Bench


@pytest.fixture
def scored(open_window: OpenBench, tmp_path: Path) -> Bench:
    """Two lanes over four pictures."""
    return open_window(scored_session(tmp_path / "scored.granview"))


def _line(bench: Bench) -> FocusLine:
    return bench.work.window.focus_line


def _narrow(bench: Bench, condition: Condition) -> None:
    bench.work.services.focus.narrow(condition)
    bench.until(lambda: _line(bench).counts.wanted == bench.work.services.focus.slice)


def test_it_says_how_much_is_left_and_inputs_follow(scored: Bench) -> None:
    assert not _line(scored).isVisible()
    _narrow(scored, Condition("sample", ("s1", "s2")))
    assert _line(scored).isVisible()
    assert "in 2 of 4 samples" in _line(scored).words.text()
    assert scored.work.model.samples.order == ("s1", "s2")
    scored.work.services.focus.clear()
    assert not _line(scored).isVisible()
    assert len(scored.work.model.samples.order) == 4


def test_how_much_is_left_takes_two_lines_beside_many_conditions(scored: Bench) -> None:
    scored.work.window.resize(900, 700)
    focus = scored.work.services.focus
    for name in ("sample", "class", "kind"):
        focus.narrow(Condition(name, ("s1", "s2", "region", "cell", "background")))
    focus.narrow(Condition("grain", low=2, high=64))
    scored.until(lambda: "units, in" in _line(scored).words.text())
    words = _line(scored).words
    scored.until(lambda: words.width() > 80)
    assert words.heightForWidth(words.width()) < 3 * words.fontMetrics().lineSpacing()


def test_metrics_are_of_the_samples_in_focus(scored: Bench) -> None:
    panel = scored.work.window.docks.panels["metrics"]
    assert isinstance(panel, MetricsPanel)
    scored.until(lambda: panel.table.table.rows)
    assert panel.table.table.rows[0].detail == "n = 4"
    _narrow(scored, Condition("sample", ("s1", "s2")))
    scored.until(lambda: panel.table.table.rows and panel.table.table.rows[0].detail == "n = 2")
    scored.work.services.focus.clear()
    scored.until(lambda: panel.table.table.rows and panel.table.table.rows[0].detail == "n = 4")


def test_one_key_clears_it(scored: Bench) -> None:
    _narrow(scored, Condition("grain", high=12))
    scored.work.window.activateWindow()
    QTest.keyClick(scored.work.window, Qt.Key.Key_Escape)
    assert scored.work.services.focus.slice == EVERYTHING


def test_a_click_on_a_chip_asks_for_it_no_more(scored: Bench) -> None:
    _narrow(scored, Condition("class", ("cell",)))
    _narrow(scored, Condition("good is", ("wrong",)))
    assert [_line(scored).row.flow.itemAt(place).widget().text() for place in range(2)] == [
        "class is cell", "good is wrong",
    ]  # fmt: skip
    _line(scored).row.flow.itemAt(0).widget().click()
    assert [each.column for each in scored.work.services.focus.slice.conditions] == ["good is"]


def test_what_is_not_known_here_is_said_and_narrows_nothing(scored: Bench) -> None:
    _narrow(scored, Condition("score of gone", low=0.5))
    assert "not known: score of gone" in _line(scored).words.text()
    assert len(scored.work.model.samples.order) == 4


def test_a_lane_that_is_removed_narrows_no_more(scored: Bench) -> None:
    _narrow(scored, Condition("score of poor", high=0.9))
    assert "units, in" in _line(scored).words.text()
    scored.work.services.runner.remove_lane("poor")
    scored.until(lambda: "not known" in _line(scored).words.text())
