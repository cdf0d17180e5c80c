"""The list of models: name, size, where it comes from; click to choose, as many as wanted."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListView

from granview.gui.dialogs.model_delegate import ModelDelegate
from granview.gui.dialogs.model_items import ModelItems
from granview.gui.style.theme import Theme


class ModelList(QListView):
    """A click or the space bar chooses."""

    def __init__(self, items: ModelItems, theme: Theme) -> None:
        super().__init__()
        self._delegate = ModelDelegate(theme)
        self._items = items
        self.setModel(items)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(items.toggle)

    def keyPressEvent(self, event: Any) -> None:
        """The space bar chooses the current row."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._items.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)
