"""The queue as Qt's item model: a cell is made when it is painted, so that millions of rows cost nothing."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from granview.gui.disagreement.queue_columns import QueueColumn
from granview.gui.disagreement.queue_report import QueueReport
from granview.gui.style.theme import Theme
from granview.gui.widgets.table_order import FALLING_MARK, RISING_MARK
from granview.gui.widgets.text_preview import as_tip

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class QueueItems(QAbstractTableModel):
    """Rows of a report."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.report: QueueReport | None = None
        self.columns: tuple[QueueColumn, ...] = ()

    def show(self, report: QueueReport | None, columns: tuple[QueueColumn, ...]) -> None:
        """Hold another report."""
        self.beginResetModel()
        self.report, self.columns = report, columns
        self.endResetModel()

    def refresh(self) -> None:
        """What is in view is to be painted again."""
        if self.rowCount():
            last = self.index(self.rowCount() - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many units there are."""
        return 0 if parent.isValid() or self.report is None else len(self.report.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, colour and side of a cell."""
        if self.report is None or not index.isValid():
            return None
        column, row = self.columns[index.column()], int(self.report.rows[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(column.text(row))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_number else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            tone = column.tone(row)
            return None if tone is None else QColor(getattr(self.theme, tone.value))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles and their tips."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title + self._order_mark(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(column.tip)
        return (_RIGHT if column.is_number else _LEFT) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _order_mark(self, column: QueueColumn) -> str:
        """What follows the head of the column that the queue is ordered by."""
        if self.report is None or column.sort_by is None or column.sort_by != self.report.asked.sort_by:
            return ""
        return FALLING_MARK if self.report.asked.falling else RISING_MARK
