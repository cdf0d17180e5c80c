"""The class legend as a table."""

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from granview.gui.inspect.legend_items import LegendItems
from granview.gui.style.stylesheet import tabular

_ROW_PX: Final = 24
_ROW_MARGIN_PX: Final = 6
_SHARE_PX: Final = 26
"""Room for a head's mark."""
_PADDING_PX: Final = 8
_NAME_PX: Final = 66
_LEAST_ROWS: Final = 10
"""So many classes are in view at least where there are as many: in a low panel that scrolls, not the table in it."""


class LegendTable(QTableView):
    """Shows ``LegendItems``; tells which class the mouse is over."""

    hovered = Signal(object)
    """The class's name, or None."""

    def __init__(self, items: LegendItems) -> None:
        super().__init__()
        self._items = items
        self.setModel(items)
        self.setShowGrid(False)
        self.setFont(tabular(self.font()))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._row_px())
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setMinimumSectionSize(_SHARE_PX)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegateForColumn(0, _NameDelegate(self))
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(lambda *_: self._on_current_changed())
        items.modelReset.connect(self._fit_columns)
        items.dataChanged.connect(self._fit_columns)
        self._fit_columns()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which class is under the mouse."""
        super().mouseMoveEvent(event)
        self.hovered.emit(self._items.name(self.rowAt(event.position().toPoint().y())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar draws the class of the current row, or draws it no more."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point at a row as soon as the keyboard is here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._items.index(0, 0))
        self._on_current_changed()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No class stands out any more."""
        super().focusOutEvent(event)
        self.hovered.emit(None)

    def leaveEvent(self, event: Any) -> None:
        """None is."""
        super().leaveEvent(event)
        self.hovered.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what room there is."""
        super().resizeEvent(event)
        self._fit_columns()

    def _row_px(self) -> int:
        return max(_ROW_PX, self.fontMetrics().height() + _ROW_MARGIN_PX)

    def _on_current_changed(self) -> None:
        """The class of the current row stands out, as one under the mouse does."""
        if self.hasFocus():
            self.hovered.emit(self._items.name(self.currentIndex().row()))

    def _on_clicked(self, index: QModelIndex) -> None:
        name = index.siblingAtColumn(0)
        shown = self._items.data(name, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if shown else Qt.CheckState.Checked
        self._items.setData(name, state, Qt.ItemDataRole.CheckStateRole)

    def _fit_columns(self) -> None:
        header = self.horizontalHeader()
        if self._items.columnCount() == 0:
            return
        columns = range(1, self._items.columnCount())
        widths = [self._width(column, whole=False) for column in columns]
        self._items.whole = sum(widths) + _NAME_PX > self.viewport().width()
        if self._items.whole:
            widths = [self._width(column, whole=True) for column in columns]
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, max(self.viewport().width() - sum(widths), _NAME_PX))
        for column, width in enumerate(widths, 1):
            header.resizeSection(column, width)
        rows_px = min(self._items.rowCount(), _LEAST_ROWS) * self._row_px()
        self.setMinimumHeight(header.sizeHint().height() + rows_px + 2 * self.frameWidth())

    def _width(self, column: int, whole: bool) -> int:
        """What a column's longest number takes, of which large counts are longer than shares."""
        texts = (self._items.amount(row, column, whole) for row in range(self._items.rowCount()))
        longest = max(map(self.fontMetrics().horizontalAdvance, texts), default=0)
        return max(longest + _PADDING_PX, _SHARE_PX)


class _NameDelegate(QStyledItemDelegate):
    """Draws the swatch alone: it is the switch."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
