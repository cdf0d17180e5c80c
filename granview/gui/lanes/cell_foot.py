"""The foot of a cell: the class under the cursor, or what the user must know about what is shown."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from granview.gui.lanes.plain_tip import plain_tip
from granview.gui.model.readout import Readout
from granview.gui.style.theme import SPACING, Theme

_HEIGHT: Final = 3 * SPACING + SPACING // 2
_SWATCH: Final = 10
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_NO_READOUT: Final = "–"
_LEAST_READOUT_PX: Final = 70
"""With less room than this for each readout, the position gives way: Inspect says it too."""


class CellFoot(QWidget):
    """Draws one readout for each content, the position where the mouse is, or else a notice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._readouts: tuple[Readout | None, ...] = ()
        self._position = ""
        self._notice = ""
        self.setFixedHeight(_HEIGHT)

    @property
    def text(self) -> str:
        """What is shown, in one line."""
        if not self._readouts:
            return self._notice
        return "  |  ".join(readout.text if readout else _NO_READOUT for readout in self._readouts)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(20 * SPACING, _HEIGHT)

    def show_readouts(self, readouts: Sequence[Readout | None], position: str) -> None:
        """Show the pixel under the cursor, one readout for each content; none shows the notice again."""
        if (tuple(readouts), position) != (self._readouts, self._position):
            self._readouts, self._position = tuple(readouts), position
            self._say()

    def show_notice(self, notice: str) -> None:
        """Show this while the cursor is over no picture."""
        self._notice = notice
        self._say()

    def _say(self) -> None:
        """Have the whole in the tool tip, whatever there is room for."""
        self.setToolTip(plain_tip(self.text))
        self.setAccessibleName(self.text)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the readouts side by side, or the notice."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), self._theme.color("panel"))
            area = self.rect().adjusted(SPACING + 4, 0, -SPACING - 4, 0)
            if not self._readouts:
                self._paint_words(painter, area, self._notice, "warn", Qt.TextElideMode.ElideRight)
                return
            position_px = self.fontMetrics().horizontalAdvance(self._position) + SPACING
            if self._position and area.width() - position_px >= _LEAST_READOUT_PX * len(self._readouts):
                painter.setPen(self._theme.color("muted"))
                painter.drawText(area, Qt.AlignmentFlag.AlignRight | _MIDDLE, self._position)
                area.setRight(area.right() - position_px)
            width = area.width() // len(self._readouts)
            for index, readout in enumerate(self._readouts):
                part = QRect(area.left() + index * width, area.top(), width - SPACING // 2, area.height())
                self._paint_readout(painter, part, readout)

    def _paint_readout(self, painter: QPainter, area: QRect, readout: Readout | None) -> None:
        if readout is None or readout.color is None:
            self._paint_words(painter, area, readout.text if readout else _NO_READOUT, "muted")
            return
        painter.setPen(QPen(self._theme.color("border")))
        painter.setBrush(QColor(*readout.color))
        top = area.center().y() - _SWATCH / 2 + 0.5
        painter.drawRoundedRect(QRectF(area.left() + 0.5, top, _SWATCH, _SWATCH), 3, 3)
        self._paint_words(painter, area.adjusted(_SWATCH + SPACING, 0, 0, 0), readout.text, "text")

    def _paint_words(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        role: str,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
    ) -> None:
        """A readout keeps its beginning, the class, and its end, how sure the lane is."""
        painter.setPen(self._theme.color(role))
        words = self.fontMetrics().elidedText(text, elide, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | _MIDDLE, words)
