"""The legend of the difference mode, in the cell itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from granview.gui.style.theme import SPACING, Theme

_SWATCH: Final = 12
_MAX_WIDTH: Final = 360
_LEAST: Final = 0.001


@dataclass(frozen=True)
class LegendRow:
    """One line: a colour (a theme's role; empty for "no colour"), words, and a part of the picture (0 to 1)."""

    role: str
    text: str
    share: float | None

    @property
    def percent(self) -> str:
        """The share as shown; ``n/a`` where nothing was scored, and never 0.0 % for something."""
        if self.share is None:
            return "n/a"
        return "< 0.1 %" if 0 < self.share < _LEAST else f"{self.share * 100:.1f} %"


class Legend(QWidget):
    """Names the colours of a difference map, with the part of the picture that each takes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[LegendRow, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Legend of the differences"))
        self.hide()

    @property
    def rows(self) -> tuple[LegendRow, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[LegendRow]) -> None:
        """Show these lines; none hides the legend."""
        self._rows = tuple(rows)
        self.setAccessibleDescription("; ".join(f"{row.text} {row.percent}" for row in rows))
        self.setVisible(bool(rows))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the lines need."""
        metrics = self.fontMetrics()
        words = max((metrics.horizontalAdvance(row.text) for row in self._rows), default=0)
        width = 4 * SPACING + _SWATCH + SPACING + words + metrics.horizontalAdvance("100.0 %")
        return QSize(min(width, _MAX_WIDTH), len(self._rows) * self._line() + 2 * SPACING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines on a card."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.color("border"))
            painter.setBrush(self._theme.color("panel", 0.94))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), SPACING, SPACING)
            for index, row in enumerate(self._rows):
                self._paint_row(painter, row, SPACING + index * self._line())

    def _line(self) -> int:
        return self.fontMetrics().height() + SPACING // 2

    def _paint_row(self, painter: QPainter, row: LegendRow, top: int) -> None:
        area = self.rect().adjusted(SPACING + SPACING // 2, 0, -SPACING - SPACING // 2, 0)
        area.setTop(top)
        area.setHeight(self._line())
        swatch = QRectF(area.left() + 0.5, area.center().y() - _SWATCH / 2 + 0.5, _SWATCH, _SWATCH)
        painter.setPen(QPen(self._theme.color("muted")) if not row.role else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(row.role) if row.role else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(swatch, 3, 3)
        words = area.adjusted(_SWATCH + SPACING, 0, 0, 0)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.percent)
        words.setRight(words.right() - painter.fontMetrics().horizontalAdvance("100.0 %") - SPACING)
        text = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, words.width())
        painter.setPen(self._theme.color("text"))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
