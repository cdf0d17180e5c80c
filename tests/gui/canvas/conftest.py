from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from granview.gui.cell import CellContent
from granview.gui.grid import LaneGrid
from granview.gui.theme import DARK
from granview.gui.view_state import ViewState
from granview.gui.viewport import Viewport
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
    """Shows contents in a grid of a size, settled and painted."""

    def shown(*contents: CellContent, width: int = 800, height: int = 400) -> LaneGrid:
        grid = LaneGrid(view, viewport, DARK)
        grid.resize(width, height)
        grid.show()
        grid.show_cells(contents)
        settle(qapp)
        return grid

    return shown
