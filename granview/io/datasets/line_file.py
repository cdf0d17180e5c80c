"""Lines of a text file of any size and encoding, one after the other."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from granview.core.limits import MAX_RECORD_CHARS
from granview.io.encodings import Encoding, detect
from granview.io.regular_files import as_input_error, open_regular

_BLOCK_BYTES: Final = 1 << 20
_HEAD_BYTES: Final = 64 << 20
_CUT_CHARS: Final = MAX_RECORD_CHARS + 2
"""More than any line may have, with its line end."""


def is_too_long(line: str) -> bool:
    """Whether a line has more characters than a record may have, and was cut if it has many more."""
    return len(line) > MAX_RECORD_CHARS + 1


class LineFile:
    """A text file read as lines.

    Lines end at line feeds alone, which they keep, with a carriage return before it if there is one: in data sets,
    other separators of Unicode are content. A line that is too long for a record is cut while it is read, so that
    nobody ever holds it; ``is_too_long`` tells it.

    Attributes:
        encoding: Its encoding.
        notices: What must be said of the encoding.
    """

    def __init__(self, path: Path, head_bytes: int = _HEAD_BYTES) -> None:
        """Look at the beginning of a file.

        Args:
            path: The file.
            head_bytes: How much of it decides on its encoding.

        Raises:
            InputError: it cannot be read, or is not a text.
        """
        self._path = path
        with open_regular(path) as file:
            head = _read(path, file, head_bytes)
        self.encoding: Encoding = detect(head, path.name, is_cut=len(head) == head_bytes)
        self.notices = self.encoding.notices(path.name)
        self._bad = 0

    @property
    def damage(self) -> tuple[str, ...]:
        """What must be said once all lines were read: that some bytes mean nothing in this encoding."""
        places = f"{self._bad:,} place{'s' * (self._bad > 1)}"
        return (f"{self._path.name} is damaged in {places}, shown as \ufffd.",) if self._bad > 0 else ()

    def head(self, n_chars: int) -> str:
        """The first characters."""
        decoder = self.encoding.decoder()
        with open_regular(self._path) as file:
            file.seek(self.encoding.bom)
            return decoder.decode(_read(self._path, file, 4 * n_chars))[:n_chars]

    def __iter__(self) -> Iterator[str]:
        self._bad = 0
        begun: list[str] = []
        room = _CUT_CHARS
        for text in self._blocks():
            pieces = text.split("\n")
            begun.append(pieces[0][:room])
            room -= len(begun[-1])
            if len(pieces) > 1:
                yield "".join(begun) + "\n"
                yield from (piece + "\n" for piece in pieces[1:-1])
                begun = [pieces[-1]]
                room = _CUT_CHARS - len(pieces[-1])
        if last := "".join(begun):
            yield last

    def _blocks(self) -> Iterator[str]:
        decoder = self.encoding.decoder()
        with open_regular(self._path) as file:
            file.seek(self.encoding.bom)
            before, block = b"", b"begin"
            while block:
                block = _read(self._path, file, _BLOCK_BYTES)
                text = decoder.decode(block, final=not block)
                if "\ufffd" in text:
                    self._bad += text.count("\ufffd") - self.encoding.count_replacements(before + block)
                before = block[-2:]  # the beginning of a U+FFFD that stands in the file itself
                yield text


def _read(path: Path, file: BinaryIO, size: int) -> bytes:
    try:
        return file.read(size)
    except OSError as error:
        raise as_input_error(path, error) from error
