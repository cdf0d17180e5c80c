"""The grid of texts: what every lane says about one text, linked character by character."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QThreadPool
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from granview.gui.background.latest_result import BackgroundPool
from granview.gui.background.timers import once
from granview.gui.lanes.cell_grid import CellGrid
from granview.gui.lanes.mode_groups import alone, everyone
from granview.gui.lanes.texts.cell_rows import CellRows
from granview.gui.lanes.texts.find_bar import FindBar
from granview.gui.lanes.texts.part_bar import PartBar
from granview.gui.lanes.texts.text_cell import TextCell
from granview.gui.lanes.texts.text_search import Finder, SearchQuery
from granview.gui.model.opened_text import OpenedText
from granview.gui.model.text_viewport import INPUT, Pointed, TextViewport
from granview.gui.model.view_state import PAIR_MODES, Mode, ViewState
from granview.gui.presenters.marks import Emphasis
from granview.gui.presenters.text_content import TextContent
from granview.gui.presenters.text_presenter import LONG, PresenterInput
from granview.gui.style.theme import SPACING, Theme

_ARRANGES: Final = frozenset({"mode", "solo", "show_reference"})
_SHOWS: Final = frozenset({"hidden_classes", "highlighted_class", "shade_confidence", "text_difference"})
_NARROWEST: Final = 32 * SPACING
_ZOOM_STEP: Final = 1.0
_NOTHING: Final = OpenedText("")


class TextGrid(CellGrid):
    """Shows contents as cells of text.

    Args:
        view: How results are shown; the grid follows every change.
        viewport: What the cells share: what is pointed at, scrolled to, searched for.
        theme: Colours.
        pool: Where what is said of long texts is laid out; the application's own pool when None.
    """

    def __init__(
        self,
        view: ViewState,
        viewport: TextViewport,
        theme: Theme,
        pool: QThreadPool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = BackgroundPool(pool or QThreadPool.globalInstance())
        self._view = view
        self._viewport = viewport
        self._theme = theme
        self._contents: tuple[TextContent, ...] = ()
        self._opened: OpenedText | None = None
        self._cells: list[TextCell] = []
        self._finder = Finder()
        self._waiting: list[tuple[TextCell, TextContent]] = []
        self._caught_up = once(self, 0, self._catch_up)
        self._later = once(self, 0, self._show_waiting)
        self._further = once(self, 0, self._search_on)
        self.sheet = CellRows(self)
        self.bar = FindBar(self)
        self.parts = PartBar(self)
        self.parts.chosen.connect(viewport.show_part)
        self.bar.changed.connect(self._find)
        self.bar.stepped.connect(self._step)
        viewport.find_asked.connect(self._open_search)
        viewport.step_asked.connect(self._step)
        view.changed.connect(self._on_view_changed)
        viewport.font_changed.connect(self._set_fonts)
        viewport.part_changed.connect(self._arrange)
        viewport.pointed_changed.connect(self._on_pointed)

    @property
    def cells(self) -> tuple[TextCell, ...]:
        """The cells shown now, row by row."""
        return tuple(self._cells)

    def show_cells(self, contents: Sequence[TextContent]) -> None:
        """Show these contents."""
        self._contents = tuple(contents)
        opened = next((content.opened for content in contents if content.opened is not None), None)
        if opened is not self._opened:
            self._opened = opened
            self._viewport.begin()
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        for cell in self._cells:
            cell.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search by the keys of the desktop."""
        for keys, act in (
            (QKeySequence.StandardKey.Find, self._open_search),
            (QKeySequence.StandardKey.FindNext, lambda: self._step(1)),
            (QKeySequence.StandardKey.FindPrevious, lambda: self._step(-1)),
        ):
            if event.matches(keys):
                act()
                event.accept()
                return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cells in the new room."""
        super().resizeEvent(event)
        self._place()

    def _arrange(self) -> None:
        choose = alone if self._view.mode == Mode.SOLO else everyone
        shown = [group[0] for group in choose(self._contents, self._view)]
        shown.sort(key=lambda content: not content.is_bare)
        self._fit_cells(len(shown))
        self._waiting = list(zip(self._cells, shown, strict=True))
        self._show_waiting()

    def _show_waiting(self) -> None:
        """Fill the cells; those of a long text one by one, so that the window lives between them."""
        while self._waiting:
            cell, content = self._waiting.pop(0)
            cell.show_input(self._inputs(content), self._view.shade_confidence, self._emphasis(), self._hint())
            if self._waiting and self._opened is not None and len(self._opened.text) > LONG:
                self._later.start()
                break
        self._settle()
        if not self._waiting:
            self._caught_up.start()

    def _catch_up(self) -> None:
        """Let the next cell of a long text lay out what is said of it."""
        behind = next((cell for cell in self._cells if cell.is_behind), None)
        if behind is not None and not self._waiting:
            behind.catch_up()

    def _settle(self) -> None:
        """Bring in line with each other what the cells show."""
        has_labels = any(cell.presentation.marks.has_labels for cell in self._cells)
        for cell in self._cells:
            cell.body.set_room_for_labels(has_labels)
        opened = self._opened or _NOTHING
        self.parts.show_part(min(self._viewport.part, opened.parts - 1), opened.parts, len(opened.text))
        self._place()
        if not self._waiting and self._finder.search(self.bar.query, self._cells):
            self._show_matches()

    def _inputs(self, content: TextContent) -> PresenterInput:
        return PresenterInput(content, content.opened or _NOTHING, self._viewport.part, self._view.text_difference)

    def _emphasis(self) -> Emphasis:
        return Emphasis.of(self._view.hidden_classes, self._view.emphasised_class)

    def _hint(self) -> str:
        if self._view.mode in PAIR_MODES:
            return self.tr("Swipe, blink and difference compare pictures; texts stand side by side.")
        return "" if self._opened is None else " ".join(self._opened.notices)

    def _fit_cells(self, count: int) -> None:
        for cell in self._cells[count:]:
            cell.hide()
            cell.deleteLater()
        del self._cells[count:]
        while len(self._cells) < count:
            self._cells.append(self._new_cell())

    def _new_cell(self) -> TextCell:
        cell = TextCell(self._viewport, self._theme, self._background, self.sheet.ground)
        cell.requested.connect(self.requested)
        cell.picked.connect(self._on_picked)
        cell.presented.connect(self._settle)
        cell.presented.connect(self._caught_up.start)
        cell.body.zoom_asked.connect(self._zoom)
        cell.set_text_font(self._font())
        cell.show()
        return cell

    def _place(self) -> None:
        if not self._cells:
            return
        area = self._make_room_for_bars()
        self.sheet.setGeometry(area)
        self.sheet.place(self._cells, _columns(len(self._cells), area))

    def _make_room_for_bars(self) -> QRect:
        """Put the search and the parts at the top, where they are open; what room is left."""
        top = 0
        for bar in (self.bar, self.parts):
            height = bar.sizeHint().height() if not bar.isHidden() else 0
            bar.setGeometry(0, top, self.width(), height)
            top += height
        return self.rect().adjusted(0, top, 0, 0)

    def _open_search(self) -> None:
        """Open the search with what is selected, where that is on one line."""
        chosen = next((cell.body for cell in self._cells if cell.body.hasFocus()), None)
        selected = "" if chosen is None else chosen.textCursor().selectedText()
        self.bar.open(selected if len(selected.splitlines()) == 1 else "")

    def _find(self, query: SearchQuery) -> None:
        self._finder.search(query, self._cells)
        self._place()
        self._show_matches()

    def _step(self, by: int) -> None:
        if self.bar.isHidden():
            self._open_search()
            return
        self._finder.step(by)
        self._show_matches()

    def _show_matches(self) -> None:
        place = self._finder.place
        if place is not None and place.space == INPUT and self._opened is not None:
            self._viewport.show_part(self._opened.part_at(place.text_span[0]))
        for cell in self._cells:
            self._finder.show_in(cell)
        if place is not None:
            self.sheet.show_any(cell for cell in self._cells if cell.presentation.space == place.space)
        self.bar.show_count(self._finder.number, self._finder.n, self._finder.has_more)
        if not self._finder.is_done:
            self._further.start()

    def _search_on(self) -> None:
        self._finder.go_on()
        self._show_matches()

    def _font(self) -> QFont:
        font = QFont(QApplication.font())
        font.setPointSizeF(self._viewport.points or font.pointSizeF() + 1)
        return font

    def _zoom(self, notches: float) -> None:
        self._viewport.set_points(self._font().pointSizeF() + notches * _ZOOM_STEP)

    def _set_fonts(self) -> None:
        for cell in self._cells:
            cell.set_text_font(self._font())

    def _on_pointed(self) -> None:
        pointed = self._viewport.pointed
        self._viewport.say({cell.content.key: cell.readout(pointed) for cell in self._cells})

    def _on_picked(self, space: str, pointed: Pointed) -> None:
        """Tell where the same stands in every cell, first in the one that was clicked on."""
        found = {cell.content.key: cell.text_span_of(pointed) for cell in self._cells}
        by_cell = {pointed.key: pointed.text_spans[space], **found}
        self._viewport.pick(
            space, pointed.text_spans[space], {key: own for key, own in by_cell.items() if own is not None}
        )

    def _on_view_changed(self, name: str) -> None:
        if name in _ARRANGES | _SHOWS:
            self._arrange()


def _columns(count: int, area: QRect) -> int:
    """As many columns as leave each text wide enough to be read, in rows as full as they can be."""
    most = max(min(count, area.width() // _NARROWEST), 1)
    rows = -(-count // most)
    return -(-count // rows)
