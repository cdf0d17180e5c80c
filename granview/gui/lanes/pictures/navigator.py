"""The navigator: the whole picture in small over a cell, with the part that all cells show, to be dragged."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from granview.gui.model.viewport import Viewport
from granview.gui.paint.frame import Frame
from granview.gui.style.theme import SPACING, Theme

_MOST: Final = QSizeF(132, 100)
_SHARE: Final = 0.3
"""Of the cell's width and height, at most so much is covered."""

_LEAST_PX: Final = 40
_SEEN_ALL: Final = 0.995
_SHADE: Final = 0.45

PaintPicture = Callable[[QPainter, Frame], None]


class Navigator(QWidget):
    """Stands in the upper right corner of a cell while a part of the picture is out of view.

    Args:
        viewport: Which part is shown.
        theme: Colours.
        paint_picture: Draws the picture.
        parent: The cell's canvas.
    """

    def __init__(self, viewport: Viewport, theme: Theme, paint_picture: PaintPicture, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = parent
        self._viewport = viewport
        self._theme = theme
        self._paint_picture = paint_picture
        self._is_wanted = True
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(self.tr("Navigator"))
        self.setToolTip(self.tr("The whole picture; drag the frame to move what all lanes show"))
        viewport.changed.connect(self.refresh)
        self.hide()

    def set_wanted(self, on: bool) -> None:
        """Whether it may appear at all."""
        self._is_wanted = on
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.update()

    def refresh(self) -> None:
        """Appear where a part of the picture is out of view and there is room, in the proportions of the picture."""
        size = self._size()
        is_shown = self._is_wanted and self._hides_some() and min(size.width(), size.height()) >= _LEAST_PX // 2
        self.setVisible(is_shown and max(size.width(), size.height()) >= _LEAST_PX)
        if not self.isHidden():
            area = self._canvas.rect()
            self.setGeometry(QRect(QPointF(area.right() - size.width() - SPACING, SPACING).toPoint(), size))
            self.raise_()
            self.update()

    def frame_rect(self) -> QRectF:
        """Where the part that is shown lies, in px of this widget."""
        frame, seen = self._frame(), self._viewport.visible
        return QRectF(frame.to_screen(seen.topLeft()), frame.to_screen(seen.bottomRight()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show what lies here; take hold of the frame where it is under the mouse."""
        rect = self.frame_rect()
        self._grip = rect.center() - event.position() if rect.contains(event.position()) else QPointF()
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is shown."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._viewport.move_to(self._frame().to_image(event.position() + self._grip))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, darker where it is out of view, and the frame."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("canvas"))
            self._paint_picture(painter, self._frame())
            seen = self.frame_rect().intersected(QRectF(self.rect()))
            whole = QRectF(self.rect())
            shade = self._theme.color("canvas", _SHADE)
            for part in (
                QRectF(whole.left(), whole.top(), whole.width(), seen.top() - whole.top()),
                QRectF(whole.left(), seen.bottom(), whole.width(), whole.bottom() - seen.bottom()),
                QRectF(whole.left(), seen.top(), seen.left() - whole.left(), seen.height()),
                QRectF(seen.right(), seen.top(), whole.right() - seen.right(), seen.height()),
            ):
                painter.fillRect(part, shade)
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRect(seen.adjusted(1, 1, -1, -1))

    _grip = QPointF()

    def _hides_some(self) -> bool:
        image, seen = self._viewport.image_size, self._viewport.visible
        inside = seen.intersected(QRectF(QPointF(), image))
        return inside.width() * inside.height() < _SEEN_ALL * image.width() * image.height()

    def _size(self) -> QSize:
        image, area = self._viewport.image_size, self._canvas.size()
        room = _MOST.boundedTo(QSizeF(area) * _SHARE)
        return image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).toSize()

    def _frame(self) -> Frame:
        image = self._viewport.image_size
        scale = self.width() / image.width()
        middle = QPointF(image.width() / 2, image.height() / 2)
        rect = QRectF(self.rect())
        return Frame(rect, image.width(), image.height(), middle, scale, self.devicePixelRatioF())
