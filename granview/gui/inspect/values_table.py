"""A heading, and a line per cell with what it says of the place under the mouse."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from granview.gui.style.stylesheet import tabular
from granview.gui.widgets.elided_label import ElidedLabel

_TITLE_PX: Final = 240
"""A cell's title wants at most this; where the panel is narrower, the title gives way, not what the cell says."""


class ValuesTable(QWidget):
    """Keeps its lines while the cells stay the same.

    Args:
        heading: What stands above the lines.
    """

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        title = QLabel(heading)
        title.setProperty("role", "heading")
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addWidget(title, 1)
        self._grid.addLayout(self._head, 0, 0, 1, 2)

    def new_value(self) -> QLabel:
        """A label for what a cell says."""
        return QLabel()

    def texts(self) -> dict[str, str]:
        """What is said now, by cell."""
        return {key: value.text() for key, (_, value) in self._rows.items()}

    def set_corner(self, widget: QWidget) -> None:
        """Show a widget to the right of the heading."""
        self._head.addWidget(widget)

    def set_cells(self, titles: Mapping[str, str]) -> None:
        """Have a line for each of these cells, by key."""
        if list(titles) == list(self._rows):
            return
        for row in self._rows.values():
            for widget in row:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._rows = {key: self._row(place, title) for place, (key, title) in enumerate(titles.items(), 1)}

    def show_values(self, by_cell: Mapping[str, str | None]) -> None:
        """Show what cells say; a dash for those that say nothing. The room of two lines is kept once it was needed."""
        for key, (_, value) in self._rows.items():
            text = by_cell.get(key)
            value.setText("–" if text is None else text)
            if text is not None and "\n" in text:
                value.setMinimumHeight(value.sizeHint().height())

    def _row(self, place: int, title: str) -> tuple[QLabel, QLabel]:
        label, value = ElidedLabel(_TITLE_PX, Qt.TextElideMode.ElideMiddle), self.new_value()
        label.setText(title)
        label.setProperty("role", "muted")
        value.setFont(tabular(self.font()))
        value.setTextFormat(Qt.TextFormat.PlainText)
        self._grid.addWidget(label, place, 0)
        self._grid.addWidget(value, place, 1, Qt.AlignmentFlag.AlignRight)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return label, value
