"""What every cell says of the pixel under the cursor."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from granview.gui.cells.cell import REFERENCE_KEY
from granview.gui.cells.picture_content import PictureContent
from granview.gui.cells.pixel_readout import read
from granview.gui.desk import Desk
from granview.gui.model.class_book import ClassBook
from granview.gui.style.stylesheet import tabular


class CursorValues(QWidget):
    """A line with the position, and one per cell with class and confidence."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._book = ClassBook(desk.model, desk.loader)
        self._place = QLabel()
        self._place.setFont(tabular(self.font()))
        self._place.setProperty("role", "muted")
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        title = QLabel(self.tr("Under the cursor"))
        title.setProperty("role", "heading")
        self._grid.addWidget(title, 0, 0)
        self._grid.addWidget(self._place, 0, 1, Qt.AlignmentFlag.AlignRight)
        desk.viewport.cursor_changed.connect(self._refresh)
        desk.loader.changed.connect(self._rebuild)
        desk.model.lanes.changed.connect(self._rebuild)
        self._rebuild()

    def texts(self) -> dict[str, str]:
        """What is said now, by cell."""
        return {key: value.text() for key, (_, value) in self._rows.items()}

    def _rebuild(self) -> None:
        self._contents = self._current()
        keys = [content.key for content in self._contents]
        if keys != list(self._rows):
            for label, value in self._rows.values():
                for widget in (label, value):
                    self._grid.removeWidget(widget)
                    widget.hide()
                    widget.deleteLater()
            self._rows = {content.key: self._row(place, content) for place, content in enumerate(self._contents, 1)}
        self._refresh()

    def _row(self, place: int, content: PictureContent) -> tuple[QLabel, QLabel]:
        label, value = QLabel(content.title), QLabel()
        label.setProperty("role", "muted")
        value.setFont(tabular(self.font()))
        self._grid.addWidget(label, place, 0)
        self._grid.addWidget(value, place, 1, Qt.AlignmentFlag.AlignRight)
        return label, value

    def _current(self) -> list[PictureContent]:
        maps, sets = self._book.maps(), self._book.label_sets()
        keys = [key for key in (REFERENCE_KEY, *self._desk.model.lanes.names()) if key in maps]
        title = {REFERENCE_KEY: self.tr("Reference")}
        return [PictureContent(key, title.get(key, key), label_map=maps[key], labels=sets.get(key)) for key in keys]

    def _refresh(self) -> None:
        point = self._desk.viewport.cursor
        self._place.setText("" if point is None else f"{int(point.x())}, {int(point.y())}")
        for content in self._contents:
            found = None if point is None else read(content, point)
            self._rows[content.key][1].setText("–" if found is None else found.text)
