"""The mouse over an object in one cell makes the same object stand out in all; in every mode."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from granview.core.predictions.instances import Instances
from granview.gui.lanes.panel import LaneGrid
from granview.gui.model.view_state import Mode, ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.presenters.picture_content import PictureContent
from tests.helpers.canvas import flat_map, grey_picture, lane, settle, shot
from tests.helpers.grids import ShowGrid
from tests.helpers.shown_instances import CELLS, discs

PICTURE = grey_picture(200, 100)


def found(key: str, *xs: float, **others: bool) -> PictureContent:
    """A cell of discs at these places."""
    said = discs(np.array([(x, 50.0) for x in xs]), np.full(len(xs), 20.0), (100, 200))
    return PictureContent(key, key, picture=PICTURE, prediction=said, labels=CELLS, **others)


@pytest.fixture
def three(show: ShowGrid) -> LaneGrid:
    return show(found("reference", 50, 150, is_reference=True), found("a", 52), found("b", 50, 148), width=1000)


def point(grid: LaneGrid, cell: int, x: float) -> None:
    canvas = grid.cells[cell].canvas
    QTest.mouseMove(canvas, canvas.frame.to_screen(QPointF(x, 50)).toPoint())


def looks(grid: LaneGrid) -> list[QImage]:
    return [shot(cell.canvas) for cell in grid.cells]


def test_the_mouse_names_the_object_in_every_cell(three: LaneGrid, viewport: Viewport, qapp: QApplication) -> None:
    point(three, 1, 52)
    assert viewport.cursor_key == "a"
    assert set(viewport.linked) == {"reference", "a", "b"}
    assert ["IoU" in cell.foot.text for cell in three.cells] == [True, False, True]
    point(three, 2, 148)
    assert [cell.foot.text for cell in three.cells][1] == "n/a"


def test_the_object_is_drawn_otherwise_where_it_is_found(
    three: LaneGrid, viewport: Viewport, qapp: QApplication
) -> None:
    viewport.set_cursor(QPointF(100, 5), "reference")
    looks(three)
    settle(qapp)
    before = looks(three)
    viewport.set_cursor(QPointF(150, 50), "reference")
    viewport.set_cursor(QPointF(100, 5), "reference")
    assert looks(three) == before
    viewport.set_cursor(QPointF(150, 60), "reference")
    assert viewport.linked["a"].text == "n/a"
    assert looks(three)[2] != before[2]


def test_a_new_picture_forgets_what_stood_out(three: LaneGrid, viewport: Viewport, qapp: QApplication) -> None:
    viewport.set_cursor(QPointF(150, 50), "reference")
    assert viewport.linked
    three.show_cells([lane("a", flat_map(200, 100, 1), PICTURE)])
    settle(qapp)
    assert viewport.linked == {}


def test_each_side_of_a_swipe_is_pointed_at_on_its_own(three: LaneGrid, view: ViewState, viewport: Viewport) -> None:
    view.mode, view.left, view.right = Mode.SWIPE, "a", "b"
    point(three, 0, 52)
    assert viewport.cursor_key == "a"
    point(three, 0, 148)
    assert viewport.cursor_key == "b"


def test_outcomes_are_named_in_every_mode(three: LaneGrid, view: ViewState, qapp: QApplication) -> None:
    view.options = {"color_by": "outcome"}
    view.left, view.right = "a", "b"
    for mode, rows in ((Mode.SIDE_BY_SIDE, 2), (Mode.SWIPE, 3), (Mode.BLINK, 3), (Mode.DIFFERENCE, 6)):
        view.mode = mode
        settle(qapp)
        assert len(three.cells[0].scene.legend_rows) >= rows, mode


def test_cells_of_another_type_stand_for_themselves(show: ShowGrid, viewport: Viewport) -> None:
    grid = show(lane("a", flat_map(200, 100, 1), PICTURE), found("b", 50))
    point(grid, 0, 50)
    assert viewport.linked == {}
    assert grid.cells[0].foot.text.startswith("disc")
    assert isinstance(grid.cells[1].contents[0].prediction, Instances)
