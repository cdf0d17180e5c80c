"""A hint beside a part of the window, with an arrow to it."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from granview.gui.start.callout_place import CalloutPlace, Side
from granview.gui.style.theme import SPACING, Theme

ARROW_PX: Final = 10
"""Length of the arrow, for which the callout leaves room on every side."""

_WIDTH_PX: Final = 340
_HALF_PX: Final = 8


class Callout(QWidget):
    """Title, words, how far the tour is, and three buttons; Escape ends the tour as well."""

    next_asked = Signal()
    back_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._place: CalloutPlace | None = None
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self.words = QLabel(wordWrap=True)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.dismiss = QPushButton(self.tr("Do not show again"))
        self.back = QPushButton(self.tr("Back"))
        self.forward = QPushButton()
        self.forward.setProperty("role", "primary")
        self.dismiss.clicked.connect(self.closed)
        self.back.clicked.connect(self.back_asked)
        self.forward.clicked.connect(self.next_asked)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(self.dismiss)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        layout = QVBoxLayout(self)
        edge = ARROW_PX + int(1.5 * SPACING)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(SPACING)
        layout.addLayout(head)
        layout.addWidget(self.words)
        layout.addLayout(row)
        self.setFixedWidth(_WIDTH_PX + 2 * ARROW_PX)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme
        self.update()

    def say(self, title: str, words: str, number: int, n_hints: int) -> None:
        """Say this hint, the ``number``-th of so many, from 1."""
        self.title.setText(title)
        self.words.setText(words)
        self.count.setText(self.tr("{number} of {all}").format(number=number, all=n_hints))
        self.back.setVisible(number > 1)
        self.forward.setText(self.tr("Next") if number < n_hints else self.tr("Done"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setFixedHeight(self.heightForWidth(self.width()) if self.hasHeightForWidth() else self.sizeHint().height())

    def stand(self, place: CalloutPlace) -> None:
        """Stand there, with the arrow to the anchor."""
        self._place = place
        self.setGeometry(place.area)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the tour by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the arrow."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = ARROW_PX + 0.5
            painter.setPen(QPen(self._theme.color("accent"), 1.5))
            painter.setBrush(self._theme.color("panel"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), SPACING, SPACING)
            if self._place is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("accent"))
                painter.drawPolygon(self._arrow(self._place))

    def _arrow(self, place: CalloutPlace) -> QPolygon:
        """A triangle from the frame to the edge at which the anchor is."""
        low, right = self.height() - 1, self.width() - 1
        margin = ARROW_PX + _HALF_PX + SPACING
        tip = place.tip - place.area.topLeft()
        x = min(max(tip.x(), margin), self.width() - margin)
        y = min(max(tip.y(), margin), self.height() - margin)
        base = ARROW_PX
        return QPolygon(
            {
                Side.BELOW: [QPoint(x, 0), QPoint(x - _HALF_PX, base), QPoint(x + _HALF_PX, base)],
                Side.ABOVE: [QPoint(x, low), QPoint(x - _HALF_PX, low - base), QPoint(x + _HALF_PX, low - base)],
                Side.RIGHT: [QPoint(0, y), QPoint(base, y - _HALF_PX), QPoint(base, y + _HALF_PX)],
                Side.LEFT: [QPoint(right, y), QPoint(right - base, y - _HALF_PX), QPoint(right - base, y + _HALF_PX)],
            }[place.side]
        )
