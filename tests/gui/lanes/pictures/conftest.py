import pytest
from PySide6.QtWidgets import QApplication

from granview.gui.lanes.panel import LaneGrid
from granview.gui.model.view_state import ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.model.viewports import Viewports
from granview.gui.style.theme import DARK
from tests.helpers.grids import ShowGrid, grid_shower


@pytest.fixture
def view() -> ViewState:
    return ViewState()


@pytest.fixture
def viewport() -> Viewport:
    return Viewport()


@pytest.fixture
def show(qapp: QApplication, view: ViewState, viewport: Viewport) -> ShowGrid:
    """Shows pictures."""
    return grid_shower(qapp, lambda: LaneGrid(view, Viewports(viewport), DARK), 800)
