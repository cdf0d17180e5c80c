"""A line of text that gives way: an ellipsis stands where there is no room, and its tool tip says it all."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from granview.gui.widgets.text_preview import as_tip


class ElidedLabel(QLabel):
    """Wants the width of its text, and does with less.

    Args:
        max_width_px: More than this it does not want.
        mode: Where the ellipsis stands.
    """

    def __init__(self, max_width_px: int, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__()
        self._mode = mode
        self._max_width_px = max_width_px
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show another text, in one line."""
        line = " ".join(text.split())
        if line != self.text():
            super().setText(line)
            self.setToolTip(as_tip(text))

    def sizeHint(self) -> QSize:
        """The width of the text, up to the limit."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), self._max_width_px), hint.height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(32, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            text = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
