"""The table of the queue: rows of one height, one chosen at a time, by mouse or by keys."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from granview.gui.disagreement.queue_columns import QueueColumn
from granview.gui.disagreement.queue_items import QueueItems
from granview.gui.disagreement.queue_report import QueueReport
from granview.gui.style.stylesheet import tabular
from granview.gui.style.theme import Theme

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
        rows.setDefaultSectionSize(_ROW_PX)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setStretchLastSection(True)
        heads.setSortIndicatorShown(True)
        self.selectionModel().currentRowChanged.connect(self._on_current_row)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self._is_quiet = False
        self._widths_of_user: set[int] = set()
        heads.sectionResized.connect(self._on_section_resized)
        self.setStyleSheet("QTableView::item { padding: 0 6px; }")

    def show_report(self, report: QueueReport | None, columns: tuple[QueueColumn, ...]) -> None:
        """Show another queue; the unit that is looked at stays chosen."""
        before = [column.title for column in self.items.columns]
        top = self.verticalScrollBar().value()
        self._is_quiet = True
        self.items.show(report, columns)
        if is_other := [column.title for column in columns] != before:
            self._widths_of_user.clear()
        self._fit_columns(columns, may_shrink=is_other)
        self._is_quiet = False
        self.verticalScrollBar().setValue(top)
        if report is not None:
            self._show_order(report, columns)
            self.choose(report.place)

    def choose(self, place: int | None) -> None:
        """Choose a row and have it in view, without a signal."""
        self._is_quiet = True
        if place is None or place >= self.items.rowCount():
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif self.currentIndex().row() != place:
            self.setCurrentIndex(self.items.index(place, 0))
            self.scrollTo(self.items.index(place, 0))
        self._is_quiet = False

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self.items.theme = theme
        self.viewport().update()

    def _on_current_row(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and not self._is_quiet:
            self.chosen.emit(current.row())

    def _show_order(self, report: QueueReport, columns: tuple[QueueColumn, ...]) -> None:
        asked = report.asked
        section = next((i for i, column in enumerate(columns) if column.sort_by == asked.sort_by), -1)
        order = Qt.SortOrder.DescendingOrder if asked.falling else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(section, order)

    def _on_section_resized(self, section: int, _: int, __: int) -> None:
        if not self._is_quiet:
            self._widths_of_user.add(section)

    def _fit_columns(self, columns: Sequence[QueueColumn], *, may_shrink: bool) -> None:
        """Give each column what its head and its first rows need; one that was drawn wider or narrower stays so."""
        metrics, heads = QFontMetrics(self.font()), self.horizontalHeader()
        rows = range(min(self.items.rowCount(), _MEASURED))
        for section, column in enumerate(columns[:-1]):
            texts = [str(self.items.index(row, section).data()) for row in rows]
            widths = [metrics.horizontalAdvance(text) for text in (column.title + "  ", *texts)]
            wanted = min(max(max(widths) + _PADDING_PX, _LEAST_PX), _MOST_PX)
            if section not in self._widths_of_user and (may_shrink or wanted > heads.sectionSize(section)):
                heads.resizeSection(section, wanted)
