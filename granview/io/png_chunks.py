"""The chunks of a PNG file, as https://www.w3.org/TR/png-3/#5Chunk-layout lays them out, without their content."""

import struct
from pathlib import Path
from typing import Final

from granview.io.regular_files import as_input_error, open_regular

_SIGNATURE_BYTES: Final = 8
_HEAD: Final = struct.Struct(">I4s")
_CHECK_BYTES: Final = 4
_PIXELS: Final = b"IDAT"
_TAGS: Final = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt"})
"""Chunks in which an orientation may stand."""


def has_late_tags(path: Path) -> bool:
    """Whether a tag may stand behind a PNG's pixels: so a chunk that may hold one does, or the file ends too early.

    Raises:
        InputError: the file cannot be read.
    """
    with open_regular(path) as file:
        try:
            file.seek(_SIGNATURE_BYTES)
            is_behind = False
            while len(head := file.read(_HEAD.size)) == _HEAD.size:
                length, kind = _HEAD.unpack(head)
                if kind == b"IEND":
                    return False
                is_behind |= kind == _PIXELS
                if is_behind and kind in _TAGS:
                    return True
                file.seek(length + _CHECK_BYTES, 1)
        except OSError as error:
            raise as_input_error(path, error) from error
    return True
