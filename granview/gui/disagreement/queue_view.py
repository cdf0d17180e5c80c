"""The table of the queue: rows of one height, one chosen at a time, by mouse or by keys."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from granview.gui.disagreement.queue_columns import QueueColumn
from granview.gui.disagreement.queue_items import QueueItems
from granview.gui.disagreement.queue_report import QueueReport
from granview.gui.style.stylesheet import tabular
from granview.gui.style.theme import Theme
from granview.gui.widgets.table_order import FALLING_MARK

_ROW_PX: Final = 24
_MEASURED: Final = 60
"""Rows by which the width of a column is compared."""

_LEAST_PX, _MOST_PX = 56, 240
_PADDING_PX: Final = 22


class QueueView(QTableView):
    """Shows a report; tells which of its places was chosen."""

    chosen = Signal(int)
    """The place in the queue."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.items = QueueItems(theme)
        self.setModel(self.items)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFont(tabular(self.font()))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(_ROW_PX, self.fontMetrics().height() + 6))
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setStretchLastSection(True)
        self.selectionModel().currentRowChanged.connect(self._on_current_row)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self._is_quiet = False
        self._widths_of_user: set[int] = set()
        self._last_px = _LEAST_PX
        heads.sectionResized.connect(self._on_section_resized)
        self.setStyleSheet("QTableView::item { padding: 0 6px; }")

    def show_report(self, report: QueueReport | None, columns: tuple[QueueColumn, ...]) -> None:
        """Show another queue; the unit that is looked at stays chosen."""
        before = [column.title for column in self.items.columns]
        top = self.verticalScrollBar().value()
        with self._quietly():
            self.items.show(report, columns)
            if is_other := [column.title for column in columns] != before:
                self._widths_of_user.clear()
            self._fit_columns(columns, may_shrink=is_other)
        self.verticalScrollBar().setValue(top)
        if report is not None:
            self.choose(report.place)

    def refresh_marks(self) -> None:
        """Show marks as they are now, and give their column the room that they need."""
        self.items.refresh()
        with self._quietly():
            self._fit_columns(self.items.columns, may_shrink=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the last column have what room is left, or else as much as it needs."""
        super().resizeEvent(event)
        with self._quietly():
            self._fit_last()

    def choose(self, place: int | None) -> None:
        """Choose a row and have it in view, without a signal."""
        with self._quietly():
            if place is None or place >= self.items.rowCount():
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
            elif self.currentIndex().row() != place:
                self.setCurrentIndex(self.items.index(place, 0))
                self.scrollTo(self.items.index(place, 0))

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self.items.theme = theme
        self.viewport().update()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """What the program chooses and resizes meanwhile is not taken for what the user does."""
        before, self._is_quiet = self._is_quiet, True
        try:
            yield
        finally:
            self._is_quiet = before

    def _on_current_row(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and not self._is_quiet:
            self.chosen.emit(current.row())

    def _on_section_resized(self, section: int, _: int, __: int) -> None:
        if not self._is_quiet:
            self._widths_of_user.add(section)

    def _fit_columns(self, columns: Sequence[QueueColumn], *, may_shrink: bool) -> None:
        """Give each column what its head and its first rows need; one that was drawn wider or narrower stays so."""
        metrics, heads = QFontMetrics(self.font()), self.horizontalHeader()
        rows = {*range(min(self.items.rowCount(), _MEASURED)), self.currentIndex().row()} - {-1}
        for section, column in enumerate(columns):
            texts = [str(self.items.index(row, section).data()) for row in rows]
            widths = [metrics.horizontalAdvance(text) for text in (column.title + FALLING_MARK, *texts)]
            wanted = min(max(max(widths) + _PADDING_PX, _LEAST_PX), _MOST_PX)
            if section == len(columns) - 1:
                self._last_px = wanted
            elif section not in self._widths_of_user and (may_shrink or wanted > heads.sectionSize(section)):
                heads.resizeSection(section, wanted)
        self._fit_last()

    def _fit_last(self) -> None:
        """The last column has the room that is left, where it is enough; else it is as wide as it needs to be."""
        heads, last = self.horizontalHeader(), self.items.columnCount() - 1
        if last < 0:
            return
        before = sum(heads.sectionSize(section) for section in range(last))
        is_enough = before + self._last_px <= self.viewport().width()
        heads.setStretchLastSection(is_enough)
        if not is_enough and last not in self._widths_of_user:
            heads.resizeSection(last, self._last_px)
