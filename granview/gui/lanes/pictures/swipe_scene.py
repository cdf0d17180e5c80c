"""Swipe: the left lane and the right lane over one picture, parted by a divider that is dragged or moved by keys."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from granview.gui.background.latest_result import BackgroundPool
from granview.gui.lanes.pictures.scene import Scene
from granview.gui.model.view_state import ViewState
from granview.gui.paint.frame import Frame
from granview.gui.presenters.picture_presenter import DifferenceRow
from granview.gui.style.theme import Theme

_WIDTH: Final = 32
_KNOB: Final = 13.0
_FINE: Final = 0.01
_COARSE: Final = 0.1
_MOVES: Final = {
    Qt.Key.Key_Left: -_FINE,
    Qt.Key.Key_Right: _FINE,
    Qt.Key.Key_PageDown: -_COARSE,
    Qt.Key.Key_PageUp: _COARSE,
    Qt.Key.Key_Home: -1.0,
    Qt.Key.Key_End: 1.0,
}


class Divider(QWidget):
    """The line between left and right: dragged by the mouse; with the focus, moved by arrows, Page, Home and End."""

    def __init__(self, view: ViewState, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = parent
        self._view = view
        self._grip = 0.0
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAccessibleName(self.tr("Divider between left and right"))
        self.setToolTip(self.tr("Drag, or press the arrow keys, to move the divider"))

    def event(self, event: QEvent) -> bool:
        """Claim the divider's keys before the window's shortcuts see them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the divider."""
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
        else:
            self._view.divider += move

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the divider."""
        self._grip = event.position().x() - self.width() / 2

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the divider."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            x = self.mapToParent(event.position()).x() - self._grip
            self._view.divider = x / self._canvas.width()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Put the divider back into the middle."""
        self._view.divider = 0.5

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line and its knob."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle, y = self.width() / 2, self.height() / 2
            painter.fillRect(QRectF(middle - 1.5, 0, 3, self.height()), self.theme.color("canvas", 0.7))
            painter.fillRect(QRectF(middle - 0.5, 0, 1, self.height()), self.theme.color("text"))
            painter.setPen(
                QPen(self.theme.color("accent" if self.hasFocus() else "border"), 2 if self.hasFocus() else 1)
            )
            painter.setBrush(self.theme.color("panel"))
            painter.drawEllipse(QRectF(middle - _KNOB, y - _KNOB, 2 * _KNOB, 2 * _KNOB))
            painter.setPen(QPen(self.theme.color("text"), 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
            for side in (-1, 1):
                painter.drawPolyline([QPointF(middle + side * x, y + dy) for x, dy in ((4, -4), (8, 0), (4, 4))])


class SwipeScene(Scene):
    """Left of the divider the first artist's prediction, right of it the second's."""

    def __init__(self, view: ViewState, theme: Theme, background: BackgroundPool) -> None:
        super().__init__(view, theme, background)
        self._divider: Divider | None = None
        view.changed.connect(self._on_view_changed)

    @property
    def legend_rows(self) -> Sequence[DifferenceRow]:
        """The colours of both sides, without the numbers of either."""
        rows = {(row.role, row.text): row for artist in self.artists for row in artist.legend}
        return [replace(row, n=None, share=None) for row in rows.values()]

    def key_at(self, position: QPointF, area: QRect) -> str | None:
        """The cell whose side of the divider a point is on."""
        if len(self.artists) != 2:
            return super().key_at(position, area)
        is_right = position.x() > area.left() + area.width() * self.view.divider
        return self.artists[int(is_right)].content.key

    def attach(self, canvas: QWidget) -> None:
        """Lay the divider over the canvas."""
        super().attach(canvas)
        self._divider = Divider(self.view, self.theme, canvas)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        super().set_theme(theme)
        if self._divider:
            self._divider.theme = theme
            self._divider.update()

    def place(self, area: QRect) -> None:
        """Put the divider where the choices say."""
        super().place(area)
        if self._divider:
            x = round(area.left() + area.width() * self.view.divider)
            self._divider.setGeometry(x - _WIDTH // 2, area.top(), _WIDTH, area.height())

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw the picture, and each side's prediction on its side."""
        if len(self.artists) != 2:
            return
        left, right = self.artists
        x = round(frame.rect.left() + frame.rect.width() * self.view.divider)
        left.paint_picture(painter, frame)
        for artist, area in (
            (left, frame.rect.adjusted(0, 0, x - frame.rect.right(), 0)),
            (right, frame.rect.adjusted(x - frame.rect.left(), 0, 0, 0)),
        ):
            painter.save()
            painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
            artist.paint_prediction(painter, frame)
            painter.restore()

    def _on_view_changed(self, name: str) -> None:
        if name == "divider":
            self.place(self._area)
            self.changed.emit()
