"""A text as a text view can hold it, and where each of its code points stands there.

Predictions and references count code points; Qt counts UTF-16 units, knows no NUL and no lone surrogate, makes one line
end of CR LF, and lays a line out as a whole, however long it is. One class knows the way from one to the other.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.scoring.word_difference import Edit

MAX_LINE: Final = 4_000
"""Code points of a line from which on it is shown in pieces: what Qt lays out in a few milliseconds."""

PART: Final = 1_000_000
"""Code points that a view holds at a time."""

_LF, _CR, _TAB, _SPACE, _DELETE = 0x0A, 0x0D, 0x09, 0x20, 0x7F
_REPLACEMENT: Final = 0xFFFD
_CONTROL_PICTURES: Final = 0x2400
_PICTURE_OF_DELETE: Final = 0x2421
_LINE_ENDS: Final = (_LF, _CR, 0x2028, 0x2029)
_FRAMES: Final = (0xFDD0, 0xFDD1)
"""Code points by which Qt marks the inside of its documents."""

Codes = NDArray[np.uint32]
Positions = NDArray[np.int64]


class ShownText:
    """A part of a text, ready for a text view.

    Control characters are shown by their pictures (U+2400 and on), lone surrogates by U+FFFD, long lines in pieces.
    Offsets always count code points of the whole source; positions count UTF-16 units of ``display``.

    Args:
        source: The whole text.
        start: Offset of the part's first code point.
        end: Offset after its last; the source's end when None.
        edits: What is shown otherwise than it stands, in the order of their starts, not overlapping.

    Attributes:
        source: The whole text.
        start: Offset of the first code point shown.
        end: Offset after the last code point shown.
        display: What a text view is given.
        edited: Positions (start, end) in ``display`` of each edit's text, with the edit.
        broken: Whether a line is shown in pieces.
    """

    def __init__(self, source: str, start: int = 0, end: int | None = None, edits: Sequence[Edit] = ()) -> None:
        self.source = source
        self.start = start
        self.end = len(source) if end is None else min(end, len(source))
        raw = np.frombuffer(source[self.start : self.end].encode("utf-32-le", "surrogatepass"), np.uint32)
        codes = _displayable(raw)
        widths = np.where(codes > 0xFFFF, 2, 1).astype(np.int64)
        if len(raw) > 1:
            widths[:-1][(raw[:-1] == _CR) & (raw[1:] == _LF)] = 0
        breaks = _breaks(codes)
        self.broken = bool(len(breaks))
        inside = [_clean(edit) for edit in edits if self.start <= edit.start and edit.end <= self.end]
        self._lay_down(codes, widths, breaks, inside)

    def position(self, offset: int) -> int:
        """Where a code point begins; the nearest end for one that is not in the part."""
        at = min(max(offset - self.start, 0), self.end - self.start)
        return at if self._starts is None else int(self._starts[at])

    def positions(self, offsets: NDArray[np.integer]) -> Positions:
        """Where code points begin, any shape; the nearest end for those that are not in the part."""
        at = np.clip(np.asarray(offsets, np.int64) - self.start, 0, self.end - self.start)
        return at if self._starts is None else self._starts[at]

    def after(self, offset: int) -> int:
        """Where the code point before an offset ends: the exclusive end of a span that ends there."""
        if self._starts is None or offset <= self.start:
            return self.position(offset)
        at = min(offset, self.end) - self.start - 1
        return int(self._starts[at] + self._widths[at])

    def offset(self, position: int) -> int:
        """The code point that stands at a position; of an insertion, the code point that it stands before."""
        if self._starts is None:
            return self.start + min(max(position, 0), self.end - self.start)
        at = int(np.searchsorted(self._starts, position, "right")) - 1
        return self.start + min(max(at, 0), self.end - self.start)

    def source_between(self, first: int, last: int) -> str:
        """What the source says between two positions, as it stands there."""
        return self.source[self._offset_up(first) : self._offset_up(last)]

    def _offset_up(self, position: int) -> int:
        """The first offset whose code point begins at a position or later."""
        if self._starts is None:
            return self.offset(position)
        return self.start + min(int(np.searchsorted(self._starts, position, "left")), self.end - self.start)

    def _lay_down(self, codes: Codes, widths: Positions, breaks: Positions, edits: Sequence[Edit]) -> None:
        """Join code points, breaks and edits into what is shown; remember where each code point went."""
        self._starts: Positions | None = None
        self._widths = widths
        self.edited: tuple[tuple[int, int, Edit], ...] = ()
        if not edits and not len(breaks) and bool((widths == 1).all()):
            self.display = _decoded(codes)
            return
        room = np.zeros(len(codes) + 1, np.int64)
        room[breaks] += 1
        shown = widths.copy()
        texts = [(edit, _utf16_length(edit.text)) for edit in edits]
        for edit, width in texts:
            first, last = edit.start - self.start, edit.end - self.start
            if first == last:
                room[first] += width
            else:
                shown[first:last] = 0
                shown[last - 1] = width
        self._starts = np.concatenate(([0], np.cumsum(room[:-1] + shown))) + room
        self._widths = shown
        self.edited = tuple((*self._place(edit, width), edit) for edit, width in texts)
        self.display = self._spelled(codes, widths, breaks, edits)

    def _place(self, edit: Edit, width: int) -> tuple[int, int]:
        """Positions of an edit's text: before the code point that it is inserted before, or in place of others."""
        at = self.position(edit.start)
        return (at - width, at) if edit.start == edit.end else (at, at + width)

    def _spelled(self, codes: Codes, widths: Positions, breaks: Positions, edits: Sequence[Edit]) -> str:
        """Code points with a line end before each break, without CRs of CR LF, with the edits' texts in their place."""
        words = {edit.start - self.start: edit for edit in edits}
        cuts = sorted({*words, *breaks.tolist()})
        broken = set(breaks.tolist())
        pieces, last = [], 0
        for cut in cuts:
            pieces.append(_kept(codes[last:cut], widths[last:cut]))
            last = cut
            if cut in broken:
                pieces.append("\n")
            if cut in words:
                pieces.append(words[cut].text)
                last = words[cut].end - self.start
        pieces.append(_kept(codes[last:], widths[last:]))
        return "".join(pieces)


def part_of(source: str, number: int) -> tuple[int, int]:
    """Offsets of the part of that number, from 0; parts end after a line where there is one in their last tenth."""
    start = 0 if number == 0 else _part_end(source, number - 1)
    return start, _part_end(source, number)


def part_count(source: str) -> int:
    """How many parts there are; at least one."""
    return max(-(-len(source) // PART), 1)


def _part_end(source: str, number: int) -> int:
    limit = (number + 1) * PART
    if limit >= len(source):
        return len(source)
    found = source.rfind("\n", limit - PART // 10, limit)
    return limit if found < 0 else found + 1


def _displayable(raw: Codes) -> Codes:
    """Code points that a text view shows as one thing each."""
    codes = raw.copy()
    lonely = (codes >= 0xD800) & (codes <= 0xDFFF)
    codes[lonely | (codes == _FRAMES[0]) | (codes == _FRAMES[1])] = _REPLACEMENT
    codes[codes == _CR] = _LF
    control = (codes < _SPACE) & (codes != _LF) & (codes != _TAB)
    codes[control] += _CONTROL_PICTURES
    codes[codes == _DELETE] = _PICTURE_OF_DELETE
    return codes


def _breaks(codes: Codes) -> Positions:
    """Indices before which a long line is broken: after the last space that leaves a piece short enough."""
    ends = np.flatnonzero(np.isin(codes, _LINE_ENDS))
    edges = np.concatenate(([-1], ends, [len(codes)]))
    found: list[int] = []
    for line in np.flatnonzero(np.diff(edges) - 1 > MAX_LINE):
        first, last = int(edges[line]) + 1, int(edges[line + 1])
        while last - first > MAX_LINE:
            spaces = np.flatnonzero(codes[first + MAX_LINE // 2 : first + MAX_LINE] == _SPACE)
            first += MAX_LINE if not len(spaces) else MAX_LINE // 2 + int(spaces[-1]) + 1
            found.append(first)
    return np.array(found, np.int64)


def _clean(edit: Edit) -> Edit:
    """The edit with its text on one line, as a text view can show it."""
    codes = _displayable(np.frombuffer(edit.text.encode("utf-32-le", "surrogatepass"), np.uint32))
    codes[np.isin(codes, _LINE_ENDS)] = _SPACE
    return replace(edit, text=_decoded(codes))


def _kept(codes: Codes, widths: Positions) -> str:
    return _decoded(codes if widths.all() else codes[widths > 0])


def _decoded(codes: Codes) -> str:
    return codes.tobytes().decode("utf-32-le")


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
