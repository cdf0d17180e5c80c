"""The models that a list shows: those that are known of, filtered, and which of them are chosen for which task."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from granview.core.model_tasks import SEGMENTATION
from granview.engine.catalog import CatalogEntry
from granview.gui.model.task_titles import in_words
from granview.gui.widgets.text_preview import as_tip

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_NO_PARENT: Final = QModelIndex()


class ModelItems(QAbstractListModel):
    """Catalogue entries, filtered; those that are chosen stay chosen when they are filtered out."""

    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[CatalogEntry] = ()
        self._shown: list[CatalogEntry] = []
        self._chosen: dict[str, str] = {}
        self._task = ""

    def show(self, entries: Sequence[CatalogEntry]) -> None:
        """List these."""
        self._entries = entries
        self.filter("", "")

    def filter(self, text: str, family: str, task: str = "") -> None:
        """List those of a family, for a task, whose name, source or note has all words of a text."""
        words = text.casefold().split()
        self._task = task
        self.beginResetModel()
        self._shown = [
            entry
            for entry in self._entries
            if family in ("", entry.family)
            and (not task or task in entry.tasks)
            and all(word in f"{entry.title} {entry.source} {entry.note}".casefold() for word in words)
        ]
        self.endResetModel()

    def chosen(self) -> dict[str, str]:
        """The task of each chosen model by its source, in the order in which they were chosen."""
        return dict(self._chosen)

    def toggle(self, index: Index) -> None:
        """Choose a model, or not any more: for the task that is filtered by, else for its likeliest."""
        entry = self._shown[index.row()]
        if entry.source in self._chosen:
            del self._chosen[entry.source]
        else:
            self._chosen[entry.source] = self._task or next(iter(entry.tasks), SEGMENTATION)
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many are listed."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, its name, its tip, and whether it is chosen."""
        entry = self._shown[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip("\n".join(line for line in (entry.source, in_words(entry.tasks), entry.note) if line))
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if entry.source in self._chosen else Qt.CheckState.Unchecked
        return None
