"""The list of models: name, size, where it comes from; click to choose, as many as wanted."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from granview.core.model_tasks import SEGMENTATION
from granview.engine.catalog import CatalogEntry
from granview.gui.model.task_titles import in_words
from granview.gui.style.stylesheet import mixed, tabular
from granview.gui.style.theme import Theme
from granview.gui.widgets.number_format import count_in_short
from granview.gui.widgets.text_preview import as_tip

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_NO_PARENT: Final = QModelIndex()
_ROW_PX: Final = 46
_NUMBERS_PX: Final = 84


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


class ModelList(QListView):
    """A click or the space bar chooses."""

    def __init__(self, items: ModelItems, theme: Theme) -> None:
        super().__init__()
        self._delegate = _ModelDelegate(theme)
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


class _ModelDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, chosen)
        area = QRect(option.rect).adjusted(12, 0, -12, 0)
        self._paint_box(painter, QRectF(area.left(), area.center().y() - 7, 15, 15), chosen)
        words = area.adjusted(28, 0, -2 * _NUMBERS_PX, 0)
        self._paint_words(painter, words, entry, option.font)
        self._paint_numbers(painter, area, entry, option.font)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, chosen: bool) -> None:
        state = option.state
        if not chosen and not state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            return
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mixed(theme.panel, theme.accent, 0.18) if chosen else theme.raised))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 6, 6)

    def _paint_box(self, painter: QPainter, box: QRectF, chosen: bool) -> None:
        theme = self._theme
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.muted), 1.3))
        painter.setBrush(QColor(theme.accent) if chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        if chosen:
            painter.setPen(QPen(QColor(theme.on_accent), 1.8))
            x, y = box.x(), box.y()
            painter.drawPolyline([QPointF(x + 3.5, y + 8), QPointF(x + 6.5, y + 11), QPointF(x + 11.5, y + 4.5)])

    def _paint_words(self, painter: QPainter, area: QRect, entry: CatalogEntry, font: QFont) -> None:
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text))
        upper = area.adjusted(0, 5, 0, -area.height() // 2)
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, title)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.9)
        painter.setFont(small)
        painter.setPen(QColor(self._theme.muted))
        lower = area.adjusted(0, area.height() // 2 - 1, 0, -4)
        words = " · ".join(part for part in (entry.family, in_words(entry.tasks), entry.note) if part)
        note = QFontMetrics(small).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, note)

    def _paint_numbers(self, painter: QPainter, area: QRect, entry: CatalogEntry, font: QFont) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(tabular(font))
        painter.setPen(QColor(self._theme.text))
        painter.drawText(area.adjusted(0, 0, -_NUMBERS_PX, 0), right, count_in_short(entry.params))
        painter.setPen(QColor(self._theme.muted))
        size = "" if entry.weights_mb is None else f"{entry.weights_mb:.{1 if entry.weights_mb < 10 else 0}f} MB"
        painter.drawText(area, right, size)
