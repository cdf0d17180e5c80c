"""How one line of the list of models is drawn: a box, the name over what it is for, and its size at the right."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from granview.engine.catalog import CatalogEntry
from granview.gui.dialogs.model_items import ENTRY_ROLE, Index
from granview.gui.model.task_titles import in_words
from granview.gui.style.stylesheet import mixed, tabular
from granview.gui.style.theme import Theme
from granview.gui.widgets.number_format import count_in_short

_ROW_PX: Final = 46
_NUMBERS_PX: Final = 84


class ModelDelegate(QStyledItemDelegate):
    """Draws catalogue entries.

    Args:
        theme: Colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(200, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
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
