"""The legend of heat maps: the colours with the values at both ends, and whose scale it is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from granview.core.colormap import HEAT, SIGNED
from granview.gui.presenters.heat_shades import STRONGEST
from granview.gui.style.theme import Theme

_HEIGHT = 40
_BAR = 12.0


class ColorBar(QWidget):
    """Draws the scale."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._top: float | None = None
        self._signed = False
        self._whose = ""
        self._is_text = False
        self.setFixedHeight(_HEIGHT)

    def show_scale(self, top: float | None, signed: bool, whose: str, is_text: bool = False) -> None:
        """Show a scale.

        Args:
            top: Its end; None where it has several.
            signed: Whether it goes from ``-top`` to ``top``, not from 0.
            whose: Which lanes it holds for.
            is_text: Whether its colours are those of a text's shades, not of maps.
        """
        self._is_text = is_text
        self._top, self._signed, self._whose = top, signed, whose
        self.setAccessibleName(f"{self._low()} – {self._high()}, {whose}")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the bar and a line of text."""
        return QSize(160, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar with its ends."""
        with QPainter(self) as painter:
            bar = QRectF(0, 2, self.width(), _BAR)
            if self._is_text:
                painter.fillRect(bar, self._shades(bar))
            else:
                table = SIGNED if self._signed else HEAT
                painter.drawImage(bar, QImage(table.tobytes(), 256, 1, 768, QImage.Format.Format_RGB888))
            painter.setPen(self._theme.color("muted"))
            line = QRectF(0, _BAR + 5, self.width(), self.height() - _BAR - 5)
            top = Qt.AlignmentFlag.AlignTop
            painter.drawText(line, top | Qt.AlignmentFlag.AlignLeft, self._low())
            painter.drawText(line, top | Qt.AlignmentFlag.AlignHCenter, self._whose)
            painter.drawText(line, top | Qt.AlignmentFlag.AlignRight, self._high())

    def _shades(self, bar: QRectF) -> QLinearGradient:
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        none = self._theme.color("accent", 0.0)
        stops = {0.0: self._theme.color("bad", STRONGEST), 0.5: none} if self._signed else {0.0: none}
        for at, color in {**stops, 1.0: self._theme.color("accent", STRONGEST)}.items():
            gradient.setColorAt(at, color)
        return gradient

    def _low(self) -> str:
        if not self._signed:
            return "0"
        return self.tr("lowest") if self._top is None else f"{-self._top:.3g}"

    def _high(self) -> str:
        return self.tr("highest") if self._top is None else f"{self._top:.3g}"
