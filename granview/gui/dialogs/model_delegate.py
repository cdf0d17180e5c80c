"""How one line of the list of models is drawn: a box, the name over what it is for, and its size at the right."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from granview.engine.catalog import CatalogEntry
from granview.gui.dialogs.model_items import ENTRY_ROLE, Index
from granview.gui.dialogs.model_rows import LadderHead, Row
from granview.gui.dialogs.model_words import (
    about_ladder,
    about_model,
    name_of,
    params_of_ladder,
    size_in_words,
    state_of_ladder,
    state_of_model,
)
from granview.gui.language.below import localized
from granview.gui.style.stylesheet import mixed, tabular
from granview.gui.style.theme import Theme
from granview.gui.widgets.number_format import count_in_short

BOX_PX: Final = 36
"""So far from the left the box reaches; what is clicked there is the box."""

_ROW_PX: Final = 46
_NUMBERS_PX: Final = 84
_INDENT_PX: Final = 24
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ModelDelegate(QStyledItemDelegate):
    """Draws catalogue entries and heads of ladders.

    Args:
        theme: Colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(200, max(_ROW_PX, 2 * option.fontMetrics.height() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        row: Row = index.data(ENTRY_ROLE)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, state == Qt.CheckState.Checked)
        area = QRect(option.rect).adjusted(12, 0, -12, 0)
        if not isinstance(row, LadderHead) and row.ladder:
            area.adjust(_INDENT_PX, 0, 0, 0)
        self._paint_box(painter, QRectF(area.left(), area.center().y() - 7, 15, 15), state)
        words = area.adjusted(28, 0, -2 * _NUMBERS_PX, 0)
        if isinstance(row, LadderHead):
            self._paint_head(painter, area, words, row, option.font)
        else:
            self._paint_lines(painter, words, name_of(row), about_model(row), option.font)
            self._paint_numbers(painter, area, row, option.font)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, chosen: bool) -> None:
        state = option.state
        if not chosen and not state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            return
        theme = self._theme
        has_keys = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(theme.accent), 1.5) if has_keys else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mixed(theme.panel, theme.accent, 0.18) if chosen else theme.raised))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 6, 6)

    def _paint_box(self, painter: QPainter, box: QRectF, state: Qt.CheckState) -> None:
        theme, chosen = self._theme, state != Qt.CheckState.Unchecked
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.muted), 1.3))
        painter.setBrush(QColor(theme.accent) if chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        if not chosen:
            return
        painter.setPen(QPen(QColor(theme.on_accent), 1.8))
        x, y = box.x(), box.y()
        if state == Qt.CheckState.PartiallyChecked:
            painter.drawLine(QPointF(x + 4, y + 7.5), QPointF(x + 11, y + 7.5))
        else:
            painter.drawPolyline([QPointF(x + 3.5, y + 8), QPointF(x + 6.5, y + 11), QPointF(x + 11.5, y + 4.5)])

    def _paint_head(self, painter: QPainter, area: QRect, words: QRect, head: LadderHead, font: QFont) -> None:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        self._paint_lines(painter, words, localized(head.title), about_ladder(head), bold, font)
        painter.setFont(tabular(font))
        painter.setPen(QColor(self._theme.text))
        painter.drawText(_upper(area).adjusted(0, 0, -28, 0), _RIGHT, params_of_ladder(head))
        self._paint_state(painter, _lower(area).adjusted(0, 0, -28, 0), *state_of_ladder(head, self._theme), font)
        self._paint_arrow(painter, QPointF(area.right() - 8, area.center().y() + 0.5), head.is_open)

    def _paint_arrow(self, painter: QPainter, at: QPointF, is_open: bool) -> None:
        painter.setPen(QPen(QColor(self._theme.muted), 1.6))
        x, y = at.x(), at.y()
        if is_open:
            painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])
        else:
            painter.drawPolyline([QPointF(x - 2, y - 4), QPointF(x + 2, y), QPointF(x - 2, y + 4)])

    def _paint_lines(
        self, painter: QPainter, area: QRect, title: str, about: str, font: QFont, about_font: QFont | None = None
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text))
        shown = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(_upper(area), _LEFT, shown)
        small = _small(about_font or font)
        painter.setFont(small)
        painter.setPen(QColor(self._theme.muted))
        note = QFontMetrics(small).elidedText(about, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(_lower(area), _LEFT, note)

    def _paint_numbers(self, painter: QPainter, area: QRect, entry: CatalogEntry, font: QFont) -> None:
        painter.setFont(tabular(font))
        painter.setPen(QColor(self._theme.text))
        painter.drawText(_upper(area).adjusted(0, 0, -_NUMBERS_PX, 0), _RIGHT, count_in_short(entry.params))
        painter.drawText(_upper(area), _RIGHT, size_in_words(entry.weights_mb, entry.is_estimate))
        self._paint_state(painter, _lower(area), *state_of_model(entry, self._theme), font)

    def _paint_state(self, painter: QPainter, area: QRect, text: str, color: str, font: QFont) -> None:
        painter.setFont(_small(font))
        painter.setPen(QColor(color))
        painter.drawText(area, _RIGHT, text)


def _upper(area: QRect) -> QRect:
    return area.adjusted(0, 5, 0, -area.height() // 2)


def _lower(area: QRect) -> QRect:
    return area.adjusted(0, area.height() // 2 - 1, 0, -4)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small
