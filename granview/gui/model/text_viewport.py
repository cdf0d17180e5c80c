"""What all cells of a text share: which part is shown, what the mouse points at, how large the letters are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from granview.gui.model.readout import Readout

INPUT: Final = "input"
"""The space of offsets into the sample's own text. Texts that lanes write have a space each."""

MIN_POINTS: Final = 6.0
MAX_POINTS: Final = 48.0

TextSpan = tuple[int, int]


@dataclass(frozen=True)
class Pointed:
    """What the mouse is over.

    Attributes:
        key: The cell that it is in.
        text_spans: Start and end by space: in the space of the cell's text, and in those that it is aligned with.
    """

    key: str
    text_spans: Mapping[str, TextSpan]


@dataclass(frozen=True)
class Top:
    """What stands at the top of the cells.

    Attributes:
        key: The cell that was scrolled.
        space: The space of its text.
        offset: Its first code point in view.
        part: How far down that is, 0 to 1: for texts of other spaces.
    """

    key: str
    space: str
    offset: int
    part: float


class TextViewport(QObject):
    """What all cells of text share. Signals tell what has changed; a value that stays the same tells nothing."""

    pointed_changed = Signal()
    scrolled = Signal()
    font_changed = Signal()
    part_changed = Signal()
    readouts_changed = Signal()
    picked = Signal(str, object, object)
    """The space and the ``TextSpan`` that the user clicked on, and where the same stands in other cells, by cell."""

    touched = Signal(str)
    """The cell that the user clicked in, by its key."""

    find_asked = Signal()
    """The user wants to search in the texts."""

    step_asked = Signal(int)
    """The user wants the next (1) or the previous (-1) place that was found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pointed: Pointed | None = None
        self._top: Top | None = None
        self._points = 0.0
        self._part = 0
        self._readouts: Mapping[str, Readout | None] = {}

    @property
    def pointed(self) -> Pointed | None:
        """What the mouse is over; None when it is over no text."""
        return self._pointed

    @property
    def top(self) -> Top | None:
        """What was last scrolled to."""
        return self._top

    @property
    def points(self) -> float:
        """Size of the text in points; 0 for the window's own size."""
        return self._points

    @property
    def part(self) -> int:
        """Number of the part of the sample's text that is shown, from 0."""
        return self._part

    @property
    def readouts(self) -> Mapping[str, Readout | None]:
        """What each cell says of the place that the mouse is over, by cell."""
        return self._readouts

    def point(self, pointed: Pointed | None) -> None:
        """Say what the mouse is over."""
        if pointed != self._pointed:
            self._pointed = pointed
            self.pointed_changed.emit()

    def pick(self, space: str, text_span: TextSpan, by_cell: Mapping[str, TextSpan] | None = None) -> None:
        """Say what the user clicked on, and where the same stands in each cell's text."""
        self.picked.emit(space, text_span, by_cell or {})

    def touch(self, key: str) -> None:
        """Say which cell the user clicked in."""
        self.touched.emit(key)

    def say(self, readouts: Mapping[str, Readout | None]) -> None:
        """Say what the cells say of it."""
        if readouts != self._readouts:
            self._readouts = readouts
            self.readouts_changed.emit()

    def scroll(self, top: Top) -> None:
        """Say what a cell was scrolled to; the others follow."""
        if top != self._top:
            self._top = top
            self.scrolled.emit()

    def set_points(self, points: float) -> None:
        """Show texts in this size; 0 for the window's own size."""
        points = min(max(points, MIN_POINTS), MAX_POINTS) if points else 0.0
        if points != self._points:
            self._points = points
            self.font_changed.emit()

    def show_part(self, part: int) -> None:
        """Show another part of the sample's text."""
        if part != self._part:
            self._part = part
            self.part_changed.emit()

    def begin(self) -> None:
        """Another sample is shown: from its beginning, with nothing pointed at."""
        self._part, self._top, self._pointed, self._readouts = 0, None, None, {}
        self.pointed_changed.emit()

    def find(self) -> None:
        """Open the search in the texts."""
        self.find_asked.emit()

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) place that was found."""
        self.step_asked.emit(by)
