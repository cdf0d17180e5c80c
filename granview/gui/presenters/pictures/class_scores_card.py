"""A card in the corner of a picture: a bar for each of the most probable classes, right and wrong ones marked."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from granview.core.labels import Color
from granview.gui.presenters.pictures.class_scores_rows import CardRow, percent

GROUND: Final = QColor(16, 18, 22)
INK: Final = QColor(244, 246, 250)
RIGHT: Final = QColor(86, 211, 140)
WRONG: Final = QColor(255, 122, 110)

_MARGIN: Final = 8.0
_PADDING: Final = 7.0
_GAP: Final = 3.0
_RADIUS: Final = 6.0
_MARK: Final = 9.0
_WIDEST: Final = 300.0
_NARROWEST: Final = 72.0
_READABLE: Final = 150.0
"""So wide a card may be in a narrow cell, though it takes more than its part of it."""

_PART_OF_WIDTH: Final = 0.72
_PART_OF_HEIGHT: Final = 0.5
"""As much of a cell as a card may take, so that the picture stays to be seen."""


class ClassCard:
    """Draws lines of one card into the lower corner of an area; those that have no room are left out, the last first.

    Args:
        rows: The lines.
        at_right: Whether it lies in the right corner.
    """

    def __init__(self, rows: Sequence[CardRow], at_right: bool = False) -> None:
        self._rows = tuple(rows)
        self._at_right = at_right

    @property
    def rows(self) -> tuple[CardRow, ...]:
        """What is drawn."""
        return self._rows

    def area(self, within: QRectF, metrics: QFontMetricsF) -> QRectF:
        """Where it lies; empty where there is no room for one line."""
        room = within.height() * _PART_OF_HEIGHT - 2 * _PADDING
        n = min(len(self._rows), int(room // (_line(metrics) + _GAP)))
        part = max(within.width() * _PART_OF_WIDTH, min(within.width() - 2 * _MARGIN, _READABLE))
        width = min(_WIDEST, part, self._wanted(metrics))
        if n < 1 or width < _NARROWEST:
            return QRectF()
        height = n * (_line(metrics) + _GAP) - _GAP + 2 * _PADDING
        left = within.right() - _MARGIN - width if self._at_right else within.left() + _MARGIN
        return QRectF(left, within.bottom() - _MARGIN - height, width, height)

    def paint(self, painter: QPainter, within: QRectF, opacity: float) -> None:
        """Draw it at an opacity of its ground, 0 to 1."""
        metrics = QFontMetricsF(painter.font())
        area = self.area(within, metrics)
        if area.isEmpty():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_faded(GROUND, opacity))
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        top, step = area.top() + _PADDING, _line(metrics) + _GAP
        for row in self._rows:
            line = QRectF(area.left() + _PADDING, top, area.width() - 2 * _PADDING, _line(metrics))
            if line.bottom() > area.bottom():
                break
            _draw_row(painter, row, line, metrics)
            top += step
        painter.restore()

    def _wanted(self, metrics: QFontMetricsF) -> float:
        names = max((metrics.horizontalAdvance(row.name) for row in self._rows), default=0.0)
        return names + metrics.horizontalAdvance("100 %") + _MARK + 5 * _PADDING + 40


def _line(metrics: QFontMetricsF) -> float:
    return metrics.height() + 2


def _draw_row(painter: QPainter, row: CardRow, line: QRectF, metrics: QFontMetricsF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_faded(INK, 0.09))
    painter.drawRoundedRect(line, 3, 3)
    bar = QRectF(line.left(), line.top(), max(line.width() * min(row.score, 1.0), 2.0), line.height())
    painter.setBrush(_bar_color(row.color, 0.85 if row.is_chosen else 0.55))
    painter.drawRoundedRect(bar, 3, 3)
    inner = line.adjusted(_PADDING - 2, 0, -_PADDING + 2, 0)
    if _is_marked(row):
        _draw_mark(painter, inner, bool(row.is_right))
        inner.setLeft(inner.left() + _MARK + 5)
    font = painter.font()
    font.setBold(row.is_chosen)
    painter.save()
    painter.setFont(font)
    painter.setPen(INK)
    middle = Qt.AlignmentFlag.AlignVCenter
    name, score = words_of(row, inner.width(), QFontMetricsF(font))
    painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, score)
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | middle, name)
    painter.restore()


def words_of(row: CardRow, room: float, metrics: QFontMetricsF) -> tuple[str, str]:
    """A line's name and probability in a width in px: where both have no room, the name, since a bar says the other."""
    score = percent(row.score)
    left = room - metrics.horizontalAdvance(score) - _PADDING
    if metrics.horizontalAdvance(row.name) <= left:
        return row.name, score
    return metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, max(room, 0.0)), ""


def _is_marked(row: CardRow) -> bool:
    """A class that is right is, and one that is said and is not."""
    return row.is_right is not None and (row.is_right or row.is_chosen)


def _draw_mark(painter: QPainter, line: QRectF, is_right: bool) -> None:
    """A tick or a cross, in a disc so that it stands out from every bar."""
    centre = QPointF(line.left() + _MARK / 2, line.center().y())
    half = _MARK / 2
    painter.setBrush(GROUND)
    painter.drawEllipse(centre, half + 2.5, half + 2.5)
    painter.setPen(QPen(RIGHT if is_right else WRONG, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    if is_right:
        corner = centre + QPointF(-0.12 * half, 0.62 * half)
        painter.drawLine(centre + QPointF(-0.75 * half, 0), corner)
        painter.drawLine(corner, centre + QPointF(0.8 * half, -0.6 * half))
    else:
        reach = 0.6 * half
        painter.drawLine(centre + QPointF(-reach, -reach), centre + QPointF(reach, reach))
        painter.drawLine(centre + QPointF(-reach, reach), centre + QPointF(reach, -reach))
    painter.setPen(Qt.PenStyle.NoPen)


def _bar_color(color: Color, opacity: float) -> QColor:
    """A class's colour, dark enough that white words over it can be read."""
    shade = QColor(*color)
    lightness = min(shade.lightnessF(), 0.42)
    shade.setHslF(max(shade.hslHueF(), 0.0), shade.hslSaturationF(), lightness, opacity)
    return shade


def _faded(color: QColor, opacity: float) -> QColor:
    faded = QColor(color)
    faded.setAlphaF(min(max(opacity, 0.0), 1.0))
    return faded
