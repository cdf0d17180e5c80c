from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from granview.gui.cells.grid import LaneGrid
from granview.gui.model.text_link import TextLink
from granview.gui.model.view_state import ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.style.theme import DARK
from granview.gui.texts.text_content import TextContent
from tests.helpers.canvas import settle

ShowTexts = Callable[..., LaneGrid]


@pytest.fixture
def view() -> ViewState:
    return ViewState()


@pytest.fixture
def link() -> TextLink:
    return TextLink()


@pytest.fixture
def show(qapp: QApplication, view: ViewState, link: TextLink) -> ShowTexts:
    """Shows contents in a grid of a size, settled and painted; grids live until the test has ended."""
    grids: list[LaneGrid] = []

    def shown(*contents: TextContent, width: int = 900, height: int = 400) -> LaneGrid:
        grid = LaneGrid(view, Viewport(), DARK, texts=link)
        grids.append(grid)
        grid.resize(width, height)
        grid.show()
        grid.show_cells(contents)
        settle(qapp)
        return grid

    return shown
