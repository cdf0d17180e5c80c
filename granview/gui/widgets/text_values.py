"""What every cell says of the place in the text that the mouse is over."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from granview.gui.cells.cell import REFERENCE_KEY
from granview.gui.desk import Desk
from granview.gui.style.stylesheet import tabular
from granview.gui.widgets.elided import ElidedLabel

_MAX_PX = 220


class TextValues(QWidget):
    """A line per cell that has something to say."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[str, tuple[QLabel, ElidedLabel]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        title = QLabel(self.tr("Under the mouse"))
        title.setProperty("role", "heading")
        self._grid.addWidget(title, 0, 0, 1, 2)
        desk.texts.said_changed.connect(self._refresh)
        desk.loader.changed.connect(self._rebuild)
        desk.model.lanes.changed.connect(self._rebuild)
        self._rebuild()

    def texts(self) -> dict[str, str]:
        """What is said now, by cell."""
        return {key: value.text() for key, (_, value) in self._rows.items()}

    def _rebuild(self) -> None:
        keys = self._keys()
        if keys != list(self._rows):
            for row in self._rows.values():
                for widget in row:
                    self._grid.removeWidget(widget)
                    widget.hide()
                    widget.deleteLater()
            self._rows = {key: self._row(place, key) for place, key in enumerate(keys, 1)}
        self._refresh()

    def _keys(self) -> list[str]:
        sample = self._desk.loader.sample
        if sample is None or sample.kind != "text":
            return []
        first = [REFERENCE_KEY] if self._desk.loader.reference_text is not None else []
        return [*first, *(lane.name for lane in self._desk.model.lanes_of(sample))]

    def _row(self, place: int, key: str) -> tuple[QLabel, ElidedLabel]:
        label, value = QLabel(self.tr("Reference") if key == REFERENCE_KEY else key), ElidedLabel(_MAX_PX)
        label.setProperty("role", "muted")
        value.setFont(tabular(self.font()))
        value.setTextFormat(Qt.TextFormat.PlainText)
        self._grid.addWidget(label, place, 0)
        self._grid.addWidget(value, place, 1, Qt.AlignmentFlag.AlignRight)
        return label, value

    def _refresh(self) -> None:
        for key, (_, value) in self._rows.items():
            said = self._desk.texts.said.get(key)
            value.setText("–" if said is None else said.text)
