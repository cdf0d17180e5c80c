"""Where the lines of a large text begin: a mark every ``MARK_BYTES`` or so, set while the text is counted."""

import bisect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

from granview.io.encodings import Encoding

MARK_BYTES: Final = 1 << 16
"""Between two marks lie either so many bytes of whole lines at most, or one line that is longer."""


@dataclass(frozen=True)
class Counted:
    """How much of a file is counted.

    Attributes:
        lines: Lines.
        chars: Characters (code points), line ends included.
        size_bytes: Bytes, a byte order mark included.
    """

    lines: int
    chars: int
    size_bytes: int


class Mark(NamedTuple):
    """The beginning of a line: its number, and the characters and bytes before it."""

    line: int
    chars: int
    size_bytes: int


class LineIndex:
    """Marks of a text; one thread may count while another looks up.

    Attributes:
        marks: In the order of the text, the first at its beginning. Only ever appended to.
        total: What the whole text has; None until all is counted.
    """

    def __init__(self, read: Callable[[int, int], bytes], encoding: Encoding, line_end: str) -> None:
        """Nothing is counted yet.

        Args:
            read: Gives bytes of the file from a position; as many as it is asked for, unless the file ends.
            encoding: How the bytes are read.
            line_end: What ends a line; one character.
        """
        self._read = read
        self._encoding = encoding
        self._line_end = line_end
        self._end = line_end.encode(encoding.codec)
        self.marks = [Mark(0, 0, encoding.bom)]
        self.total: Counted | None = None

    @property
    def counted(self) -> Counted:
        """How much is counted by now."""
        return self.total or Counted(*self.marks[-1])

    def at_line(self, number: int) -> int:
        """Which mark is the last before or at a line."""
        return bisect.bisect_right(self.marks, number, key=lambda mark: mark.line) - 1

    def at_char(self, offset: int) -> int:
        """Which mark is the last before or at a character."""
        return max(bisect.bisect_right(self.marks, offset, key=lambda mark: mark.chars) - 1, 0)

    def size_after(self, at: int) -> int:
        """How many bytes lie between a mark and the next, as far as they are counted."""
        stop = self.marks[at + 1].size_bytes if at + 1 < len(self.marks) else self.counted.size_bytes
        return stop - self.marks[at].size_bytes

    def count_on(self) -> None:
        """Set the next mark: after the last line end of the next block, or after the one line that is longer."""
        last = self.marks[-1]
        decoder = self._encoding.decoder()
        chars, position = 0, last.size_bytes
        while True:
            data = self._read(position, MARK_BYTES)
            cut = self._last_end(data) if position == last.size_bytes else self._first_end(data)
            if cut:
                piece = decoder.decode(data[:cut])
                lines = piece.count(self._line_end)
                self.marks.append(Mark(last.line + lines, last.chars + chars + len(piece), position + cut))
                return
            chars += len(decoder.decode(data, final=not data))
            position += len(data)
            if not data:
                has_rest = position > last.size_bytes
                self.total = Counted(last.line + has_rest, last.chars + chars, position)
                return

    def _last_end(self, data: bytes) -> int:
        """Where the last line of a block ends; 0 where none does."""
        width = len(self._end)
        at = data.rfind(self._end)
        while at > 0 and at % width:  # halves of two wide characters can look like a line end
            at = data.rfind(self._end, 0, at + width - 1)
        return at + width if at >= 0 else 0

    def _first_end(self, data: bytes) -> int:
        """Where the first line of a block ends; 0 where none does."""
        width = len(self._end)
        at = data.find(self._end)
        while at > 0 and at % width:
            at = data.find(self._end, at + 1)
        return at + width if at >= 0 else 0
