"""The models that a list shows: those that are known of, filtered, and which of them are chosen for which task."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from granview.core.model_tasks import SEGMENTATION
from granview.engine.catalog import CatalogEntry
from granview.gui.dialogs.model_rows import LadderHead, Row, listed_rows
from granview.gui.dialogs.model_words import about_ladder, about_model
from granview.gui.model.task_titles import in_words
from granview.gui.widgets.text_preview import as_tip

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_NO_PARENT: Final = QModelIndex()


class ModelItems(QAbstractListModel):
    """Catalogue entries and heads of ladders, filtered; what is chosen stays chosen when it is filtered out."""

    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[CatalogEntry] = ()
        self._shown: list[Row] = []
        self._chosen: dict[str, tuple[CatalogEntry, str]] = {}
        self._open: set[str] = set()
        self._filter = ("", "", "")

    def show(self, entries: Sequence[CatalogEntry]) -> None:
        """List these."""
        self._entries = entries
        self._list()

    def filter(self, text: str, family: str, task: str = "") -> None:
        """List those of a family, for a task, whose name, source or note has all words of a text."""
        self._filter = (text, family, task)
        self._list()

    def chosen(self) -> dict[str, str]:
        """The task of each chosen model by its source, in the order in which they were chosen."""
        return {source: task for source, (_, task) in self._chosen.items()}

    def chosen_entry(self, source: str) -> CatalogEntry | None:
        """What is known of a chosen model; None where it is not among those listed."""
        return self._chosen[source][0] if source in self._chosen else None

    def toggle(self, index: Index) -> None:
        """Choose a model or all of a ladder, or not any more: for the task that is filtered by, else the likeliest."""
        row = self._shown[index.row()]
        entries = row.entries if isinstance(row, LadderHead) else (row,)
        is_chosen = all(entry.source in self._chosen for entry in entries)
        for entry in entries:
            if is_chosen:
                del self._chosen[entry.source]
            else:
                self._chosen.setdefault(entry.source, (entry, self._task_of(entry)))
        self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        self.chosen_changed.emit()

    def open_or_close(self, index: Index) -> None:
        """Show a ladder's rungs below its head, or put them away; other rows stay what they are."""
        row = self._shown[index.row()]
        if isinstance(row, LadderHead):
            self._open ^= {row.ladder}
            self._list()

    def is_head(self, index: Index) -> bool:
        """Whether a row is the head of a ladder."""
        return isinstance(self._shown[index.row()], LadderHead)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many are listed."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, its name, its tip, and whether it is chosen."""
        row = self._shown[index.row()]
        if role == ENTRY_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            about = about_ladder(row) if isinstance(row, LadderHead) else about_model(row)
            return f"{row.title}: {about}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row)
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._check_state(row)
        return None

    def _task_of(self, entry: CatalogEntry) -> str:
        wanted = self._filter[2]
        return wanted if wanted in entry.tasks or not entry.tasks else next(iter(entry.tasks), SEGMENTATION)

    def _list(self) -> None:
        self.beginResetModel()
        self._shown = listed_rows(self._entries, *self._filter, self._open)
        self.endResetModel()

    def _check_state(self, row: Row) -> Qt.CheckState:
        sources = [entry.source for entry in row.entries] if isinstance(row, LadderHead) else [row.source]
        count = sum(source in self._chosen for source in sources)
        if count == len(sources):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked

    @staticmethod
    def _tip(row: Row) -> str:
        if isinstance(row, LadderHead):
            return as_tip("\n".join(entry.title for entry in row.entries))
        return as_tip("\n".join(line for line in (row.source, in_words(row.tasks), row.note) if line))
