"""Big text files, decoded piece by piece: between two pieces other threads have their turn.

The file is read, not mapped into memory: one that another program cuts short then gives less text, where a map would
end the process.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from granview.io.encodings import UTF8, Encoding, detect
from granview.io.regular_files import as_input_error, check_regular, open_regular
from granview.io.text_reader import refuse_huge

_HEAD_BYTES: Final = 1 << 20
_BLOCK_BYTES: Final = 1 << 16
_SAMPLES: Final = 16
_CONTINUATION: Final = bytes(range(0x80, 0xC0))
"""Bytes with which no character of UTF-8 begins."""


class TextFile:
    """A text file whose encoding is found out without reading all of it.

    Attributes:
        path: The file.
        encoding: Found out from the file's first megabyte and some blocks of the rest.
        size_bytes: When it was opened.
        notices: What must be said of the encoding.
    """

    def __init__(self, path: Path) -> None:
        """Look at the file's beginning.

        Raises:
            InputError: it cannot be read, is not a text, or is too large to be held in memory.
        """
        self.path = path
        self.size_bytes = check_regular(path).st_size
        refuse_huge(path, self.size_bytes)
        self.encoding: Encoding = self._detect(self._read(0, _HEAD_BYTES))
        self.notices = self.encoding.notices(path.name)

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

    def _detect(self, head: bytes) -> Encoding:
        """The encoding of the beginning; where that is UTF-8, that of the first block that is not."""
        found = detect(head, self.path.name, is_cut=len(head) < self.size_bytes)
        step = (self.size_bytes - _HEAD_BYTES) // _SAMPLES
        if found != UTF8 or step <= 0:
            return found
        for position in range(_HEAD_BYTES, self.size_bytes, max(step, _BLOCK_BYTES)):
            block = self._read(position, _BLOCK_BYTES)
            start = block.find(b"\n") + 1
            other = detect(block[start:] if start else block.lstrip(_CONTINUATION), self.path.name, is_cut=True)
            if other != UTF8:
                return other
        return found

    def _read(self, position: int, size: int) -> bytes:
        try:
            with open_regular(self.path) as file:
                file.seek(position)
                return file.read(size)
        except OSError as error:
            raise as_input_error(self.path, error) from error
