"""What shows the cells of one kind of sample."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from granview.gui.style.theme import Theme


class CellGrid(QWidget):
    """Base of the grids of pictures and of texts. Each takes the contents of its own kind alone."""

    asked = Signal(str, str)
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
