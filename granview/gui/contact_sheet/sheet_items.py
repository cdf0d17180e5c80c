"""The samples of the contact sheet as Qt's item model."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from granview.core.sample import Sample
from granview.gui.contact_sheet.rendering import SheetRequest
from granview.gui.contact_sheet.sheet_pictures import SheetPictures
from granview.gui.widgets.text_preview import as_tip

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()

ERROR_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Why there is no picture."""


class SheetItems(QAbstractListModel):
    """One item per sample; a picture is asked for when its item is painted.

    Args:
        pictures: The small pictures.
        request: What is to be shown of a sample.
    """

    def __init__(self, pictures: SheetPictures, request: Callable[[Sample], SheetRequest]) -> None:
        super().__init__()
        self._pictures = pictures
        self._request = request
        self._samples: Sequence[Sample] = ()
        self._place: dict[str, int] = {}
        pictures.changed.connect(self._on_changed)

    def show(self, samples: Sequence[Sample]) -> None:
        """List these."""
        self.beginResetModel()
        self._samples = samples
        self._place = {sample.name: place for place, sample in enumerate(samples)}
        self.endResetModel()

    def sample(self, index: Index) -> Sample:
        """The sample at an index."""
        return self._samples[index.row()]

    def index_of(self, name: str) -> QModelIndex:
        """Index of a sample; invalid when it is not listed."""
        place = self._place.get(name)
        return QModelIndex() if place is None else self.index(place)

    def repaint(self) -> None:
        """Ask again for what is in view."""
        if self._samples:
            self.dataChanged.emit(self.index(0), self.index(len(self._samples) - 1))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many samples."""
        return 0 if parent.isValid() else len(self._samples)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, picture, and why there is none."""
        if not index.isValid():
            return None
        sample = self._samples[index.row()]
        error = self._pictures.error(sample.name)
        if role == Qt.ItemDataRole.DisplayRole:
            return sample.name
        if role == Qt.ItemDataRole.DecorationRole:
            return None if error else self._pictures.get(self._request(sample))
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(f"{sample.name}\n{error}" if error else sample.name)
        return error if role == ERROR_ROLE else None

    def _on_changed(self, name: str) -> None:
        index = self.index_of(name)
        if index.isValid():
            self.dataChanged.emit(index, index)
