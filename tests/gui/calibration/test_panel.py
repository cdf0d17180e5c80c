"""The reliability diagram in its panel."""

from pathlib import Path

from PySide6.QtCore import QPointF

from granview.gui.calibration.panel import CalibrationPanel
from granview.gui.style.theme import LIGHT
from tests.gui.conftest import OpenBench
from tests.helpers.scored_instances import instances_session
from tests.helpers.scored_texts import review_session


def test_every_lane_has_a_line_and_its_error(open_window: OpenBench, tmp_path: Path) -> None:
    bench = open_window(review_session(tmp_path / "reviews.granview"))
    panel: CalibrationPanel = bench.work.window.docks.panels["calibration"]
    bench.work.window.docks.show_panel("calibration")
    bench.until(lambda: panel.host.plot is not None and bool(panel.key_line.text()))
    plot = panel.host.plot
    assert plot is not None
    assert panel.key_line.text().count("ECE") == len(plot._lanes)
    first = plot._lanes[0]
    at = plot.plot.getPlotItem().vb.mapViewToScene(QPointF(first.confidence[0], first.hits[0]))
    assert "% sure" in plot.words_at(at)
    assert plot.words_at(QPointF(-500, -500)) == ""
    panel.set_theme(LIGHT)
    assert panel.title() == "Calibration"


def test_of_a_task_that_counts_no_calibration_it_says_so(open_window: OpenBench, tmp_path: Path) -> None:
    bench = open_window(instances_session(tmp_path / "objects.granview"))
    panel: CalibrationPanel = bench.work.window.docks.panels["calibration"]
    bench.until(lambda: panel.host.hint.text().startswith("Instances: no calibration is counted."))
