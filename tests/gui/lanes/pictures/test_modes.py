"""Swipe, blink, difference, solo and the reference."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton

from granview.core.labels import ClassMap, LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.gui.lanes.panel import LaneGrid
from granview.gui.lanes.pictures.scene_legend import SceneLegend
from granview.gui.lanes.pictures.swipe_scene import Divider
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.view_state import Mode, ViewState
from granview.gui.presenters.picture_content import PictureContent
from granview.gui.style.theme import DARK
from tests.helpers.canvas import SHAPES, Sketch, blended, color_at, flat_map, grey_picture, halves, lane, settle, shot
from tests.helpers.grids import ShowGrid

PICTURE = grey_picture(64, 64)
GREY = (128, 128, 128)


def reference(label_map: LabelMap) -> PictureContent:
    return lane(REFERENCE_KEY, label_map, PICTURE, is_reference=True)


def near(found: tuple[int, ...], expected: tuple[float, ...]) -> bool:
    return all(abs(a - b) <= 2 for a, b in zip(found, expected, strict=True))


def keys(grid: LaneGrid) -> list[tuple[str, ...]]:
    return [tuple(content.key for content in cell.contents) for cell in grid.cells]


@pytest.fixture
def two(show: ShowGrid) -> LaneGrid:
    return show(lane("a", flat_map(64, 64, 1), PICTURE), lane("b", flat_map(64, 64, 2), PICTURE))


def test_side_by_side_shows_everyone_the_reference_first(show: ShowGrid, view: ViewState) -> None:
    grid = show(lane("a", None, PICTURE), lane("b", None, PICTURE), reference(flat_map(64, 64, 1)))
    assert keys(grid) == [(REFERENCE_KEY,), ("a",), ("b",)]
    view.show_reference = False
    assert keys(grid) == [("a",), ("b",)]


def test_solo_shows_one_lane(two: LaneGrid, view: ViewState) -> None:
    view.mode = Mode.SOLO
    assert keys(two) == [("a",)]
    view.solo = "b"
    assert keys(two) == [("b",)]
    view.solo = "gone"
    assert keys(two) == [("a",)]


def test_pairs_are_the_first_two_lanes_or_those_chosen(show: ShowGrid, view: ViewState) -> None:
    grid = show(reference(flat_map(64, 64, 1)), *(lane(key, flat_map(64, 64, 1), PICTURE) for key in "abc"))
    view.mode = Mode.SWIPE
    assert keys(grid) == [("a", "b")]
    view.left, view.right = "c", "a"
    assert keys(grid) == [("c", "a")]
    view.right = REFERENCE_KEY
    assert keys(grid) == [("c", REFERENCE_KEY)]


def test_a_single_lane_is_not_compared_and_that_is_said(show: ShowGrid, view: ViewState) -> None:
    view.mode = Mode.DIFFERENCE
    grid = show(lane("a", flat_map(64, 64, 1), PICTURE))
    assert keys(grid) == [("a",)]
    assert "two lanes" in grid.cells[0].foot.text


def test_swipe_shows_left_and_right_of_the_divider(two: LaneGrid, view: ViewState) -> None:
    view.mode = Mode.SWIPE
    canvas = two.cells[0].canvas
    left, right = (canvas.frame.to_screen(QPointF(x, 10)) for x in (8, 56))
    assert near(color_at(canvas, left), blended(GREY, SHAPES.colors[1], 0.55))
    assert near(color_at(canvas, right), blended(GREY, SHAPES.colors[2], 0.55))
    view.divider = 0.0
    assert near(color_at(canvas, left), blended(GREY, SHAPES.colors[2], 0.55))


def test_the_divider_is_dragged(two: LaneGrid, view: ViewState) -> None:
    view.mode = Mode.SWIPE
    divider = two.findChild(Divider)
    assert divider is not None
    QTest.mousePress(divider, Qt.MouseButton.LeftButton, pos=divider.rect().center())
    QTest.mouseMove(divider, divider.rect().center() - QPoint(100, 0))
    QTest.mouseRelease(divider, Qt.MouseButton.LeftButton, pos=divider.rect().center())
    assert view.divider == pytest.approx(0.5 - 100 / two.cells[0].canvas.width(), abs=0.01)
    middle = divider.mapTo(two.cells[0].canvas, divider.rect().center()).x()
    assert middle == pytest.approx(view.divider * two.cells[0].canvas.width(), abs=2)


def test_the_divider_moves_by_keys_that_the_window_uses_too(two: LaneGrid, view: ViewState) -> None:
    stolen: list[bool] = []
    action = QAction(two)
    action.setShortcut(QKeySequence(Qt.Key.Key_Right))
    action.triggered.connect(lambda: stolen.append(True))
    two.addAction(action)
    view.mode = Mode.SWIPE
    divider = two.findChild(Divider)
    assert divider is not None
    assert divider.accessibleName()
    two.activateWindow()
    divider.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(divider, Qt.Key.Key_Right)
    assert view.divider == pytest.approx(0.51)
    QTest.keyClick(divider, Qt.Key.Key_PageDown)
    assert view.divider == pytest.approx(0.41)
    QTest.keyClick(divider, Qt.Key.Key_End)
    assert view.divider == 1.0
    assert stolen == []


def test_blink_shows_the_sides_in_turn_and_says_which(two: LaneGrid, view: ViewState) -> None:
    view.blink_paused = True
    view.mode = Mode.BLINK
    cell = two.cells[0]
    button = cell.canvas.findChild(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert button is not None
    at = cell.canvas.frame.to_screen(QPointF(5, 60))
    assert "a" in button.text()
    assert near(color_at(cell.canvas, at), blended(GREY, SHAPES.colors[1], 0.55))
    cell.scene.flip()
    assert "b" in button.text()
    assert near(color_at(cell.canvas, at), blended(GREY, SHAPES.colors[2], 0.55))


def test_blink_runs_by_itself_and_pauses_at_a_click(two: LaneGrid, view: ViewState) -> None:
    view.blink_interval_ms = 5
    view.mode = Mode.BLINK
    cell = two.cells[0]
    spy = QSignalSpy(cell.scene.side_changed)
    assert spy.wait(2000)
    button = cell.canvas.findChild(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert view.blink_paused
    n = spy.count()
    assert not spy.wait(40)
    assert spy.count() == n


def legend_of(grid: LaneGrid) -> dict[str, str]:
    legend = grid.findChild(SceneLegend)
    assert legend is not None
    return {row.text: row.percent for row in legend.rows}


def test_difference_tells_who_is_right(qapp: QApplication, show: ShowGrid, view: ViewState) -> None:
    truth = np.full((64, 64), 1, np.uint8)
    left, right = truth.copy(), truth.copy()
    left[:16] = 2
    right[16:32] = 2
    left[32:48] = right[32:48] = 0
    view.mode, view.opacity = Mode.DIFFERENCE, 1.0
    grid = show(reference(LabelMap(truth)), lane("a", LabelMap(left), PICTURE), lane("b", LabelMap(right), PICTURE))
    canvas = grid.cells[0].canvas

    def at(y: int) -> str:
        return shot(canvas).pixelColor(canvas.frame.to_screen(QPointF(50, y)).toPoint()).name()

    assert (at(8), at(24), at(40)) == (DARK.only_right, DARK.only_left, DARK.both_wrong)
    assert at(50) not in (DARK.only_right, DARK.only_left, DARK.both_wrong)
    assert legend_of(grid) == {
        "Only a right": "25.0 %",
        "Only b right": "25.0 %",
        "Both wrong": "25.0 %",
        "Both right": "25.0 %",
    }


def test_difference_without_a_reference_is_same_or_different(show: ShowGrid, view: ViewState) -> None:
    view.mode, view.opacity = Mode.DIFFERENCE, 1.0
    grid = show(lane("a", flat_map(64, 64, 1), PICTURE), lane("b", halves(64, 64, 1, 2), PICTURE))
    canvas = grid.cells[0].canvas
    shown = shot(canvas)
    assert shown.pixelColor(canvas.frame.to_screen(QPointF(60, 5)).toPoint()).name() == DARK.different
    assert legend_of(grid) == {"Different": "50.0 %", "Same": "50.0 %"}


def test_difference_compares_names_not_numbers(show: ShowGrid, view: ViewState) -> None:
    other = LabelSet(("line", "disc"), ((1, 1, 1), (2, 2, 2)))
    view.mode = Mode.DIFFERENCE
    same = PictureContent("b", "b", picture=PICTURE, prediction=flat_map(64, 64, 0), labels=other)
    grid = show(lane("a", flat_map(64, 64, 2), PICTURE), same)
    assert legend_of(grid) == {"Different": "0.0 %", "Same": "100.0 %"}


def test_difference_follows_the_class_map_and_ignores_void(show: ShowGrid, view: ViewState) -> None:
    view.mode = Mode.DIFFERENCE
    truth = halves(64, 64, 1, 255)
    mapped = lane("a", flat_map(64, 64, 2), PICTURE, class_map=ClassMap((0, 2, 1)))
    grid = show(reference(truth), mapped, lane("b", flat_map(64, 64, 2), PICTURE))
    assert legend_of(grid)["Only a right"] == "100.0 %"


def test_difference_is_computed_again_only_for_other_masks(qapp: QApplication, show: ShowGrid, view: ViewState) -> None:
    view.mode = Mode.DIFFERENCE
    one, other = flat_map(64, 64, 1), halves(64, 64, 1, 2)
    grid = show(lane("a", one, PICTURE), lane("b", other, PICTURE))
    grid.show_cells([lane("a", one, PICTURE, progress=0.5), lane("b", other, PICTURE)])
    assert legend_of(grid) == {"Different": "50.0 %", "Same": "50.0 %"}
    grid.show_cells([lane("a", other, PICTURE), lane("b", other, PICTURE)])
    assert legend_of(grid) == {}
    settle(qapp)
    assert legend_of(grid) == {"Different": "0.0 %", "Same": "100.0 %"}


def test_masks_of_unequal_size_are_not_compared_and_that_is_said(show: ShowGrid, view: ViewState) -> None:
    view.mode = Mode.DIFFERENCE
    grid = show(lane("a", flat_map(64, 64, 1), PICTURE), lane("b", flat_map(32, 64, 1), PICTURE))
    assert "differ in size" in grid.cells[0].foot.text


def test_types_that_differ_cannot_be_compared_and_the_cell_says_so(show: ShowGrid, view: ViewState) -> None:
    view.mode = Mode.DIFFERENCE
    grid = show(lane("a", flat_map(64, 64, 1), PICTURE), lane("b", Sketch(), PICTURE))
    assert grid.cells[0].foot.text == "Masks and predictions of the type “sketch” cannot be compared with each other."


def test_modes_come_and_go_without_leaving_anything(qapp: QApplication, two: LaneGrid, view: ViewState) -> None:
    for mode in [*Mode, *reversed(Mode), Mode.SIDE_BY_SIDE]:
        view.mode = mode
        settle(qapp)
    assert two.findChild(Divider) is None
    assert all(legend.isHidden() for legend in two.findChildren(SceneLegend))
    assert len(two.cells) == 2
