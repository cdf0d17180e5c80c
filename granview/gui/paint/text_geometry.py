"""Where spans of a paragraph stand on the screen."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextLayout, QTextLine

TALLEST: Final = 1.2
"""Ascent and descent of a line as a multiple of its own font's; what other fonts need beyond it is mostly empty."""

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
)


@dataclass(frozen=True)
class LineBox:
    """A line in view: the positions that it holds, and the height of its letters, in its paragraph's coordinates."""

    line: QTextLine
    start: int
    end: int
    top: float
    bottom: float
    right: float


class Paragraph:
    """Lines of a paragraph that are in view, measured once for all that is drawn on them.

    Args:
        layout: The paragraph's.
        text: The paragraph.
        metrics: Of the text's own font.
        top: Where the view begins, in the paragraph's coordinates.
        bottom: Where it ends.
    """

    def __init__(self, layout: QTextLayout, text: str, metrics: QFontMetricsF, top: float, bottom: float) -> None:
        self._lines = _lines_between(layout, metrics, top, bottom)
        self._starts = [line.start for line in self._lines]
        self._is_mixed = is_bidirectional(text)

    @property
    def start(self) -> int:
        """Position in the paragraph of the first UTF-16 unit in view."""
        return self._lines[0].start if self._lines else 0

    @property
    def end(self) -> int:
        """Position after the last one in view."""
        return self._lines[-1].end if self._lines else 0

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Boxes about what is in view of a span: one per line, more where directions meet.

        Args:
            start: Position of its first UTF-16 unit in the paragraph.
            end: Position after its last.
        """
        found: list[QRectF] = []
        for box in self._lines[max(bisect_right(self._starts, start) - 1, 0) :]:
            if box.start >= end:
                break
            first, last = max(start, box.start), min(end, box.end)
            if first < last:
                extents = _mixed_extents(box.line, first, last) if self._is_mixed else (_extent(box, first, last),)
                found += [
                    QRectF(left, box.top, right - left, box.bottom - box.top) for left, right in extents if right > left
                ]
        return found


def is_bidirectional(text: str) -> bool:
    """Whether letters that run from right to left are among those of a text."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


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


def _lines_between(layout: QTextLayout, metrics: QFontMetricsF, top: float, bottom: float) -> list[LineBox]:
    """Lines that share a pixel with a span of heights, with the room of one line about it for what is above them."""
    room = metrics.height()
    ascent, descent = metrics.ascent() * TALLEST, metrics.descent() * TALLEST
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        if line.y() > bottom + room:
            break
        if line.y() + line.height() < top - room:
            continue
        baseline, start = line.y() + line.ascent(), line.textStart()
        high, low = baseline - min(line.ascent(), ascent), baseline + min(line.descent(), descent)
        found.append(LineBox(line, start, start + line.textLength(), high, low, line.naturalTextRect().right()))
    return found


def _x_of(line: QTextLine, position: int) -> float:
    at: Any = line.cursorToX(position)
    return float(at[0] if isinstance(at, tuple) else at)


def _extent(box: LineBox, first: int, last: int) -> tuple[float, float]:
    """Left and right end of a span of letters that all run from left to right, spaces at the line's end left out."""
    one, other = _x_of(box.line, first), _x_of(box.line, last)
    return (one, min(other, box.right)) if one < other else (other, min(one, box.right))


def _mixed_extents(line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
    """Left and right ends of the runs of glyphs that a span is drawn with; those that touch are joined."""
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
