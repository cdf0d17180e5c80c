"""The foot of a cell: the class under the cursor, or what the user must know about what is shown."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from granview.gui.lanes.plain_tip import plain_tip
from granview.gui.language.below import localized
from granview.gui.model.readout import Readout
from granview.gui.style.theme import SPACING, Theme
from granview.gui.widgets.fitted_text import whole_parts

_MARGIN: Final = SPACING
_MAX_PX: Final = 10_000
_SWATCH: Final = 10
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_NO_READOUT: Final = "–"
_LEAST_READOUT_PX: Final = 70
"""With less room than this for each readout, the position gives way part by part: Inspect says it too."""


class CellFoot(QWidget):
    """Draws one readout for each content, the position where the mouse is, or else a notice.

    Over a picture it floats: as large as its words, which wrap where a notice needs more than one line.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, floats: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._floats = floats
        self._readouts: tuple[Readout | None, ...] = ()
        self._position = ""
        self._notice = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, floats)
        if not floats:
            self.setFixedHeight(self._line())

    changed = Signal()
    """Other words are shown, which may take other room."""

    @property
    def text(self) -> str:
        """What is shown, in one line."""
        if not self._readouts:
            return self._notice
        return "  |  ".join(readout.text if readout else _NO_READOUT for readout in self._readouts)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(20 * SPACING, self._line())

    def changeEvent(self, event: QEvent) -> None:
        """Be as high as the letters need."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and not self._floats:
            self.setFixedHeight(self._line())

    def floating_size(self, room_px: int) -> QSize:
        """What the words take where there is so much width: nothing without words, several lines for a long notice."""
        metrics = self.fontMetrics()
        if self._readouts:
            least = [_LEAST_READOUT_PX, *(metrics.horizontalAdvance(each.text) for each in self._readouts if each)]
            width = (max(least) + _SWATCH + 2 * SPACING) * len(self._readouts)
            width += metrics.horizontalAdvance(self._position) + SPACING if self._position else 0
            return QSize(min(width + 2 * _MARGIN, room_px), self._line())
        if not self._notice:
            return QSize(0, 0)
        most = QRect(0, 0, max(room_px - 2 * _MARGIN, 1), _MAX_PX)
        words = metrics.boundingRect(most, _WRAPPED, self._notice)
        return QSize(min(words.width() + 2 * _MARGIN, room_px), words.height() + SPACING)

    def _line(self) -> int:
        return self.fontMetrics().height() + (SPACING if self._floats else SPACING + SPACING // 2)

    def show_readouts(self, readouts: Sequence[Readout | None], position: str) -> None:
        """Show the pixel under the cursor, one readout for each content; none shows the notice again."""
        if (tuple(readouts), position) != (self._readouts, self._position):
            self._readouts, self._position = tuple(readouts), position
            self._say()

    def show_notice(self, notice: str) -> None:
        """Show this while the cursor is over no picture."""
        self._notice = localized(notice)
        self._say()

    def _say(self) -> None:
        """Have the whole in the tool tip, whatever there is room for."""
        self.setToolTip(plain_tip(self.text))
        self.setAccessibleName(self.text)
        self.update()
        self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the readouts side by side, or the notice."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), self._theme.color("panel"))
            area = self.rect().adjusted(_MARGIN, 0, -_MARGIN, 0)
            if not self._readouts:
                self._paint_notice(painter, area)
                return
            least_px = sum(_LEAST_READOUT_PX if each else 2 * SPACING for each in self._readouts)
            room_px = area.width() - least_px - SPACING
            position = whole_parts(self._position, room_px, self.fontMetrics())
            if position:
                painter.setPen(self._theme.color("muted"))
                painter.drawText(area, Qt.AlignmentFlag.AlignRight | _MIDDLE, position)
                area.setRight(area.right() - self.fontMetrics().horizontalAdvance(position) - SPACING)
            width = area.width() // len(self._readouts)
            for index, readout in enumerate(self._readouts):
                part = QRect(area.left() + index * width, area.top(), width - SPACING // 2, area.height())
                self._paint_readout(painter, part, readout)

    def _paint_notice(self, painter: QPainter, area: QRect) -> None:
        if self._floats:
            painter.setPen(self._theme.color("warn"))
            painter.drawText(area.adjusted(0, SPACING // 2, 0, 0), _WRAPPED, self._notice)
        else:
            self._paint_words(painter, area, self._notice, "warn", Qt.TextElideMode.ElideRight)

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
