"""One of the large buttons of the start page: an icon, a title, and a line of detail."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from granview.gui.start.painted_button import PaintedButton
from granview.gui.style.icons import IconSet
from granview.gui.style.theme import SPACING, Theme

_ICON_PX: Final = 26
_LARGER: Final = 1.12
_WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class StartButton(PaintedButton):
    """High enough for its detail at the width that it has.

    Args:
        icon: Name of a line icon.
        icons: Where that comes from.
    """

    def __init__(
        self, title: str, detail: str, icon: str, icons: IconSet, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, detail, theme, parent)
        self._icon = icon
        self._icons = icons

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Icon on the left, words beside it."""
        inner = area.toRect().adjusted(2 * SPACING, 0, -SPACING, 0)
        color = self.theme.accent if self.isChecked() or self.underMouse() or self.hasFocus() else self.theme.text
        place = QRect(inner.left(), inner.center().y() - _ICON_PX // 2, _ICON_PX, _ICON_PX)
        self._icons.icon(self._icon, color).paint(painter, place)
        words = inner.adjusted(_ICON_PX + int(1.5 * SPACING), 0, 0, 0)
        title_height, detail_height = self._heights(words.width())
        top = words.center().y() - (title_height + detail_height) // 2
        painter.setFont(self.title_font(_LARGER))
        painter.setPen(QPen(self.theme.color("text")))
        painter.drawText(QRect(words.left(), top, words.width(), title_height), _WRAP, self.text())
        painter.setFont(QFont(self.font()))
        painter.setPen(self.theme.color("muted"))
        painter.drawText(QRect(words.left(), top + title_height, words.width(), detail_height), _WRAP, self.detail)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all words."""
        words = width - _ICON_PX - int(4.5 * SPACING) - 2
        return max(sum(self._heights(words)) + 2 * SPACING + 2, 7 * SPACING)

    def sizeHint(self) -> QSize:
        """As wide as its title."""
        width = QFontMetrics(self.title_font(_LARGER)).horizontalAdvance(self.text()) + _ICON_PX + 5 * SPACING
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word allows."""
        words = [*self.text().split(), *self.detail.split()]
        metrics = QFontMetrics(self.title_font(_LARGER))
        width = max(map(metrics.horizontalAdvance, words), default=0) + _ICON_PX + 5 * SPACING
        return QSize(width, 7 * SPACING)

    def _heights(self, width: int) -> tuple[int, int]:
        """Of title and detail at a width, in px."""
        room = QRect(0, 0, max(width, 1), 10_000)
        title = QFontMetrics(self.title_font(_LARGER)).boundingRect(room, int(_WRAP), self.text()).height()
        return title, QFontMetrics(self.font()).boundingRect(room, int(_WRAP), self.detail).height()
