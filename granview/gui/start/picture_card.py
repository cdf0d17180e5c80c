"""A card with a small picture: a sample gallery, or a recent comparison."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QWidget

from granview.gui.start.painted_button import PaintedButton
from granview.gui.style.theme import SPACING, Theme

LOW_PX: Final = 7 * SPACING
"""Height of a low card, whose picture stands beside its words."""

_SIDE_PX: Final = 64
_SIGN_PX: Final = 28
_BESIDE_PX: Final = int(1.75 * SPACING)
"""Left and right of the words of a low card, together."""

_PART: Final = 0.58
"""Height of the picture of a high card by its width."""

_LINES: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class PictureCard(PaintedButton):
    """Low, with its picture beside the words, or high, with the picture above them."""

    def __init__(self, title: str, detail: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(title, detail, theme, parent)
        self._picture = QPixmap()
        self._sign = QIcon()
        self._is_high = False

    @property
    def has_picture(self) -> bool:
        """Whether its picture has come."""
        return not self._picture.isNull()

    def set_picture(self, picture: QPixmap) -> None:
        """Show this picture, cut to the card's proportions."""
        self._picture = picture
        self.update()

    def set_sign(self, sign: QIcon) -> None:
        """Show this icon where there is no picture."""
        self._sign = sign
        self.update()

    def set_high(self, on: bool) -> None:
        """Put the picture above the words, or beside them."""
        self._is_high = on
        self.updateGeometry()
        self.update()

    def high_at(self, width: int) -> int:
        """The height of a high card of that width, in px."""
        return round(width * _PART) + self._words_height(width - 3 * SPACING) + 2 * SPACING

    def low_at(self, width: int) -> int:
        """The height of a low card of that width, in px: all words have room in it, also in a large font."""
        return max(self._words_height(width - _SIDE_PX - _BESIDE_PX) + SPACING, LOW_PX)

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Picture and words."""
        whole = area.toAlignedRect()
        if self._is_high:
            height = round(whole.width() * _PART)
            self._draw_picture(painter, QRect(whole.left(), whole.top(), whole.width(), height))
            words = whole.adjusted(int(1.5 * SPACING), height + SPACING, -int(1.5 * SPACING), -SPACING)
        else:
            self._draw_picture(painter, QRect(whole.left(), whole.top(), _SIDE_PX, whole.height()))
            words = whole.adjusted(_SIDE_PX + _BESIDE_PX - SPACING // 2, 0, -SPACING // 2, 0)
        self._draw_words(painter, words)

    def sizeHint(self) -> QSize:
        """Of a low card: wide enough for its title."""
        width = QFontMetrics(self.title_font()).horizontalAdvance(self.text()) + _SIDE_PX + 3 * SPACING
        return QSize(width, LOW_PX)

    def minimumSizeHint(self) -> QSize:
        """As the page lays it out."""
        return QSize(_SIDE_PX, LOW_PX)

    def _draw_words(self, painter: QPainter, words: QRect) -> None:
        title = self._height_of(self.text(), self.title_font(), words.width())
        detail = self._height_of(self.detail, self.font(), words.width())
        top = words.top() if self._is_high else max(words.center().y() - (title + detail) // 2, words.top())
        painter.setFont(self.title_font())
        painter.setPen(self.theme.color("text"))
        painter.drawText(QRect(words.left(), top, words.width(), title), _LINES, self.text())
        painter.setFont(QFont(self.font()))
        painter.setPen(self.theme.color("muted"))
        painter.drawText(QRect(words.left(), top + title, words.width(), detail), _LINES, self.detail)

    def _draw_picture(self, painter: QPainter, place: QRect) -> None:
        painter.fillRect(place, self.theme.color("canvas"))
        if self._picture.isNull():
            edge = QRect(0, 0, _SIGN_PX, _SIGN_PX)
            edge.moveCenter(place.center())
            self._sign.paint(painter, edge)
            return
        path = QPainterPath()
        path.addRect(QRectF(place))
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        size = self._picture.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        target = QRect(place.topLeft(), size)
        target.moveCenter(place.center())
        painter.drawPixmap(target, self._picture)
        painter.restore()

    def _words_height(self, width: int) -> int:
        return self._height_of(self.text(), self.title_font(), width) + self._height_of(self.detail, self.font(), width)

    @staticmethod
    def _height_of(words: str, font: QFont, width: int) -> int:
        if not words:
            return 0
        return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 1), 10_000), int(_LINES), words).height()
