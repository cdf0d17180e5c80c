"""Grids of lanes for tests, shown, settled and painted."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication

from granview.gui.lanes.panel import LaneGrid
from tests.helpers.canvas import settle

ShowGrid = Callable[..., LaneGrid]


def grid_shower(app: QApplication, new_grid: Callable[[], LaneGrid], usual_width: int) -> ShowGrid:
    """A function that shows contents in a grid of a size; grids live as long as the function."""
    grids: list[LaneGrid] = []

    def shown(*contents: Any, width: int = usual_width, height: int = 400) -> LaneGrid:
        grid = new_grid()
        grids.append(grid)
        grid.resize(width, height)
        grid.show()
        grid.show_cells(contents)
        settle(app)
        return grid

    return shown
