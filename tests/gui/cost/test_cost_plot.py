"""The plot of quality against cost: its lines, its axes, and the names of its dots."""

import math

import numpy as np
import pytest
from pyqtgraph import PlotDataItem, TextItem
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from granview.gui.cost.cost_plot import CostPlot, quality_range
from granview.gui.cost.cost_report import CostPoint, CostPoints
from granview.gui.style.theme import DARK, LIGHT
from tests.helpers.canvas import settle


@pytest.fixture
def plot(qapp: QApplication) -> CostPlot:
    made = CostPlot(LIGHT)
    made.resize(420, 300)
    made.show()
    settle(qapp)
    yield made
    made.dispose()


def named(plot: CostPlot, qapp: QApplication) -> list[TextItem]:
    settle(qapp)
    return [item for item in plot.plot.getPlotItem().items if isinstance(item, TextItem)]


def test_the_front_is_dashed_and_the_family_joined(plot: CostPlot) -> None:
    dots = (CostPoint("a", 1, 0.9, "no"), CostPoint("b", 2, 0.2), CostPoint("c", 3, 0.5))
    plot.show_points(CostPoints(dots, ("b", "c"), (("a", "b", "c"),)), {}, ("x", "y"))
    family, front = (each for each in plot.plot.getPlotItem().listDataItems() if isinstance(each, PlotDataItem))
    assert family.getOriginalDataset()[0].tolist() == [1, 2, 3]
    assert front.getOriginalDataset()[0].tolist() == [2, 3]


def test_names_of_many_dots_in_one_place_do_not_collide(plot: CostPlot, qapp: QApplication) -> None:
    generator = np.random.default_rng(0)
    dots = tuple(
        CostPoint(f"a-lane-of-a-model-{place}", 10 ** generator.normal(0, 0.1), 0.97 + 0.03 * generator.random())
        for place in range(8)
    )
    plot.show_points(CostPoints(dots, (), (), (), "higher", 1.0), {}, ("x", "y"))
    boxes = [QRectF(item.mapRectToScene(item.boundingRect())) for item in named(plot, qapp)]
    assert len(boxes) == 8
    inner = plot.plot.getPlotItem().vb.sceneBoundingRect().adjusted(-6, -6, 6, 6)
    assert all(inner.contains(box) for box in boxes)
    crossings = [one.intersected(other) for place, one in enumerate(boxes) for other in boxes[:place]]
    assert all(each.width() < 5 or each.height() < 5 for each in crossings)


def test_the_quality_is_named_beside_its_axis_where_there_is_room(plot: CostPlot) -> None:
    label = plot.plot.getAxis("left").label
    plot.resize(400, 400)
    plot.show_points(plot._shown, plot._colors, ("ms", "Region size 32–64 px"))
    assert label.isVisible()
    plot.resize(400, 130)
    assert not label.isVisible()


def test_axes_end_where_nothing_more_is_possible() -> None:
    assert quality_range([0.9, 0.99], 1.0)[1] == 1.0
    assert quality_range([0.0, 0.1], 1.0)[0] == 0.0
    assert quality_range([0.5], 1.0) == pytest.approx((0.47, 0.53))
    low, high = quality_range([31.0, 35.0], None)
    assert low < 31
    assert high > 35
    assert quality_range([-0.5, 0.5], None)[0] < -0.5


def test_lower_is_up_where_lower_is_better(plot: CostPlot, qapp: QApplication) -> None:
    dots = (CostPoint("a", 1, 3.0), CostPoint("b", 10, 2.0))
    plot.show_points(CostPoints(dots, ("a", "b"), better="lower"), {}, ("x", "y"))
    assert plot.plot.getPlotItem().vb.state["yInverted"]
    plot.set_theme(DARK, {"a": "#ff0000"})
    assert plot.plot.getPlotItem().vb.state["yInverted"]
    low, high = plot.plot.getPlotItem().vb.viewRange()[0]
    assert low < 0
    assert high > 1
    assert math.isfinite(low)
