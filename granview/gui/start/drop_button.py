"""The field of the start page that says what may be dropped, and that opens a dialog when it is pressed."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from granview.gui.start.painted_button import PaintedButton
from granview.gui.style.theme import SPACING, Theme

_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class DropButton(PaintedButton):
    """A dashed field. What is dropped on it goes to the window, as everywhere."""

    def __init__(self, title: str, detail: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(title, detail, theme, parent)

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Two lines in the middle."""
        title, detail = self._heights(int(area.width()) - 4 * SPACING)
        inner = area.toRect().adjusted(2 * SPACING, 0, -2 * SPACING, 0)
        top = inner.center().y() - (title + detail) // 2
        painter.setFont(self.title_font())
        painter.setPen(self.theme.color("text"))
        painter.drawText(QRect(inner.left(), top, inner.width(), title), _CENTRE, self.text())
        painter.setFont(self.font())
        painter.setPen(self.theme.color("muted"))
        painter.drawText(QRect(inner.left(), top + title, inner.width(), detail), _CENTRE, self.detail)

    def frame(self) -> QPen:
        """Dashed until it has the focus."""
        if self.hasFocus():
            return super().frame()
        pen = QPen(self.theme.color("muted", 0.7), 1.5)
        pen.setDashPattern([4, 4])
        return pen

    def heightForWidth(self, width: int) -> int:
        """Room for all words."""
        return sum(self._heights(width - 4 * SPACING - 2)) + 2 * SPACING + 2

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def sizeHint(self) -> QSize:
        """A field across the page."""
        return QSize(50 * SPACING, self.heightForWidth(50 * SPACING))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the page gets."""
        return QSize(20 * SPACING, 6 * SPACING)

    def _heights(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(width, 1), 10_000)
        title = QFontMetrics(self.title_font()).boundingRect(room, int(_CENTRE), self.text()).height()
        return title, QFontMetrics(self.font()).boundingRect(room, int(_CENTRE), self.detail).height()
