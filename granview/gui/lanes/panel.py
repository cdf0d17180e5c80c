"""The grid of linked cells: every lane's result on one sample, pictures or texts."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, QThreadPool, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from granview.core.sample_kind import Kind
from granview.gui.lanes import cell_menu
from granview.gui.lanes.cell_grid import CellGrid
from granview.gui.lanes.welcome import paint_welcome
from granview.gui.model.cell_content import CellContent
from granview.gui.model.text_viewport import TextViewport
from granview.gui.model.view_state import ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.style.theme import SPACING, Theme


class LaneGrid(QWidget):
    """Hosts a grid for each kind of sample, made when the first sample of that kind is shown.

    Args:
        view: How results are shown; the grids follow every change.
        viewport: Which part of the picture is shown, shared with whoever else moves it.
        theme: Colours.
        pool: Where masks, and what is said of long texts, are prepared; the application's own pool when None.
        texts: Which part of the text is shown, and what is pointed at; one of its own when None.
    """

    pin_requested = Signal(str)
    restart_requested = Signal(str)
    close_requested = Signal(str)
    solo_requested = Signal(str)

    def __init__(
        self,
        view: ViewState,
        viewport: Viewport,
        theme: Theme,
        pool: QThreadPool | None = None,
        texts: TextViewport | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._viewport = viewport
        self._theme = theme
        self._pool = pool
        self._texts = texts or TextViewport(self)
        self._boards: dict[Kind, CellGrid] = {}
        self._cell_grid: CellGrid | None = None
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

    def show_cells(self, contents: Sequence[CellContent]) -> None:
        """Show these contents, all of one kind; pictures of earlier ones may be released once this has returned."""
        wanted = self._board_of(contents[0].kind) if contents else self._cell_grid
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
        for cell_grid in self._boards.values():
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
        """Draw the ground; with nothing to show, what to do."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("window"))
            if not self.cells:
                headline = self.tr("Drop images, texts or folders here")
                detail = self.tr("or open the gallery to see the models at work")
                paint_welcome(painter, self.rect(), headline, detail, self._theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the grids all the room."""
        super().resizeEvent(event)
        for cell_grid in self._boards.values():
            cell_grid.setGeometry(self.rect())

    def _board_of(self, kind: Kind) -> CellGrid:
        if kind not in self._boards:
            makers: Mapping[Kind, Callable[[], CellGrid]] = {"image": self._new_pictures, "text": self._new_texts}
            cell_grid = self._boards[kind] = makers[kind]()
            cell_grid.asked.connect(self._on_asked)
            cell_grid.setGeometry(self.rect())
        return self._boards[kind]

    def _new_pictures(self) -> CellGrid:
        from granview.gui.lanes.pictures.picture_grid import PictureGrid

        return PictureGrid(self._view, self._viewport, self._theme, self._pool, self)

    def _new_texts(self) -> CellGrid:
        from granview.gui.lanes.texts.text_grid import TextGrid

        return TextGrid(self._view, self._texts, self._theme, self._pool, self)

    def _on_asked(self, what: str, key: str) -> None:
        signals = {
            cell_menu.PIN: self.pin_requested,
            cell_menu.SOLO: self.solo_requested,
            cell_menu.RESTART: self.restart_requested,
            cell_menu.CLOSE: self.close_requested,
        }
        signals[what].emit(key)
