"""Text files of any size for the screen: the beginning at once, any line as soon as the lines before it are counted.

Nothing of the file stays in memory but a mark every ``MARK_BYTES`` or so: which line begins there, after how many
bytes and characters. The file is read, not mapped into memory: one that another program cuts short then gives less
text, where a map would end the process.

    text = TextFile(path)
    text.head(200)                     # on opening: the first lines, at once
    for counted in text.index(): …     # in the background: lines, characters and bytes counted so far
    text.lines(120_000, 60)            # any lines, as far as they are counted
    text.line_of(offset)               # the line of a character, such as a span's start
"""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from granview.io.encodings import UTF8, Encoding, detect
from granview.io.files import check_regular, open_regular, trouble
from granview.io.line_index import MARK_BYTES, Counted, LineIndex, Mark

__all__ = ["MAX_LINE_CHARS", "Counted", "Line", "TextFile"]

MAX_LINE_CHARS: Final = 100_000
"""So many characters of a line are shown."""

_LOOK_BYTES: Final = 1 << 20
_LONG_BYTES: Final = 4 * (MAX_LINE_CHARS + 16)
_SAMPLES: Final = 16
_CONTINUATION: Final = bytes(range(0x80, 0xC0))
"""Bytes with which no character of UTF-8 begins."""


@dataclass(frozen=True)
class Line:
    """One line of a file.

    Attributes:
        number: Which it is, from 0.
        start: The offset of its first character in the file's text, in code points.
        text: Its characters without the line end; the first ``MAX_LINE_CHARS`` of a longer one.
        capped: Whether there are more.
    """

    number: int
    start: int
    text: str
    capped: bool = False

    @property
    def notice(self) -> str:
        """What must be said beside it; empty where it is whole."""
        return (
            f"Line {self.number + 1:,} is longer than the {len(self.text):,} characters shown." if self.capped else ""
        )


class TextFile:
    """A text file that is never read whole.

    ``index`` may run on one thread while other methods are called on another.

    Attributes:
        path: The file.
        encoding: Found out from the file's first megabyte and some blocks of the rest.
        size_bytes: When it was opened.
        notices: What must be said of the encoding.
    """

    def __init__(self, path: Path) -> None:
        """Look at the file's beginning.

        Raises:
            InputError: it cannot be read, or is not a text.
        """
        self.path = path
        self.size_bytes = check_regular(path).st_size
        head = self._read(0, _LOOK_BYTES)
        self.encoding: Encoding = self._detect(head)
        self.notices = self.encoding.notices(path.name)
        self._line_end = _line_end(self.encoding.decode(head))
        self._index = LineIndex(self._read, self.encoding, self._line_end)

    @property
    def total(self) -> Counted | None:
        """Lines and characters of the whole file; None until ``index`` has come to its end."""
        return self._index.total

    @property
    def counted(self) -> Counted:
        """How much is counted by now."""
        return self._index.counted

    def first(self, n_chars: int) -> str:
        """The file's first characters, line ends included."""
        data = self._read(self.encoding.bom, 4 * n_chars)
        return self.encoding.decoder().decode(data, final=len(data) < 4 * n_chars)[:n_chars]

    def head(self, n_lines: int) -> list[Line]:
        """The first lines, without waiting for the index; at most a megabyte of them."""
        data = self._read(self.encoding.bom, _LOOK_BYTES)
        return self._split(Mark(0, 0, 0), data, len(data) < _LOOK_BYTES)[:n_lines]

    def blocks(self, size_bytes: int = 1 << 20) -> Iterator[str]:
        """The whole text, in pieces.

        Raises:
            InputError: it can no longer be read.
        """
        decoder = self.encoding.decoder()
        position, data = self.encoding.bom, b"begin"
        while data:
            data = self._read(position, size_bytes)
            position += len(data)
            yield decoder.decode(data, final=not data)

    def index(self) -> Iterator[Counted]:
        """Count lines and characters from where it was left to the end.

        Yields:
            What is counted by now, every few megabytes; at last the total.

        Raises:
            InputError: it can no longer be read.
        """
        steps = 0
        while self.total is None:
            self._index.count_on()
            steps += 1
            if steps % 64 == 0 or self.total is not None:
                yield self.counted

    def lines(self, first: int, count: int) -> list[Line]:
        """Lines by number, as far as they are counted.

        Raises:
            InputError: the file can no longer be read.
        """
        found: list[Line] = []
        marks = self._index.marks
        at = self._index.at_line(first)
        wanted = range(first, first + count)
        while at < len(marks) and marks[at].line < wanted.stop:
            found.extend(line for line in self._lines_after(at) if line.number in wanted)
            at += 1
        return found

    def line_of(self, char: int) -> int:
        """Number of the line in which a character stands, as far as characters are counted.

        Args:
            char: Its offset in the file's text, in code points.
        """
        at = self._index.at_char(char)
        lines = self._lines_after(at)
        starts = [line.start for line in lines]
        return lines[max(bisect.bisect_right(starts, char) - 1, 0)].number if lines else self._index.marks[at].line

    def _detect(self, head: bytes) -> Encoding:
        """The encoding of the beginning; where that is UTF-8, that of the first block that is not."""
        found = detect(head, self.path.name, is_cut=len(head) < self.size_bytes)
        step = (self.size_bytes - _LOOK_BYTES) // _SAMPLES
        if found != UTF8 or step <= 0:
            return found
        for position in range(_LOOK_BYTES, self.size_bytes, max(step, MARK_BYTES)):
            block = self._read(position, MARK_BYTES)
            start = block.find(b"\n") + 1
            other = detect(block[start:] if start else block.lstrip(_CONTINUATION), self.path.name, is_cut=True)
            if other != UTF8:
                return other
        return found

    def _lines_after(self, at: int) -> list[Line]:
        """The lines between a mark and the next: whole ones, or one long one of which no more than needed is read."""
        mark, following = self._index.marks[at], self._index.size_after(at)
        data = self._read(mark.size_bytes, min(following, _LONG_BYTES))
        return self._split(mark, data, following <= _LONG_BYTES)

    def _split(self, mark: Mark, data: bytes, is_whole: bool) -> list[Line]:
        """Bytes as lines. Where more bytes follow, a last line that is not long enough to be capped is left out."""
        pieces = self.encoding.decoder().decode(data, final=is_whole).split(self._line_end)
        if not pieces[-1] or (not is_whole and len(pieces[-1]) <= MAX_LINE_CHARS):
            pieces.pop()
        found, start = [], mark.chars
        for number, piece in enumerate(pieces, mark.line):
            text = piece.removesuffix("\r")
            found.append(Line(number, start, text[:MAX_LINE_CHARS], len(text) > MAX_LINE_CHARS))
            start += len(piece) + 1
        return found

    def _read(self, position: int, size: int) -> bytes:
        try:
            with open_regular(self.path) as file:
                file.seek(position)
                return file.read(size)
        except OSError as error:
            raise trouble(self.path, error) from error


def _line_end(head: str) -> str:
    """What ends a line: a line feed, or a carriage return in a file that has no other."""
    return "\r" if "\r" in head and "\n" not in head else "\n"
