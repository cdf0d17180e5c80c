"""The plot of grain: colours, marks, and the bucket under the mouse."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from granview.analysis.grain_profile import GrainProfile
from granview.gui.grain.grain_plot import GrainPlot
from granview.gui.style.theme import DARK, LIGHT
from granview.report.bucketing import Buckets, number_buckets
from granview.tasks.base import GrainAxis
from tests.helpers.canvas import settle


def profile() -> GrainProfile:
    half, n = np.array([0.5, np.nan, 0.5]), np.array([9, 0, 9])
    return GrainProfile((0.0, 2.0, 4.0, math.inf), half, n, half - 0.1, half + 0.1, False, n)


def buckets() -> Buckets:
    return number_buckets(GrainAxis("region", "Size", "px", (0.0, 2.0, 4.0, math.inf)), np.array([1.0] * 9 + [5.0] * 9))


@pytest.fixture
def plot(qapp: QApplication) -> GrainPlot:
    made = GrainPlot(LIGHT)
    made.resize(600, 300)
    made.show()
    colors = {"old": "#ff0000", "here": "#00ff00"}
    words = {0: "small ones", 2: "large ones"}
    made.show_profiles({"old": profile(), "here": profile()}, colors, buckets(), (3, 0, 3), words.__getitem__)
    settle(qapp)
    yield made
    made.dispose()


def place_of(plot: GrainPlot, x: float, y: float = 0.5) -> QPointF:
    return plot.plot.getPlotItem().vb.mapViewToScene(QPointF(x, y))


def test_the_tip_stays_while_the_mouse_rests_and_says_what_has_come(plot: GrainPlot, qapp: QApplication) -> None:
    viewport, at = plot.plot.viewport(), place_of(plot, 1.2)
    plot._on_mouse(at)
    assert QToolTip.text() == "large ones"
    place = plot.plot.mapFromScene(at)
    rest = QHelpEvent(QEvent.Type.ToolTip, place, plot.plot.mapToGlobal(place))
    assert QApplication.sendEvent(viewport, rest)
    settle(qapp)
    assert QToolTip.text() == "large ones"
    QToolTip.hideText()


def test_another_theme_leaves_out_lanes_that_are_gone(plot: GrainPlot) -> None:
    plot.set_theme(DARK, {"here": "#00ff00"})
    assert list(plot._profiles) == ["here"]


def test_under_each_bucket_stands_its_name_with_units_and_samples(plot: GrainPlot) -> None:
    ticks = plot.plot.getAxis("bottom")._tickLevels[0]
    assert [text for _, text in ticks] == ["<2\n9 / 3", "≥4\n9 / 3"]


def test_counts_follow_the_room_that_the_axis_of_scores_leaves(plot: GrainPlot, qapp: QApplication) -> None:
    left, bottom = plot.plot.getAxis("left"), plot.plot.getAxis("bottom")
    left.setWidth(540)
    settle(qapp)
    assert [text.split("\n")[1] for _, text in bottom._tickLevels[0]] == ["9", "9"]
    left.setWidth(40)
    settle(qapp)
    assert [text.split("\n")[1] for _, text in bottom._tickLevels[0]] == ["9 / 3", "9 / 3"]


def test_the_bucket_under_the_mouse_is_named_and_shaded(plot: GrainPlot) -> None:
    assert plot.words_at(place_of(plot, 1.2)) == "large ones"
    assert set(plot._shades) == {2}
    assert plot.words_at(place_of(plot, 0.5, -0.5)) == ""
    assert not plot._shades


def test_a_marked_bucket_stays_shaded_and_one_without_units_is_none(plot: GrainPlot) -> None:
    plot.mark([0, 1])
    plot.words_at(place_of(plot, 1.0))
    assert set(plot._shades) == {0, 2}
    plot.set_theme(DARK, {"here": "#00ff00", "old": "#ff0000"})
    assert set(plot._shades) == {0}


def test_a_click_tells_the_bucket(plot: GrainPlot) -> None:
    class Click:
        def scenePos(self) -> QPointF:
            return place_of(plot, 0.9)

        def button(self) -> Qt.MouseButton:
            return Qt.MouseButton.LeftButton

    clicked: list[int] = []
    plot.clicked.connect(clicked.append)
    plot.plot.scene().sigMouseClicked.emit(Click())
    assert clicked == [2]


def test_names_that_have_no_room_are_shortened(plot: GrainPlot, qapp: QApplication) -> None:
    axis = GrainAxis("region", "Class", "", (), column="class")
    from granview.report.bucketing import category_buckets

    names = ["a class with a very long name indeed", "b"]
    many = category_buckets(axis, np.array([0] * 9 + [1] * 9), names)
    plot.show_profiles({"here": profile()}, {"here": "#00ff00"}, many, (3, 3), str)
    plot.resize(160, 200)
    settle(qapp)
    first = plot.plot.getAxis("bottom")._tickLevels[0][0][1]
    assert "…" in first.splitlines()[0]
