from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from granview.gui.cells.grid import LaneGrid
from granview.gui.cells.picture_content import PictureContent
from granview.gui.model.view_state import ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.style.theme import DARK
from tests.helpers.canvas import settle

ShowGrid = Callable[..., LaneGrid]


@pytest.fixture
def view() -> ViewState:
    return ViewState()


@pytest.fixture
def viewport() -> Viewport:
    return Viewport()


@pytest.fixture
def show(qapp: QApplication, view: ViewState, viewport: Viewport) -> ShowGrid:
    """Shows contents in a grid of a size, settled and painted; grids live until the test has ended."""
    grids: list[LaneGrid] = []

    def shown(*contents: PictureContent, width: int = 800, height: int = 400) -> LaneGrid:
        grid = LaneGrid(view, viewport, DARK)
        grids.append(grid)
        grid.resize(width, height)
        grid.show()
        grid.show_cells(contents)
        settle(qapp)
        return grid

    return shown
