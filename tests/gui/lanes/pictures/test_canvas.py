"""Mouse and wheel in one cell move all cells; the readout follows the cursor."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from granview.gui.lanes.panel import LaneGrid
from granview.gui.lanes.pictures.canvas import Canvas
from granview.gui.model.viewport import Viewport
from granview.gui.style.theme import DARK
from tests.helpers.canvas import color_at, flat_map, grey_picture, halves, lane, shot
from tests.helpers.grids import ShowGrid


@pytest.fixture(autouse=True)
def _pointer_aside(qapp: QApplication) -> Iterator[None]:
    """Where another test has left the pointer it would be over these widgets; afterwards it is there again."""
    before = QCursor.pos()
    QCursor.setPos(QPoint(20_000, 20_000))
    qapp.processEvents()
    yield
    QCursor.setPos(before)
    qapp.processEvents()


@pytest.fixture
def grid(show: ShowGrid) -> LaneGrid:
    picture = grey_picture(200, 100)
    return show(
        lane("left", halves(200, 100, 1, 2), picture),
        lane("right", flat_map(200, 100, 2, confidence=204), picture),
    )


def wheel(canvas: Canvas, at: QPointF, notches: float) -> None:
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_wheel_zooms_every_cell_to_the_cursor(grid: LaneGrid, viewport: Viewport) -> None:
    first, second = (cell.canvas for cell in grid.cells)
    at = QPointF(90, 60)
    point = first.frame.to_image(at)
    before = viewport.scale
    wheel(first, at, 3)
    assert viewport.scale == pytest.approx(before * 1.25**3)
    for canvas in (first, second):
        found = canvas.frame.to_screen(point)
        assert (found.x(), found.y()) == pytest.approx((at.x(), at.y()), abs=0.51)


def test_drag_pans_and_double_click_fits(grid: LaneGrid, viewport: Viewport) -> None:
    canvas = grid.cells[1].canvas
    viewport.zoom_by(8)
    centre = viewport.centre
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(canvas, QPoint(70, 110))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(70, 110))
    moved = (viewport.centre - centre) * viewport.scale
    assert (moved.x(), moved.y()) == pytest.approx((30, -10))
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert viewport.is_fit


def test_the_cells_show_the_same_part(grid: LaneGrid, viewport: Viewport) -> None:
    border = QPointF(100, 50)
    viewport.zoom_at(border, 6)
    left, right = (cell.canvas for cell in grid.cells)
    at = left.frame.to_screen(border).toPoint()
    assert color_at(left, at - QPoint(3, 0)) != color_at(left, at + QPoint(3, 0))
    assert left.frame.to_screen(border) == right.frame.to_screen(border)


def test_readout_names_class_and_confidence_in_every_cell(grid: LaneGrid) -> None:
    first = grid.cells[0].canvas
    QTest.mouseMove(first, first.frame.to_screen(QPointF(20, 50)).toPoint())
    assert [cell.foot.text for cell in grid.cells] == ["disc", "line  80 %"]
    QTest.mouseMove(first, first.frame.to_screen(QPointF(180, 50)).toPoint())
    assert [cell.foot.text for cell in grid.cells] == ["line", "line  80 %"]
    assert grid.cells[1].foot.accessibleName() == "line  80 %"


def test_outside_the_picture_there_is_no_readout(grid: LaneGrid, viewport: Viewport) -> None:
    canvas = grid.cells[0].canvas
    QTest.mouseMove(canvas, QPoint(canvas.width() // 2, 2))
    assert viewport.cursor is None
    assert grid.cells[0].foot.text == ""


def test_the_cursor_is_marked_in_the_other_cell(grid: LaneGrid, viewport: Viewport) -> None:
    other = grid.cells[1].canvas
    plain = shot(other)
    viewport.set_cursor(QPointF(100, 50))
    marked = shot(other)
    assert marked != plain
    at = other.frame.to_screen(QPointF(100, 50)).toPoint()
    column = {marked.pixelColor(at + QPoint(-7, dy)).name() for dy in (-1, 0, 1)}
    assert DARK.text in column
    viewport.set_cursor(None)
    assert shot(other) == plain


def test_every_part_has_a_name_for_screen_readers(grid: LaneGrid) -> None:
    assert grid.accessibleName()
    assert [cell.accessibleName() for cell in grid.cells] == ["left", "right"]


def test_a_sample_of_another_size_keeps_the_zoomed_part(grid: LaneGrid, viewport: Viewport) -> None:
    viewport.zoom_at(QPointF(150, 25), 4)
    part = viewport.centre.x() / 200
    grid.show_cells([lane("left", None, grey_picture(400, 200))])
    assert viewport.centre.x() / 400 == pytest.approx(part)
