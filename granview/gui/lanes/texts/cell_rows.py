"""Where the cells of texts stand: rows that fill the room, or, where each would show too little, scroll."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from granview.gui.lanes.texts.text_cell import TextCell
from granview.gui.lanes.tiling import tiles
from granview.gui.style.theme import SPACING

_SUMMARY_PART: Final = 0.45
"""Of the height that there is for all rows, what the summary of one cell may take."""


class CellRows(QScrollArea):
    """Places cells in rows of equal height, none lower than its summary and a few lines of text need."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ground = QWidget()
        self.setWidget(self.ground)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", "true")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.ground.setAutoFillBackground(False)

    def place(self, cells: Sequence[TextCell], columns: int) -> None:
        """Place these cells, row by row."""
        self.verticalScrollBar().setSingleStep(self.fontMetrics().lineSpacing())
        if not self._fill(cells, columns, self.width()):
            self._fill(cells, columns, self.width() - self.verticalScrollBar().sizeHint().width(), scrolls=True)

    def show_any(self, cells: Iterable[TextCell]) -> None:
        """Scroll to the first of these, unless one of them is in view already."""
        view = QRect(0, self.verticalScrollBar().value(), self.ground.width(), self.viewport().height())
        wanted = list(cells)
        if wanted and not any(view.contains(cell.geometry()) for cell in wanted):
            self.ensureWidgetVisible(wanted[0], 0, 0)

    def _fill(self, cells: Sequence[TextCell], columns: int, width: int, *, scrolls: bool = False) -> bool:
        """Place the cells on a ground of this width; whether they fit without scrolling, or may scroll."""
        rows = -(-len(cells) // columns)
        column = (width - SPACING * (columns - 1)) // columns
        summaries = _equal_in_rows([cell.wanted_summary(column, self._most()) for cell in cells], columns)
        least = max(cell.least_height(summary) for cell, summary in zip(cells, summaries, strict=True))
        height = rows * least + SPACING * (rows - 1)
        if height > self.height() and not scrolls:
            return False
        always = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(always)
        area = QRect(0, 0, width, max(height, self.height()))
        self.ground.resize(area.size())
        for cell, summary, tile in zip(cells, summaries, tiles(len(cells), columns, area, SPACING), strict=True):
            cell.summary.setFixedHeight(summary)
            cell.setGeometry(tile)
        return True

    def _most(self) -> int:
        return round(self.height() * _SUMMARY_PART)


def _equal_in_rows(heights: Sequence[int], columns: int) -> list[int]:
    """Each height raised to the largest in its row, so that texts begin side by side."""
    largest = [max(heights[first : first + columns]) for first in range(0, len(heights), columns)]
    return [largest[index // columns] for index in range(len(heights))]
