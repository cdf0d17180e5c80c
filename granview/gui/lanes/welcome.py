"""What stands where nothing is open yet."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from granview.gui.style.theme import SPACING, Theme

_SIZE: Final = QSize(56 * SPACING, 20 * SPACING)
_LARGER: Final = 1.5
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap


def paint_welcome(painter: QPainter, area: QRect, headline: str, detail: str, theme: Theme) -> None:
    """Draw a dashed field in the middle of an area, with a headline and a line of detail."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(area, theme.color("canvas"))
    room = QSize(area.width() - 4 * SPACING, area.height() - 4 * SPACING)
    field = QRect(QPoint(), _SIZE.boundedTo(room))
    field.moveCenter(area.center())
    pen = QPen(theme.color("muted", 0.6), 1.5)
    pen.setDashPattern([5, 5])
    painter.setPen(pen)
    painter.drawRoundedRect(QRectF(field), 2 * SPACING, 2 * SPACING)
    inner = field.adjusted(2 * SPACING, 0, -2 * SPACING, 0)
    large = QFont(painter.font())
    large.setPointSizeF(large.pointSizeF() * _LARGER)
    large.setWeight(QFont.Weight.DemiBold)
    small = QFont(painter.font())
    painter.setFont(large)
    painter.setPen(theme.color("text"))
    painter.drawText(inner.adjusted(0, 0, 0, -inner.height() // 2), _CENTRE | Qt.AlignmentFlag.AlignBottom, headline)
    painter.setFont(small)
    painter.setPen(theme.color("muted"))
    painter.drawText(inner.adjusted(0, inner.height() // 2 + SPACING, 0, 0), _CENTRE, detail)
    painter.restore()
