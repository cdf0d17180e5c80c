"""A small histogram of a picture's values, with a handle at each end of what is shown black and white."""

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from granview.core.image_params import ImageRange
from granview.gui.model.picture_tone import Histogram

_HEIGHT: Final = 64
_HANDLE_PX: Final = 6.0
_EDGE_PX: Final = 8.0
_GRIP_PX: Final = 12.0
_FINE: Final = 0.01
_COARSE: Final = 0.1
_ENDS: Final = ("low", "high")
_STEPS: Final = {
    Qt.Key.Key_Left: -_FINE,
    Qt.Key.Key_Right: _FINE,
    Qt.Key.Key_PageDown: -_COARSE,
    Qt.Key.Key_PageUp: _COARSE,
}


class HistogramView(QWidget):
    """Drag a handle, or press the arrow keys, to move an end; Home and End choose which of the two the keys move.

    The axis goes from the picture's smallest value to its largest: an end beyond stands at the edge.
    """

    chosen = Signal(float, float)
    """The ends that the user chose, the lower one first."""

    def __init__(self) -> None:
        super().__init__()
        self._histogram: Histogram | None = None
        self._window = ImageRange(0, 255)
        self._held: str | None = None
        self._by_keys = "low"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Histogram of the picture's values"))
        self.setToolTip(self.tr("Drag the ends: what lies below the left one is black, above the right one white"))

    def show_values(self, histogram: Histogram | None, window: ImageRange) -> None:
        """Show how values are spread, and what is shown black and white."""
        self._histogram, self._window = histogram, window
        words = self.tr("Black at {low}, white at {high}")
        self.setAccessibleDescription(words.format(low=f"{window.low:.6g}", high=f"{window.high:.6g}"))
        self.setEnabled(histogram is not None)
        self.update()

    def sizeHint(self) -> QSize:
        """A low strip."""
        return QSize(160, _HEIGHT)

    def handle_x(self, end: str) -> float:
        """Where a handle stands, in px of the widget."""
        low, high = self._span()
        value = self._window.low if end == "low" else self._window.high
        part = min(max((value - low) / (high - low), 0.0), 1.0)
        return _EDGE_PX + part * self._room()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the nearer handle."""
        x = event.position().x()
        self._held = min(_ENDS, key=lambda end: abs(self.handle_x(end) - x))
        self._by_keys = self._held
        self._move_to(self._held, x if abs(self.handle_x(self._held) - x) > _GRIP_PX else self.handle_x(self._held))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._held is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(self._held, event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of it."""
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the end that the keys move."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._by_keys = "low" if key == Qt.Key.Key_Home else "high"
            self.update()
        elif key in _STEPS:
            low, high = self._span()
            value = self._window.low if self._by_keys == "low" else self._window.high
            self._choose(self._by_keys, value + _STEPS[key] * (high - low))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the counts, by their square roots so that few are seen too, and the handles."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            bottom, top = self.height() - _HANDLE_PX - 3, 3.0
            palette = self.palette()
            muted = palette.color(palette.ColorRole.PlaceholderText)
            if self._histogram is not None:
                heights = np.sqrt(self._histogram.counts / max(int(self._histogram.counts.max()), 1))
                step = self._room() / len(heights)
                lefts = _EDGE_PX + np.arange(len(heights)) * step
                shape = [QPointF(_EDGE_PX, bottom)]
                shape += [
                    QPointF(float(left), bottom - float(height) * (bottom - top))
                    for left, height in zip(lefts, heights, strict=True)
                ]
                shape.append(QPointF(_EDGE_PX + self._room(), bottom))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(muted)
                painter.drawPolygon(QPolygonF(shape))
            painter.setPen(QPen(muted, 1))
            painter.drawLine(QPointF(_EDGE_PX, bottom), QPointF(_EDGE_PX + self._room(), bottom))
            for end in _ENDS:
                self._paint_handle(painter, end, QRectF(0, top, 0, bottom - top))

    def _paint_handle(self, painter: QPainter, end: str, area: QRectF) -> None:
        palette = self.palette()
        is_own = self.hasFocus() and end == self._by_keys
        color = palette.color(palette.ColorRole.Highlight if is_own else palette.ColorRole.WindowText)
        x = self.handle_x(end)
        painter.setPen(QPen(color, 1.5))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(QPen(palette.color(palette.ColorRole.WindowText), 1))
        painter.setBrush(palette.color(palette.ColorRole.Text if end == "low" else palette.ColorRole.Base))
        low = area.bottom()
        grip = [QPointF(x, low), QPointF(x - _HANDLE_PX, low + _HANDLE_PX), QPointF(x + _HANDLE_PX, low + _HANDLE_PX)]
        painter.drawPolygon(QPolygonF(grip))

    def _span(self) -> tuple[float, float]:
        if self._histogram is None:
            return self._window.low, self._window.high
        low, high = self._histogram.span
        return low, high if high > low else low + 1

    def _room(self) -> float:
        return max(self.width() - 2 * _EDGE_PX, 1.0)

    def _move_to(self, end: str, x: float) -> None:
        low, high = self._span()
        part = min(max((x - _EDGE_PX) / self._room(), 0.0), 1.0)
        if x != self.handle_x(end):
            self._choose(end, low + part * (high - low))

    def _choose(self, end: str, value: float) -> None:
        """An end never passes the other one."""
        low, high = self._span()
        least = (high - low) / len(self._histogram.counts) if self._histogram is not None else 1.0
        if end == "low":
            self.chosen.emit(min(value, self._window.high - least), self._window.high)
        else:
            self.chosen.emit(self._window.low, max(value, self._window.low + least))
