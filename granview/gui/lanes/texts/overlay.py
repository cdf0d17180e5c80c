"""What is drawn over the letters of a text: which marks are in view, where, and in which order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock

from granview.gui.lanes.texts.mark_painter import MarkPainter
from granview.gui.model.shown_text import ShownText
from granview.gui.model.text_viewport import TextSpan
from granview.gui.paint.text_geometry import Paragraph
from granview.gui.presenters.marks import NO_MARKS, Emphasis, Line, Mark, Marks, TextFormat

_LABEL_GAP: Final = 4
_POINTED: Final = TextFormat("accent", 0.2, Line.NONE, Line.SOLID)
_CURRENT: Final = TextFormat("text", 0.35, Line.NONE, Line.SOLID)


@dataclass(frozen=True)
class VisibleParagraph:
    """What is in view of a paragraph.

    Attributes:
        shown: The text that it is of.
        block: The paragraph.
        at: Its top left corner in the viewport.
        paragraph: Its lines in view.
        start: Offset of the first code point in view.
        end: Offset after the last one.
    """

    shown: ShownText
    block: QTextBlock
    at: QPointF
    paragraph: Paragraph
    start: int
    end: int

    def boxes(self, text_span: TextSpan) -> list[QRectF]:
        """Boxes about what is in view of a span, in the viewport's coordinates."""
        first = self.shown.position(text_span[0]) - self.block.position()
        last = self.shown.after(text_span[1]) - self.block.position()
        found = self.paragraph.boxes(first, last)
        for box in found:
            box.translate(self.at)
        return found


@dataclass(frozen=True)
class DrawnMark:
    """A mark in view.

    Attributes:
        text_format: How it is drawn.
        boxes: Where.
        begins: Whether its beginning is in view.
        is_faint: Whether it steps back.
    """

    text_format: TextFormat
    boxes: list[QRectF]
    begins: bool
    is_faint: bool


@dataclass(frozen=True)
class Overlay:
    """All that is drawn over a text, from the bottom up.

    Attributes:
        shades: How sure the lane is of each token.
        marks: What it says.
        matches: What a search has found.
        current: The place of those that the user is at.
        text_span: What the mouse points at, here or in another cell.
        emphasis: Which classes are hidden, and which one stands out.
    """

    shades: Marks = NO_MARKS
    marks: Marks = NO_MARKS
    matches: Marks = NO_MARKS
    current: TextSpan | None = None
    text_span: TextSpan | None = None
    emphasis: Emphasis = field(default_factory=Emphasis)

    def drawn(self, seen: VisibleParagraph) -> Iterator[DrawnMark]:
        """What is in view of a paragraph."""
        for mark in self._marks(seen):
            boxes = seen.boxes((mark.start, mark.end))
            if boxes:
                yield DrawnMark(
                    mark.text_format, boxes, mark.start >= seen.start, self.emphasis.fades(mark.text_format)
                )

    def _marks(self, seen: VisibleParagraph) -> Iterator[Mark]:
        for marks in (self.shades, self.marks, self.matches):
            if len(marks):
                near = marks.between(seen.start, seen.end)
                yield from (mark for mark in near if not self.emphasis.hides(mark.text_format))
        for text_span, text_format in ((self.current, _CURRENT), (self.text_span, _POINTED)):
            if text_span is not None and text_span[0] < seen.end and text_span[1] > seen.start:
                yield Mark(*text_span, text_format)


def alike(drawn: Iterable[DrawnMark]) -> list[tuple[TextFormat, bool, list[QRectF]]]:
    """What is drawn in the same way, taken together: its look, whether it steps back, and all of its boxes.

    The order is that in which each way of drawing first comes.
    """
    found: dict[tuple[int, bool], tuple[TextFormat, bool, list[QRectF]]] = {}
    for one in drawn:
        found.setdefault((id(one.text_format), one.is_faint), (one.text_format, one.is_faint, []))[2].extend(one.boxes)
    return list(found.values())


def paint_labels(draw: MarkPainter, painter: QPainter, drawn: Sequence[DrawnMark], width: float) -> None:
    """Draw each label above the beginning of its span, no farther than where the next one begins.

    Args:
        draw: Draws one.
        painter: On what.
        drawn: All that is in view.
        width: Of the viewport, in px.
    """
    placed = [(one.boxes[0], one.text_format) for one in drawn if one.text_format.label and one.begins]
    placed.sort(key=lambda one: (one[0].top(), one[0].left()))
    lefts: dict[float, list[float]] = defaultdict(list)
    for box, _ in placed:
        lefts[box.top()].append(box.left())
    taken = QPointF(0, -1)
    for box, text_format in placed:
        left = max(box.left(), taken.x() + _LABEL_GAP) if taken.y() == box.top() else box.left()
        room = next((x for x in lefts[box.top()] if x > left), width) - left - _LABEL_GAP
        at = QRectF(left, box.top(), box.width(), box.height())
        taken = QPointF(left + draw.label(painter, at, text_format.label, text_format, max(room, 0)), box.top())
