"""The grid of linked cells: every lane's result on one sample, of whatever kind."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, QThreadPool, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from granview.core.sample import Sample
from granview.core.sample_kind import Kind
from granview.gui.lanes import cell_menu
from granview.gui.lanes.cell_grid import CellGrid, GridContext
from granview.gui.lanes.part_strip import PartStrip
from granview.gui.model.cell_content import CellContent
from granview.gui.model.view_state import ViewState
from granview.gui.model.viewports import Viewports
from granview.gui.sample_kind_view import kind_view
from granview.gui.style.theme import SPACING, Theme

_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class LaneGrid(QWidget):
    """Hosts a grid for each kind of sample, made when the first sample of that kind is shown.

    Args:
        view: How results are shown; the grids follow every change.
        viewports: Which part of a sample is shown, shared with whoever else moves it.
        theme: Colours.
        pool: Where masks, and what is said of long texts, are prepared; the application's own pool when None.
        parent: Where it stands.
    """

    pin_requested = Signal(str)
    restart_requested = Signal(str)
    close_requested = Signal(str)
    solo_requested = Signal(str)

    def __init__(
        self,
        view: ViewState,
        viewports: Viewports,
        theme: Theme,
        pool: QThreadPool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._viewports = viewports
        self._theme = theme
        self._pool = pool
        self._grids: dict[Kind, CellGrid | None] = {}
        self._cell_grid: CellGrid | None = None
        self._sample: Sample | None = None
        self.parts = PartStrip(self)
        self.setMinimumSize(24 * SPACING, 16 * SPACING)
        self.setAccessibleName(self.tr("Lanes"))

    @property
    def cells(self) -> tuple[Any, ...]:
        """The cells shown now, row by row."""
        return () if self._cell_grid is None else self._cell_grid.cells

    @property
    def cell_grid(self) -> CellGrid | None:
        """The grid that is shown now; None before the first sample."""
        return self._cell_grid

    def show_sample(self, sample: Sample | None) -> None:
        """Take note whose cells come next, and show its parts above them; None: there is no sample."""
        self._sample = sample
        self.parts.show_parts(() if sample is None else sample.parts)
        self._give_room()

    def show_cells(self, contents: Sequence[CellContent]) -> None:
        """Show these contents, all of one kind; pictures of earlier ones may be released once this has returned."""
        wanted = self._grid_of(contents[0].kind) if contents else self._cell_grid
        if self._cell_grid is not None and wanted is not self._cell_grid:
            self._cell_grid.hide()
            self._cell_grid.show_cells(())
        had_cells, self._cell_grid = bool(self.cells), wanted
        if wanted is not None:
            wanted.show_cells(contents)
            wanted.show()
        if had_cells != bool(self.cells):
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        for cell_grid in self._made():
            cell_grid.set_theme(theme)
        self.update()

    def render_to(self, painter: QPainter, rect: QRect) -> None:
        """Draw what is on screen into a rectangle of another painter, as large as fits, keeping its proportions."""
        scale = min(rect.width() / max(self.width(), 1), rect.height() / max(self.height(), 1))
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        self.render(painter, QPoint())
        painter.restore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground; where this version cannot show the sample, say so."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("window"))
            if not self.cells and self._sample is not None:
                painter.setPen(self._theme.color("muted"))
                painter.drawText(self.rect(), _CENTRE, self._words(self._sample))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the grids all the room, less that of the sample's parts."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        height = 0 if self.parts.isHidden() else self.parts.sizeHint().height()
        self.parts.setGeometry(0, 0, self.width(), height)
        for cell_grid in self._made():
            cell_grid.setGeometry(self.rect().adjusted(0, height, 0, 0))

    def _made(self) -> list[CellGrid]:
        return [cell_grid for cell_grid in self._grids.values() if cell_grid is not None]

    def _grid_of(self, kind: Kind) -> CellGrid | None:
        if kind not in self._grids:
            context = GridContext(self._view, self._viewports, self._theme, self._pool, self)
            cell_grid = self._grids[kind] = kind_view(kind).new_grid(context)
            if cell_grid is not None:
                cell_grid.requested.connect(self._on_requested)
                self._give_room()
        return self._grids[kind]

    def _words(self, sample: Sample) -> str:
        words = self.tr("{name}: this version of GranView shows no {samples}")
        return words.format(name=sample.filename, samples=kind_view(sample.kind).plural())

    def _on_requested(self, what: str, key: str) -> None:
        signals = {
            cell_menu.PIN: self.pin_requested,
            cell_menu.SOLO: self.solo_requested,
            cell_menu.RESTART: self.restart_requested,
            cell_menu.CLOSE: self.close_requested,
        }
        signals[what].emit(key)
