"""What makes, and what shows, the cells of one kind of sample."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from granview.core.labels import LabelSet
from granview.core.sample import Sample
from granview.gui.model.cell_content import CellContent
from granview.gui.model.lanes_and_rows import Lane
from granview.gui.model.view_state import ViewState
from granview.gui.model.viewports import Viewports
from granview.gui.style.theme import Theme


class CellMaker(Protocol):
    """Makes the contents of cells for one kind of sample."""

    def cells(self, sample: Sample, lanes: Sequence[Lane], sets: Mapping[str, LabelSet]) -> Sequence[CellContent]:
        """One content per cell.

        Args:
            sample: What is shown.
            lanes: Those that take samples of its kind.
            sets: Label sets by cell.
        """
        ...


@dataclass(frozen=True)
class GridContext:
    """What a grid is made from.

    Attributes:
        view: How results are shown.
        viewports: Which part of the sample is shown: a kind asks for its own.
        theme: Colours.
        pool: Where masks, and what is said of long texts, are prepared; the application's own pool when None.
        parent: Where the grid stands.
    """

    view: ViewState
    viewports: Viewports
    theme: Theme
    pool: QThreadPool | None
    parent: QWidget


class CellGrid(QWidget):
    """Base of the grids. Each takes the contents of its own kind of sample alone."""

    requested = Signal(str, str)
    """What the user asks for, as ``menu`` names it, and the lane that it is asked of."""

    @property
    def cells(self) -> tuple[Any, ...]:
        """The cells shown now, row by row."""
        raise NotImplementedError

    def show_cells(self, contents: Sequence[Any]) -> None:
        """Show these contents; what earlier contents held may be released once this has returned."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        raise NotImplementedError
