import pytest
from PySide6.QtWidgets import QApplication

from granview.gui.cells.grid import LaneGrid
from granview.gui.model.text_link import TextLink
from granview.gui.model.view_state import ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.style.theme import DARK
from tests.helpers.grids import ShowGrid, grid_shower


@pytest.fixture
def view() -> ViewState:
    return ViewState()


@pytest.fixture
def link() -> TextLink:
    return TextLink()


@pytest.fixture
def show(qapp: QApplication, view: ViewState, link: TextLink) -> ShowGrid:
    """Shows texts."""
    return grid_shower(qapp, lambda: LaneGrid(view, Viewport(), DARK, texts=link), 900)
