"""The plot of quality against cost: its lines, its axes, and the names of its dots."""

import math

import numpy as np
import pytest
from pyqtgraph import PlotDataItem, TextItem
from PySide6.QtCore import QPointF, QRectF
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


def test_a_name_without_a_free_place_is_left_to_the_tip(plot: CostPlot, qapp: QApplication) -> None:
    dots = tuple(CostPoint(f"a-lane-of-a-model-{place}", 10 ** (0.4 * place), 1.0) for place in range(8))
    plot.resize(400, 110)
    plot.show_points(CostPoints(dots, (), (), (), "higher", 1.0), {}, ("x", "y"))
    written = named(plot, qapp)
    boxes = [QRectF(item.mapRectToScene(item.boundingRect())) for item in written]
    assert 0 < len(boxes) < 8
    assert not any(one.adjusted(3, 3, -3, -3).intersects(other) for n, one in enumerate(boxes) for other in boxes[:n])
    at = plot.plot.getPlotItem().vb.mapViewToScene(QPointF(0.4 * 7, 1.0))
    assert plot.words_at(at).startswith("a-lane-of-a-model-7")


def test_dots_at_the_ends_are_whole_and_no_number_is_beyond_what_is_possible(
    plot: CostPlot, qapp: QApplication
) -> None:
    for quality, end in ((1.0, "1.000"), (0.0, "0.000")):
        plot.show_points(CostPoints((CostPoint("a", 1, quality),), top=1.0), {}, ("x", "y"))
        settle(qapp)
        box = plot.plot.getPlotItem().vb
        at = box.mapViewToScene(QPointF(0.0, quality))
        assert box.sceneBoundingRect().adjusted(0, 5, 0, -5).contains(at)
        values = [value for value, _ in plot.plot.getAxis("left")._tickLevels[0]]
        assert min(values) >= 0
        assert max(values) <= 1 + 1e-9
        assert end in [words for _, words in plot.plot.getAxis("left")._tickLevels[0]]


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


def test_the_box_of_a_name_covers_no_part_of_its_dot(plot: CostPlot, qapp: QApplication) -> None:
    plot.resize(390, 150)
    dots = (CostPoint("a", 75, 0.69), CostPoint("b", 380, 0.8), CostPoint("c", 1900, 0.88))
    plot.show_points(CostPoints(dots, (), (), (), "higher", 1.0), {}, ("x", "y"))
    boxes = [QRectF(item.mapRectToScene(item.boundingRect())) for item in named(plot, qapp)]
    assert len(boxes) == 3
    for point in dots:
        at = plot.plot.getPlotItem().vb.mapViewToScene(QPointF(math.log10(point.cost), point.quality))
        dot = QRectF(at.x() - 5.5, at.y() - 5.5, 11, 11)
        assert not any(box.intersects(dot) for box in boxes)
