"""The cells of a data set's first rows, as a table shows them."""

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from granview.gui.widgets.text_preview import as_tip, one_line

CELL_CHARS: Final = 120
"""So much of a value is shown."""

_TIP_CHARS: Final = 400
_COLUMN_PX: Final = (110, 320)


def cell_of(value: Any) -> QTableWidgetItem:
    """A value on one line, with more of it in its tip where it is long."""
    text = "" if value is None else value if isinstance(value, str) else str(value)
    item = QTableWidgetItem(one_line(text, CELL_CHARS))
    if len(text) > CELL_CHARS:
        item.setToolTip(as_tip(text[:_TIP_CHARS]))
    return item


def size_columns(table: QTableWidget) -> None:
    """Make columns as wide as their content, within limits; the last takes what is left."""
    table.resizeColumnsToContents()
    low, high = _COLUMN_PX
    for place in range(table.columnCount()):
        table.setColumnWidth(place, min(max(table.columnWidth(place), low), high))
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
