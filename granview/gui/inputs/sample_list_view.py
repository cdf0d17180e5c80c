"""The list view of the samples, and how it paints a row: a thumbnail or an icon, two lines, and a dot per lane."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from granview.gui.style.icons import IconSet
from granview.gui.style.lane_mark import lane_mark, paint_failed_mark
from granview.gui.style.stylesheet import mixed
from granview.gui.style.theme import Theme
from granview.gui.widgets.fitted_text import fitted_parts
from granview.gui.widgets.text_preview import direction_of

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_HEIGHT: Final = 56
_THUMB: Final = QSize(56, 44)
_GLYPH: Final = QSize(18, 18)
_GLYPH_OPACITY: Final = 0.6
_MARGIN: Final = 8
_DOT: Final = 7.0
_LINE: Final = (
    Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextSingleLine
)


@dataclass(frozen=True)
class SampleRow:
    """What a row shows.

    Attributes:
        title: The first line: the sample's name, or the beginning of its text.
        text: A second line.
        is_error: Whether the second line is an error.
        thumbnail: The picture; None while there is none.
        dots: (colour, state) per lane; the state is ``ok``, ``stale``, ``failed`` or empty for not run.
        icon: Name of the icon that stands in the place of a thumbnail, before words; empty: there is a thumbnail.
    """

    title: str
    text: str
    is_error: bool
    thumbnail: QPixmap | None
    dots: Sequence[tuple[str, str]] = ()
    icon: str = ""


class SampleRowDelegate(QStyledItemDelegate):
    """Paints a ``SampleRow`` kept under ``ROW_ROLE``.

    Args:
        theme: Colours.
        icons: Stand for samples without thumbnails.
    """

    def __init__(self, theme: Theme, icons: IconSet) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every row, so that 10,000 rows need no measuring."""
        return QSize(120, max(_HEIGHT, 2 * (option.fontMetrics.height() + 4)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, SampleRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        area = QRect(option.rect).adjusted(_MARGIN, 0, -_MARGIN, 0)
        if row.icon:
            self._paint_glyph(painter, _centred(area, _GLYPH), self._icons.icon(row.icon))
        else:
            self._paint_thumbnail(painter, _centred(area, _THUMB), row.thumbnail)
        left = _GLYPH.width() if row.icon else _THUMB.width()
        self._paint_texts(painter, area.adjusted(left + 10, 0, 0, 0), row, option.font)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not selected and not hovered:
            return
        color = mixed(self._theme.panel, self._theme.accent, 0.22) if selected else self._theme.raised
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(3, 1, -3, -1), 6, 6)

    def _paint_glyph(self, painter: QPainter, rect: QRect, glyph: QIcon) -> None:
        painter.setOpacity(_GLYPH_OPACITY)
        glyph.paint(painter, rect)
        painter.setOpacity(1)

    def _paint_thumbnail(self, painter: QPainter, rect: QRect, picture: QPixmap | None) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect), 4, 4)
        painter.fillPath(path, QColor(self._theme.canvas))
        if picture is None or picture.isNull():
            return
        size = picture.size().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        target = QRect(rect.center().x() - size.width() // 2, rect.center().y() - size.height() // 2, 0, 0)
        target.setSize(size)
        painter.save()
        painter.setClipPath(path)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, picture)
        painter.restore()

    def _paint_texts(self, painter: QPainter, area: QRect, row: SampleRow, font: QFont) -> None:
        middle = area.center().y()
        metrics = QFontMetrics(font)
        upper = QRect(area.left(), middle - metrics.height() - 1, area.width(), metrics.height() + 2)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text))
        elide = Qt.TextElideMode.ElideRight if row.icon else Qt.TextElideMode.ElideMiddle
        painter.drawText(upper, _LINE | direction_of(row.title), metrics.elidedText(row.title, elide, upper.width()))
        step = dot_step(len(row.dots), area.width())
        dots_width = round(len(row.dots) * step) + 4 if row.dots else 0
        lower = QRect(area.left(), middle + 2, area.width() - dots_width, metrics.height() + 2)
        painter.setPen(QColor(self._theme.bad if row.is_error else self._theme.muted))
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.9)
        painter.setFont(small)
        letters = QFontMetrics(small)
        cut_right = Qt.TextElideMode.ElideRight
        text = (
            letters.elidedText(row.text, cut_right, lower.width())
            if row.is_error
            else fitted_parts(row.text, lower.width(), letters)
        )
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        self._paint_dots(painter, QPointF(area.right() - dots_width + 4, lower.center().y() + 1), row.dots, step)

    def _paint_dots(self, painter: QPainter, start: QPointF, dots: Sequence[tuple[str, str]], step: float) -> None:
        for place, (color, state) in enumerate(dots):
            centre = start + QPointF(place * step + _DOT / 2, 0)
            shade = QColor(self._theme.bad if state == "failed" else color)
            painter.setPen(QPen(shade if state else QColor(self._theme.muted), 1.2))
            painter.setBrush(shade if state == "ok" else Qt.BrushStyle.NoBrush)
            if state == "failed":
                paint_failed_mark(painter, centre, _DOT / 2 - 0.7)
            else:
                painter.drawPath(lane_mark(color, centre, _DOT / 2 - 0.2))


def dot_step(n: int, room_px: int) -> float:
    """From one lane's dot to the next, in px: dots of many lanes draw together, so that words keep half of the room."""
    return min(_DOT + 4, max(room_px / 2 - 4, _DOT) / n) if n else 0.0


def _centred(area: QRect, size: QSize) -> QRect:
    """A rectangle of that size at the left of an area, half way down."""
    return QRect(area.left(), area.top() + (area.height() - size.height()) // 2, size.width(), size.height())


class SampleView(QListView):
    """One sample is chosen at a time; rows are of one height, so that 10,000 need no measuring.

    Args:
        items: The samples.
        delegate: Paints them.
    """

    def __init__(self, items: QAbstractItemModel, delegate: QStyledItemDelegate) -> None:
        super().__init__()
        self.setModel(items)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def choose(self, index: QModelIndex) -> None:
        """Choose a row, and bring it into view; none, or the one that is chosen already, changes nothing."""
        if index.isValid() and index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
