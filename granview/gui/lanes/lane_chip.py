"""A lane as the toolbar shows it: its colour, its name, its size, and how far it is."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from granview.gui.style.lane_mark import paint_failed_mark, paint_lane_mark
from granview.gui.style.stylesheet import mixed, tabular
from granview.gui.style.theme import Theme

_HEIGHT: Final = 28
_MAX_NAME: Final = 180
_TURN: Final = 5760
_PRESSES: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True)
class ChipContent:
    """What a chip shows.

    Attributes:
        name: The lane's name.
        detail: Shown after it, lighter, such as ``29.8 k``.
        color: The lane's colour.
        progress: How far it is, 0 to 1; None when it does nothing or cannot say.
        is_busy: Whether it is loading or running.
        is_failed: Whether it needs attention.
        is_pinned: Whether the others are compared with it.
        is_alone: Whether it alone is shown.
        tip: Says more.
    """

    name: str
    detail: str = ""
    color: str = "#888888"
    progress: float | None = None
    is_busy: bool = False
    is_failed: bool = False
    is_pinned: bool = False
    is_alone: bool = False
    tip: str = ""


class LaneChip(QWidget):
    """Click to show the lane alone; right-click for more."""

    clicked = Signal(str)
    menu_requested = Signal(str, object)
    """Name and global position."""

    tip_requested = Signal(str)
    """The name; its tip is about to be shown, and may be brought up to date."""

    def __init__(self, content: ChipContent, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_content(content)

    def show_content(self, content: ChipContent) -> None:
        """Show this from now on."""
        self.content = content
        self.setToolTip(content.tip)
        self.setAccessibleName(content.name)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme
        self.update()

    def event(self, event: QEvent) -> bool:
        """A tip says what is so now."""
        if event.type() == QEvent.Type.ToolTip:
            self.tip_requested.emit(self.content.name)
        return super().event(event)

    def sizeHint(self) -> QSize:
        """As wide as its text needs."""
        metrics = QFontMetrics(self.font())
        name = min(metrics.horizontalAdvance(self.content.name), _MAX_NAME)
        detail = metrics.horizontalAdvance(self.content.detail) + 6 if self.content.detail else 0
        return QSize(28 + name + detail + 12, max(_HEIGHT, metrics.height() + 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw pill, dot and text."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            self._paint_dot(painter, QPointF(16, self.height() / 2))
            painter.setFont(tabular(self.font()))
            metrics = QFontMetrics(painter.font())
            area = self.rect().adjusted(28, 0, -10, 0)
            room = min(_MAX_NAME, area.width())
            name = metrics.elidedText(self.content.name, Qt.TextElideMode.ElideMiddle, room)
            painter.setPen(QColor(self._theme.bad if self.content.is_failed else self._theme.text))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, name)
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(
                area.adjusted(metrics.horizontalAdvance(name) + 6, 0, 0, 0),
                Qt.AlignmentFlag.AlignVCenter,
                self.content.detail,
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click shows the lane alone."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit(self.content.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Space do as a click."""
        if event.key() in _PRESSES:
            self.clicked.emit(self.content.name)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """More about the lane."""
        self.menu_requested.emit(self.content.name, event.globalPos())

    def _paint_ground(self, painter: QPainter) -> None:
        theme, content = self._theme, self.content
        ground = theme.raised if self.underMouse() else theme.panel
        if content.is_alone:
            ground = mixed(theme.panel, theme.accent, 0.22)
        marked = content.is_pinned or self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if marked else theme.border), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self.height() / 2, self.height() / 2
        )

    def _paint_dot(self, painter: QPainter, centre: QPointF) -> None:
        content = self.content
        color = QColor(self._theme.bad if content.is_failed else content.color)
        if content.is_failed:
            painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            paint_failed_mark(painter, centre, 3)
        else:
            paint_lane_mark(painter, content.color, centre, 4)
        if not content.is_busy:
            return
        ring = QRectF(centre.x() - 7, centre.y() - 7, 14, 14)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.border), 2))
        painter.drawEllipse(ring)
        part = 0.25 if content.progress is None else content.progress
        painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(ring, _TURN // 4, -round(part * _TURN))
