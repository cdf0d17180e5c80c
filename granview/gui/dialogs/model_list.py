"""The list of models: name, size, where it comes from; click to choose, as many as wanted."""

from typing import Any, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView

from granview.gui.dialogs.model_delegate import BOX_PX, ModelDelegate
from granview.gui.dialogs.model_items import Index, ModelItems
from granview.gui.style.theme import Theme

_OPENING: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ModelList(QListView):
    """A click or the space bar chooses; on the head of a ladder a click beside its box, or an arrow, opens it."""

    def __init__(self, items: ModelItems, theme: Theme) -> None:
        super().__init__()
        self._delegate = ModelDelegate(theme)
        self._items = items
        self._pressed = QPoint()
        self.setModel(items)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)

    def mousePressEvent(self, event: Any) -> None:
        """Remember where, since a click on a box is another one."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: Any) -> None:
        """The space bar chooses the current row; arrows and Enter open a ladder."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self._items.toggle(index)
        elif event.key() in _OPENING and index.isValid() and self._items.is_head(index):
            row = index.row()
            self._items.open_or_close(index)
            self.setCurrentIndex(self._items.index(row))
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: Index) -> None:
        is_beside_box = self._pressed.x() > BOX_PX
        if self._items.is_head(index) and is_beside_box:
            row, above = index.row(), self.verticalScrollBar().value()
            self._items.open_or_close(index)
            self.verticalScrollBar().setValue(above)
            self.setCurrentIndex(self._items.index(row))
        else:
            self._items.toggle(index)
