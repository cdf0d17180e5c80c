"""Where stretches of a paragraph stand on the screen."""

import re
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextLayout, QTextLine

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
)
TALLEST: Final = 1.2
"""Ascent and descent of a line as a multiple of its own font's; what other fonts need beyond it is mostly empty."""


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
    metrics = QFontMetricsF(layout.font())
    found: list[QRectF] = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            extents = _mixed_extents(line, first, last) if mixed else [_extent(line, first, last)]
            top, bottom = _letters(line, metrics)
            found += [QRectF(left, top, right - left, bottom - top) for left, right in extents if right > left]
    return found


def x_of(line: QTextLine, position: int) -> float:
    """Where a position stands in a line, in px from the paragraph's left."""
    at: Any = line.cursorToX(position)
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


def _letters(line: QTextLine, metrics: QFontMetricsF) -> tuple[float, float]:
    """Top and bottom of the letters, apart from what the tallest of the fonts in the line leaves empty."""
    baseline = line.y() + line.ascent()
    top = baseline - min(line.ascent(), metrics.ascent() * TALLEST)
    return top, baseline + min(line.descent(), metrics.descent() * TALLEST)


def _extent(line: QTextLine, first: int, last: int) -> tuple[float, float]:
    """Left and right end of a stretch of letters that all run from left to right, spaces at the line's end left out."""
    one, other = x_of(line, first), x_of(line, last)
    return min(one, other), min(max(one, other), line.naturalTextRect().right())


def _mixed_extents(line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
    """Left and right ends of the runs of glyphs that a stretch is drawn with; those that touch are joined."""
    runs = []
    for run in line.glyphRuns(first, last - first):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        ends = [(at.x(), at.x() + step.x()) for at, step in zip(run.positions(), advances, strict=True)]
        if ends:
            runs.append((min(left for left, _ in ends), max(right for _, right in ends)))
    found: list[tuple[float, float]] = []
    for left, right in sorted(runs):
        if found and left - found[-1][1] < 1:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found
