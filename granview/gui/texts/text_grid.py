"""The grid of texts: what every lane says about one text, linked character by character."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from granview.gui.cells.board import Board
from granview.gui.cells.tiling import tiles
from granview.gui.model.text_link import TextLink
from granview.gui.model.view_state import PAIR_MODES, Mode, ViewState
from granview.gui.modes.choose import alone, everyone
from granview.gui.style.theme import SPACING, Theme
from granview.gui.texts.opened_text import OpenedText
from granview.gui.texts.presenters.given import Given
from granview.gui.texts.presenters.table import present
from granview.gui.texts.text_cell import TextCell
from granview.gui.texts.text_content import TextContent

_ARRANGES: Final = frozenset({"mode", "solo", "show_reference"})
_SHOWS: Final = frozenset({"hidden_classes", "highlighted_class", "shade_confidence", "text_difference"})
_NARROWEST: Final = 32 * SPACING
_ZOOM_STEP: Final = 1.0


class TextGrid(Board):
    """Shows contents as cells of text.

    Args:
        view: How results are shown; the grid follows every change.
        link: What the cells share: what is pointed at, scrolled to, searched for.
        theme: Colours.
    """

    def __init__(self, view: ViewState, link: TextLink, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._link = link
        self._theme = theme
        self._contents: tuple[TextContent, ...] = ()
        self._opened: OpenedText | None = None
        self._cells: list[TextCell] = []
        view.changed.connect(self._on_view_changed)
        link.font_changed.connect(self._set_fonts)
        link.part_changed.connect(self._arrange)
        link.pointed_changed.connect(self._on_pointed)

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
            self._link.begin()
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        for cell in self._cells:
            cell.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cells in the new room."""
        super().resizeEvent(event)
        self._place()

    def _arrange(self) -> None:
        choose = alone if self._view.mode == Mode.SOLO else everyone
        shown = [group[0] for group in choose(self._contents, self._view)]
        shown.sort(key=lambda content: not content.is_bare)
        self._fit_cells(len(shown))
        hint = self._hint()
        for cell, content in zip(self._cells, shown, strict=True):
            given = self._given(content)
            presentation = present(given)
            cell.show_content(content, presentation, self._view.shade_confidence, hint)
        has_labels = any(cell.presentation.marks.has_labels for cell in self._cells)
        for cell in self._cells:
            cell.body.set_room_for_labels(has_labels)
        self._place()

    def _given(self, content: TextContent) -> Given:
        view = self._view
        opened = content.opened or OpenedText("")
        return Given(
            content, opened, self._link.part, view.hidden_classes, view.highlighted_class, view.text_difference
        )

    def _hint(self) -> str:
        if self._view.mode in PAIR_MODES:
            return self.tr("Swipe, blink and difference compare pictures; texts stand side by side.")
        opened = self._opened
        if opened is None:
            return ""
        if opened.parts > 1:
            words = self.tr("Part {n} of {all} of this text is shown.")
            return words.format(n=self._link.part + 1, all=opened.parts)
        return " ".join(opened.notices)

    def _fit_cells(self, count: int) -> None:
        for cell in self._cells[count:]:
            cell.hide()
            cell.deleteLater()
        del self._cells[count:]
        while len(self._cells) < count:
            self._cells.append(self._new_cell())

    def _new_cell(self) -> TextCell:
        cell = TextCell(self._link, self._theme, self)
        cell.asked.connect(self.asked)
        cell.body.zoom_asked.connect(self._zoom)
        cell.set_text_font(self._font())
        cell.show()
        return cell

    def _place(self) -> None:
        if not self._cells:
            return
        count = len(self._cells)
        columns = _columns(count, self.rect())
        places = list(zip(self._cells, tiles(count, columns, self.rect(), SPACING), strict=True))
        for cell, tile in places:
            row = [other.wanted_summary(tile.size()) for other, there in places if there.top() == tile.top()]
            cell.summary.setFixedHeight(max(row))
            cell.setGeometry(tile)

    def _font(self) -> QFont:
        font = QFont(QApplication.font())
        font.setPointSizeF(self._link.points or font.pointSizeF() + 1)
        return font

    def _zoom(self, notches: float) -> None:
        self._link.set_points(self._font().pointSizeF() + notches * _ZOOM_STEP)

    def _set_fonts(self) -> None:
        for cell in self._cells:
            cell.set_text_font(self._font())

    def _on_pointed(self) -> None:
        pointed = self._link.pointed
        self._link.say({cell.content.key: cell.readout(pointed) for cell in self._cells})

    def _on_view_changed(self, name: str) -> None:
        if name in _ARRANGES | _SHOWS:
            self._arrange()


def _columns(count: int, area: QRect) -> int:
    """As many columns as leave each text wide enough to be read, in rows as full as they can be."""
    most = max(min(count, area.width() // _NARROWEST), 1)
    rows = -(-count // most)
    return -(-count // rows)
