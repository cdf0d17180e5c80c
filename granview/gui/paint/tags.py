"""Small labels beside things in a picture, laid so that they hide each other and the things as little as they can."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from granview.gui.paint.contrast import letters_on

TAG_PX: Final = 11
"""Height of the letters, in px of the screen."""

_PADDING_PX: Final = 4.0
_RADIUS_PX: Final = 3.0


@dataclass(frozen=True)
class Tag:
    """A label and what it belongs to.

    Attributes:
        text: What it says.
        about: The box of the thing, in px of the widget.
        color: Of its ground.
    """

    text: str
    about: QRectF
    color: QColor


@dataclass(frozen=True)
class PlacedTag:
    """A label and where it stands, in px of the widget."""

    tag: Tag
    rect: QRectF


def tag_font(font: QFont) -> QFont:
    """The font of labels, made from that of the widget."""
    small = QFont(font)
    small.setPixelSize(TAG_PX)
    return small


def place_tags(tags: Iterable[Tag], font: QFont, area: QRectF) -> list[PlacedTag]:
    """Places for as many labels as there is room for, the first ones first.

    A label stands above its thing, or else in its upper corner, below it or to its right: the first of these places
    that lies in the area and on no other label. One that has none is left out.
    """
    metrics = QFontMetricsF(font)
    widths: dict[str, float] = {}
    height = metrics.height()
    placed: list[PlacedTag] = []
    for tag in tags:
        if tag.text not in widths:
            widths[tag.text] = metrics.horizontalAdvance(tag.text) + 2 * _PADDING_PX
        for rect in _places(tag.about, widths[tag.text], height):
            if area.contains(rect) and not any(rect.intersects(other.rect) for other in placed):
                placed.append(PlacedTag(tag, rect))
                break
    return placed


def place_alone(tag: Tag, font: QFont, area: QRectF) -> PlacedTag:
    """A place for one label that must be seen whatever it hides: the best one, moved into the area."""
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(tag.text) + 2 * _PADDING_PX, metrics.height()
    above = QRectF(tag.about.left(), tag.about.top() - height, width, height)
    x = min(max(above.left(), area.left()), max(area.right() - width, area.left()))
    y = min(max(above.top(), area.top()), max(area.bottom() - height, area.top()))
    return PlacedTag(tag, QRectF(x, y, width, height))


def paint_tags(painter: QPainter, placed: Sequence[PlacedTag], font: QFont) -> None:
    """Draw labels: letters in black or white, whichever stands out, on grounds of their colours."""
    painter.save()
    painter.setFont(font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ascent = QFontMetricsF(font).ascent()
    for each in placed:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(each.tag.color)
        painter.drawRoundedRect(each.rect, _RADIUS_PX, _RADIUS_PX)
        painter.setPen(letters_on(each.tag.color))
        painter.drawText(QPointF(each.rect.left() + _PADDING_PX, each.rect.top() + ascent), each.tag.text)
    painter.restore()


def _places(about: QRectF, width: float, height: float) -> tuple[QRectF, ...]:
    left, top = about.left(), about.top()
    return (
        QRectF(left, top - height, width, height),
        QRectF(left, top, width, height),
        QRectF(left, about.bottom(), width, height),
        QRectF(about.right() - width, top - height, width, height),
        QRectF(about.right(), top, width, height),
    )
