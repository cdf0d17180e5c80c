import pytest
from PySide6.QtWidgets import QApplication

from granview.gui.lanes.panel import LaneGrid
from granview.gui.model.text_viewport import TextViewport
from granview.gui.model.view_state import ViewState
from granview.gui.model.viewports import Viewports
from granview.gui.style.theme import DARK
from tests.helpers.grids import ShowGrid, grid_shower


@pytest.fixture
def view() -> ViewState:
    return ViewState()


@pytest.fixture
def viewport() -> TextViewport:
    return TextViewport()


@pytest.fixture
def show(qapp: QApplication, view: ViewState, viewport: TextViewport) -> ShowGrid:
    """Shows texts."""
    return grid_shower(qapp, lambda: LaneGrid(view, Viewports(viewport), DARK), 900)
