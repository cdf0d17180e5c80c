"""Where stretches of a paragraph stand on the screen."""

import re
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
)
_LONGEST_RUN: Final = 2_000


def is_bidirectional(text: str) -> bool:
    """Whether letters that run from right to left are among those of a text."""
    return _RIGHT_TO_LEFT.search(text) is not None


def boxes(layout: QTextLayout, text: str, start: int, end: int) -> list[QRectF]:
    """Boxes about a stretch of a paragraph, in its own coordinates: one per line, more where directions meet.

    Args:
        layout: The paragraph's.
        text: The paragraph.
        start: Position of its first UTF-16 unit in the paragraph.
        end: Position after its last.
    """
    mixed = is_bidirectional(text)
    found: list[QRectF] = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        found += _mixed_boxes(line, first, last) if mixed else [_box(line, x_of(line, first), x_of(line, last))]
    return found


def x_of(line: QTextLine, position: int, trailing: bool = False) -> float:
    """Where a position stands in a line, in px from the paragraph's left."""
    edge = QTextLine.Edge.Trailing if trailing else QTextLine.Edge.Leading
    at: Any = line.cursorToX(position, edge)
    return float(at[0] if isinstance(at, tuple) else at)


def line_at(layout: QTextLayout, y: float) -> QTextLine | None:
    """The line at a height of its paragraph, the room above it included."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        if y < line.rect().bottom():
            return line
    return None


def position_at(block: QTextBlock, point: QPointF) -> int | None:
    """Position in the document of the letter at a point of a paragraph; None beside the letters."""
    line = line_at(block.layout(), point.y())
    if line is None or not line.textLength():
        return None
    box = line.naturalTextRect()
    if not box.left() <= point.x() <= box.right():
        return None
    at = line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)
    return block.position() + min(int(at), line.textStart() + line.textLength() - 1)


def _box(line: QTextLine, one: float, other: float) -> QRectF:
    rect = line.rect()
    return QRectF(min(one, other), rect.top(), abs(other - one), rect.height())


def _mixed_boxes(line: QTextLine, first: int, last: int) -> list[QRectF]:
    """Boxes of neighbouring letters joined; a very long stretch is one box from its first letter to its last."""
    if last - first > _LONGEST_RUN:
        return [_box(line, line.naturalTextRect().left(), line.naturalTextRect().right())]
    found: list[QRectF] = []
    for at in range(first, last):
        box = _box(line, x_of(line, at), x_of(line, at, trailing=True))
        if found and (abs(found[-1].right() - box.left()) < 1 or abs(found[-1].left() - box.right()) < 1):
            found[-1] = found[-1].united(box)
        else:
            found.append(box)
    return [box for box in found if box.width() > 0.5]
