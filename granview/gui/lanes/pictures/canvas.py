"""The picture area of a cell: draws a scene through the shared viewport, and turns mouse and wheel into its motions."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from granview.gui.lanes.pictures.cursor_marks import cursor_area, paint_cursor, paint_mark
from granview.gui.lanes.pictures.loupe import paint_loupe
from granview.gui.lanes.pictures.prompt_marks import paint_prompts
from granview.gui.lanes.pictures.scene import Scene
from granview.gui.model.picture_tone import PictureTone
from granview.gui.model.viewport import Viewport
from granview.gui.paint.frame import Frame
from granview.gui.paint.scale_bar import paint_scale_bar
from granview.gui.style.theme import Theme

_STEP: Final = 1.25
_NOTCH: Final = 120
_DRAGS = Qt.MouseButton.LeftButton | Qt.MouseButton.MiddleButton
_MEANINGFUL = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Canvas(QWidget):
    """Draws a scene; the wheel zooms to the cursor, a drag pans, a double click fits; the cursor is shared.

    While the viewport is asking, a drag of the left button asks about what is under the mouse, the middle one pans.
    """

    resized = Signal()

    region_asked = Signal(QPointF)
    """The image point at which the user wants the whole region of one class."""

    def __init__(
        self,
        scene: Scene,
        viewport: Viewport,
        theme: Theme,
        parent: QWidget | None = None,
        tone: PictureTone | None = None,
    ) -> None:
        super().__init__(parent)
        self._scene = scene
        self._tone = tone
        self._raised_px = 0
        self._viewport = viewport
        self._theme = theme
        self._dragged_from: QPointF | None = None
        self._pressed_at: QPointF | None = None
        self._asks = False
        self._cursor_area = QRect()
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(64, 48)
        scene.setParent(self)
        scene.attach(self)
        scene.changed.connect(self.update)
        viewport.changed.connect(self.update)
        viewport.cursor_changed.connect(self._on_cursor_changed)
        viewport.mark_changed.connect(self.update)
        viewport.prompts_changed.connect(self.update)
        viewport.loupe_changed.connect(self.update)
        if tone is not None:
            tone.source_changed.connect(self.update)

    @property
    def frame(self) -> Frame:
        """Where image px fall on this canvas now."""
        size, viewport = self._viewport.image_size, self._viewport
        return Frame(
            QRectF(self.rect()), size.width(), size.height(), viewport.centre, viewport.scale, self.devicePixelRatioF()
        )

    def sizeHint(self) -> QSize:
        """A size at which a picture can be judged."""
        return QSize(320, 240)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self._scene.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, scene and shared cursor."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._theme.color("canvas"))
            frame = self.frame
            self._scene.paint(painter, frame)
            if self._viewport.mark is not None:
                paint_mark(painter, frame, self._viewport.mark, self._theme)
            self._paint_scale_bar(painter, frame)
            paint_prompts(painter, frame, self._viewport.prompts, self._theme)
            cursor = self._viewport.cursor
            if cursor is not None and self._viewport.has_loupe:
                paint_loupe(painter, self._scene, frame, cursor, self._theme)
            elif cursor is not None:
                paint_cursor(painter, frame, cursor, self._theme, is_own=self.underMouse())

    def leave_room(self, foot_px: int) -> None:
        """Keep the scale bar clear of what floats over the lower edge, so many px high."""
        if foot_px != self._raised_px:
            self._raised_px = foot_px
            self.update()

    def _paint_scale_bar(self, painter: QPainter, frame: Frame) -> None:
        source = None if self._tone is None else self._tone.source
        if source is not None and source.pixel_size is not None and self._scene.has_picture:
            paint_scale_bar(painter, frame, source.pixel_size, self._raised_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what lies over the picture in its place."""
        super().resizeEvent(event)
        self._scene.place(self.rect())
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the cursor."""
        notches = event.angleDelta().y() / _NOTCH
        if notches:
            self._viewport.zoom_at(self.frame.to_image(event.position()), _STEP**notches)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom by a pinch on a touchpad; everything else as usual."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._viewport.zoom_at(self.frame.to_image(event.position()), 1 + event.value())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pan, to ask, or, with Shift, to draw a box."""
        if not event.button() & _DRAGS:
            super().mousePressEvent(event)
            return
        is_left = event.button() == Qt.MouseButton.LeftButton
        draws = is_left and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        asks = is_left and self._viewport.is_picking and not event.modifiers() & _MEANINGFUL
        self._pressed_at, self._asks = event.position(), asks
        self._dragged_from = None if draws or asks else event.position()
        self.setCursor(Qt.CursorShape.CrossCursor if draws or asks else Qt.CursorShape.ClosedHandCursor)
        if asks:
            self._ask_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, ask, or tell where the cursor is."""
        if self._dragged_from is not None:
            moved = event.position() - self._dragged_from
            self._dragged_from = event.position()
            self._viewport.pan_by(moved.x(), moved.y())
        elif self._asks:
            self._ask_at(event.position())
        self._point_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End to pan, to ask or to draw; a click picks what is under it, with Ctrl the whole region."""
        if event.button() == Qt.MouseButton.LeftButton and self._pressed_at is not None and not self._asks:
            whole = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._pick(self._pressed_at, event.position(), drew=self._dragged_from is None, whole=whole)
        self._dragged_from = self._pressed_at = None
        self._asks = False
        self.unsetCursor()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit the picture."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._viewport.fit()
            self._point_at(event.position())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell where the cursor is."""
        self._point_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """The cursor is over no picture any more."""
        super().leaveEvent(event)
        self._viewport.set_cursor(None)

    def _ask_at(self, position: QPointF) -> None:
        point = self.frame.to_image(position)
        if QRectF(QPointF(), self._viewport.image_size).contains(point):
            self._viewport.pick(QRectF(point, point))

    def _pick(self, start: QPointF, end: QPointF, *, drew: bool, whole: bool) -> None:
        """Tell the viewport what was clicked on, or drawn about; a drag that panned is neither."""
        corner, other = self.frame.to_image(start), self.frame.to_image(end)
        image = QRectF(QPointF(), self._viewport.image_size)
        if (end - start).manhattanLength() < QApplication.startDragDistance():
            if whole and image.contains(corner):
                self.region_asked.emit(corner)
            elif image.contains(corner):
                self._viewport.pick(QRectF(corner, corner))
        elif drew:
            self._viewport.pick(QRectF(corner, other).normalized().intersected(image))

    def _point_at(self, position: QPointF) -> None:
        point = self.frame.to_image(position)
        size = self._viewport.image_size
        inside = QRectF(QPointF(), size).contains(point)
        self._viewport.set_cursor(point if inside else None, self._scene.key_at(position, self.rect()))

    def _on_cursor_changed(self) -> None:
        """Paint again only where the cursor's mark was and is."""
        cursor = self._viewport.cursor
        if self._viewport.has_loupe:
            self.update()
        before, self._cursor_area = self._cursor_area, QRect()
        if cursor is not None:
            self._cursor_area = cursor_area(self.frame, cursor)
        for area in (before, self._cursor_area):
            if not area.isEmpty():
                self.update(area)
