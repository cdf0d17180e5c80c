"""From a field that filters a list into that list by the keys, and back."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit


class ListEntry(QObject):
    """Down, in the field, goes to the list's row that was last current, or its first; Up on the first row goes back.

    Args:
        field: What is typed in.
        view: What it filters.
    """

    def __init__(self, field: QLineEdit, view: QAbstractItemView) -> None:
        super().__init__(field)
        self._field = field
        self._view = view
        field.installEventFilter(self)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that lead from one to the other."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is self._field and event.key() == Qt.Key.Key_Down:
            return self._enter()
        is_first = self._view.currentIndex().row() <= 0
        if watched is self._view and event.key() == Qt.Key.Key_Up and is_first:
            self._field.setFocus(Qt.FocusReason.BacktabFocusReason)
            return True
        return False

    def _enter(self) -> bool:
        """Go to the list, if it has a row that can be seen."""
        view, model = self._view, self._view.model()
        if not view.isVisible() or model is None or model.rowCount(view.rootIndex()) == 0:
            return False
        view.setFocus(Qt.FocusReason.TabFocusReason)
        if not view.currentIndex().isValid():
            view.setCurrentIndex(model.index(0, 0, view.rootIndex()))
        view.scrollTo(view.currentIndex())
        return True
