"""A shade along the lower edge of what is scrolled: lines that are cut there go on below."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_HEIGHT_PX: Final = 22


class MoreBelow(QWidget):
    """Lies over the last line in view, lets the mouse through, and is gone at the end.

    Args:
        area: What is scrolled; its ground is what the shade turns into.
    """

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area.viewport())
        self._area = area
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        area.viewport().installEventFilter(self)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._follow)
        bar.rangeChanged.connect(self._follow)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edge."""
        if event.type() == QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """From nothing to the ground."""
        ground = QColor(self._area.palette().color(QPalette.ColorRole.Base))
        clear = QColor(ground)
        clear.setAlpha(0)
        shade = QLinearGradient(0, 0, 0, self.height())
        shade.setColorAt(0, clear)
        shade.setColorAt(0.8, ground)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), shade)

    def _follow(self) -> None:
        room, bar = self._area.viewport().rect(), self._area.verticalScrollBar()
        self.setGeometry(0, room.height() - _HEIGHT_PX, room.width(), _HEIGHT_PX)
        self.setVisible(bar.value() < bar.maximum())
        self.raise_()
