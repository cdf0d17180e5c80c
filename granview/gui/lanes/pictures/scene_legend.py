"""A card over the canvas that names colours that are no classes."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from granview.gui.presenters.picture_presenter import DifferenceRow
from granview.gui.style.theme import SPACING, Theme

_SWATCH: Final = 12
_MAX_WIDTH: Final = 360


class SceneLegend(QWidget):
    """Names colours, with how much of what is shown each takes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[DifferenceRow, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Legend of colours"))
        self.hide()

    @property
    def rows(self) -> tuple[DifferenceRow, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[DifferenceRow]) -> None:
        """Show these lines; none hides the legend."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self.setAccessibleDescription("; ".join(f"{row.text} {row.amount}" for row in rows))
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
        width = 5 * SPACING + _SWATCH + SPACING + words + self._amounts_width()
        return QSize(min(width, _MAX_WIDTH), len(self._rows) * self._line() + 2 * SPACING)

    def place_in(self, area: QRect) -> None:
        """Stand in the lower left corner of an area."""
        size = self.sizeHint().boundedTo(area.size())
        bottom = area.bottom() - SPACING - size.height()
        self.setGeometry(area.left() + SPACING, bottom, size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines on a card."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.color("border"))
            painter.setBrush(self._theme.color("panel", 0.94))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), SPACING, SPACING)
            for index, row in enumerate(self._rows):
                self._paint_row(painter, row, SPACING + index * self._line())

    def _amounts_width(self) -> int:
        metrics = self.fontMetrics()
        return max((metrics.horizontalAdvance(row.amount) for row in self._rows), default=0)

    def _line(self) -> int:
        return self.fontMetrics().height() + SPACING // 2

    def _paint_row(self, painter: QPainter, row: DifferenceRow, top: int) -> None:
        area = self.rect().adjusted(SPACING + SPACING // 2, 0, -SPACING - SPACING // 2, 0)
        area.setTop(top)
        area.setHeight(self._line())
        swatch = QRectF(area.left() + 0.5, area.center().y() - _SWATCH / 2 + 0.5, _SWATCH, _SWATCH)
        self._paint_swatch(painter, row, swatch)
        words = area.adjusted(_SWATCH + SPACING, 0, 0, 0)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.amount)
        words.setRight(words.right() - self._amounts_width() - SPACING)
        text = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, words.width())
        painter.setPen(self._theme.color("text"))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_swatch(self, painter: QPainter, row: DifferenceRow, swatch: QRectF) -> None:
        """Filled with the row's colour, framed in dashes of it, or framed where it has none; words alone have none."""
        if not (row.has_amount or row.color or row.role):
            return
        color = QColor(*row.color) if row.color else self._theme.color(row.role or "muted")
        is_filled = bool(row.color or row.role) and not row.is_dashed
        style = Qt.PenStyle.DotLine if row.is_dashed else Qt.PenStyle.SolidLine
        painter.setPen(Qt.PenStyle.NoPen if is_filled else QPen(color, 1.6 if row.is_dashed else 1.0, style))
        painter.setBrush(color if is_filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(swatch, 3, 3)
