"""What nothing is read from, by sort, with the reason and what to do about it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from granview.gui.widgets.text_preview import as_tip, one_line
from granview.io.data_set import Leftover
from granview.io.leftovers import example_of

_EXAMPLE: Final = 2
_WHY: Final = 3
_ROW_PX: Final = 30


class LeftoverTable(QTableWidget):
    """A row for each sort; reasons wrap, so that none is cut off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setHorizontalHeaderLabels([self.tr("How many"), self.tr("What"), self.tr("Such as"), self.tr("Why")])
        self.setAccessibleName(self.tr("What is left over"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setStyleSheet("QTableView::item { padding: 3px 6px; }")
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_ROW_PX)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (_EXAMPLE, _WHY):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def show_leftovers(self, leftovers: Sequence[Leftover], root: Path) -> None:
        """Show these.

        Args:
            leftovers: What is left over.
            root: The folder from which examples are named.
        """
        self.setRowCount(len(leftovers))
        for row, each in enumerate(leftovers):
            why = f"{each.reason} {each.hint}".strip()
            example = example_of(each, root)
            for column, text in enumerate((f"{each.n:,}", each.sort, example, why)):
                item = QTableWidgetItem(one_line(text, 600))
                item.setToolTip(as_tip(text))
                self.setItem(row, column, item)
