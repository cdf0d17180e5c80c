"""What is drawn over the letters of a text: which marks are in view, where, and in which order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock

from granview.gui.model.text_link import Stretch
from granview.gui.texts.geometry import Paragraph
from granview.gui.texts.mark_painter import MarkPainter
from granview.gui.texts.marks import NO_MARKS, Emphasis, Line, Look, Mark, Marks
from granview.gui.texts.shown_text import ShownText

_LABEL_GAP: Final = 4
_POINTED: Final = Look("accent", 0.2, Line.NONE, Line.SOLID)
_CURRENT: Final = Look("text", 0.35, Line.NONE, Line.SOLID)


@dataclass(frozen=True)
class Visible:
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

    def boxes(self, stretch: Stretch) -> list[QRectF]:
        """Boxes about what is in view of a stretch, in the viewport's coordinates."""
        first = self.shown.position(stretch[0]) - self.block.position()
        last = self.shown.after(stretch[1]) - self.block.position()
        found = self.paragraph.boxes(first, last)
        for box in found:
            box.translate(self.at)
        return found


@dataclass(frozen=True)
class Drawn:
    """A mark in view.

    Attributes:
        look: How it is drawn.
        boxes: Where.
        begins: Whether its beginning is in view.
        is_faint: Whether it steps back.
    """

    look: Look
    boxes: list[QRectF]
    begins: bool
    is_faint: bool


@dataclass(frozen=True)
class Overlay:
    """All that is drawn over a text, from the bottom up.

    Attributes:
        shades: How sure the lane is of each token.
        marks: What it says.
        found: What a search has found.
        current: The place of those that the user is at.
        stretch: What the mouse points at, here or in another cell.
        emphasis: Which classes are hidden, and which one stands out.
    """

    shades: Marks = NO_MARKS
    marks: Marks = NO_MARKS
    found: Marks = NO_MARKS
    current: Stretch | None = None
    stretch: Stretch | None = None
    emphasis: Emphasis = field(default_factory=Emphasis)

    def drawn(self, seen: Visible) -> Iterator[Drawn]:
        """What is in view of a paragraph."""
        for mark in self._marks(seen):
            boxes = seen.boxes((mark.start, mark.end))
            if boxes:
                yield Drawn(mark.look, boxes, mark.start >= seen.start, self.emphasis.fades(mark.look))

    def _marks(self, seen: Visible) -> Iterator[Mark]:
        for marks in (self.shades, self.marks, self.found):
            if len(marks):
                near = marks.between(seen.start, seen.end)
                yield from (mark for mark in near if not self.emphasis.hides(mark.look))
        for stretch, look in ((self.current, _CURRENT), (self.stretch, _POINTED)):
            if stretch is not None and stretch[0] < seen.end and stretch[1] > seen.start:
                yield Mark(*stretch, look)


def alike(drawn: Iterable[Drawn]) -> list[tuple[Look, bool, list[QRectF]]]:
    """What is drawn in the same way, taken together: its look, whether it steps back, and all of its boxes.

    The order is that in which each way of drawing first comes.
    """
    found: dict[tuple[int, bool], tuple[Look, bool, list[QRectF]]] = {}
    for one in drawn:
        found.setdefault((id(one.look), one.is_faint), (one.look, one.is_faint, []))[2].extend(one.boxes)
    return list(found.values())


def paint_labels(draw: MarkPainter, painter: QPainter, drawn: Sequence[Drawn], width: float) -> None:
    """Draw each label above the beginning of its stretch, no farther than where the next one begins.

    Args:
        draw: Draws one.
        painter: On what.
        drawn: All that is in view.
        width: Of the viewport, in px.
    """
    placed = [(one.boxes[0], one.look) for one in drawn if one.look.label and one.begins]
    placed.sort(key=lambda one: (one[0].top(), one[0].left()))
    lefts: dict[float, list[float]] = defaultdict(list)
    for box, _ in placed:
        lefts[box.top()].append(box.left())
    taken = QPointF(0, -1)
    for box, look in placed:
        left = max(box.left(), taken.x() + _LABEL_GAP) if taken.y() == box.top() else box.left()
        room = next((x for x in lefts[box.top()] if x > left), width) - left - _LABEL_GAP
        at = QRectF(left, box.top(), box.width(), box.height())
        taken = QPointF(left + draw.label(painter, at, look.label, look, max(room, 0)), box.top())
