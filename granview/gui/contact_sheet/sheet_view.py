"""The grid of the contact sheet: as many columns as there is room for; only what is in view is asked for."""

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from granview.gui.contact_sheet.sheet_items import ERROR_ROLE, SheetItems
from granview.gui.style.theme import SPACING, Theme

_PAD: Final = 4
_OPENS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class SheetView(QListView):
    """Arrow keys move; a click, Return or Space opens a sample."""

    opened = Signal(str)
    """The name of the sample."""

    def __init__(self, items: SheetItems, theme: Theme) -> None:
        super().__init__()
        self._items = items
        self._delegate = _Delegate(theme, self)
        self.setModel(items)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(_PAD)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Contact sheet"))
        self.clicked.connect(self._open)

    def set_edge(self, edge_px: int) -> None:
        """Show pictures of this size."""
        self._delegate.edge_px = edge_px
        self.scheduleDelayedItemsLayout()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._delegate.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the sample that has the focus."""
        if Qt.Key(event.key()) in _OPENS and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._items.sample(index).name)


class _Delegate(QStyledItemDelegate):
    """A picture with its name below it."""

    def __init__(self, theme: Theme, parent: SheetView) -> None:
        super().__init__(parent)
        self.theme = theme
        self.edge_px = 128

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All alike."""
        side = self.edge_px + 2 * _PAD
        return QSize(side, side + option.fontMetrics.height() + _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, picture and name; words where there is no picture."""
        shown: Any = option
        area: QRect = shown.rect
        is_chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen:
            painter.fillRect(area, self.theme.color("raised"))
            painter.setPen(QPen(self.theme.color("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        box = QRect(area.left() + _PAD, area.top() + _PAD, self.edge_px, self.edge_px)
        picture = index.data(int(Qt.ItemDataRole.DecorationRole))
        if isinstance(picture, QPixmap):
            size = picture.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRect(box.topLeft(), size)
            target.moveCenter(box.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(target, picture)
        else:
            painter.fillRect(box, self.theme.color("canvas"))
            painter.setPen(self.theme.color("muted"))
            words = index.data(ERROR_ROLE) or "…"
            inner = box.adjusted(SPACING, SPACING, -SPACING, -SPACING)
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), words)
        painter.setPen(self.theme.color("text"))
        name = shown.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, box.width())
        below = QRect(box.left(), box.bottom() + 1, box.width(), area.bottom() - box.bottom() - 1)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), name)
        painter.restore()
