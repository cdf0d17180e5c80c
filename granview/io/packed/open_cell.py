"""Opening one cell as a file: a picture's bytes, or the file that its path names; of anything else its JSON."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import msgspec

from granview.core.errors import InputError
from granview.core.readable_errors import first_line
from granview.io.packed.arrow_cells import arrow_cell
from granview.io.packed.parquet_cells import parquet_cell
from granview.io.row_address import RowAddress

BYTES: Final = "bytes"
PATH: Final = "path"
"""The fields of a picture's cell."""

ARROW: Final = ".arrow"

_LEVELS_UP: Final = 3
_HINT: Final = "Save the data set again."


class _Bytes(io.RawIOBase):
    """Bytes in memory as an unbuffered file, which asks before each read whether to go on."""

    def __init__(self, data: bytes, watch: Callable[[], None] | None) -> None:
        self._inner = io.BytesIO(data)
        self._watch = watch

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._inner.seek(offset, whence)

    def readinto(self, buffer: Any) -> int:
        if self._watch is not None:
            self._watch()
        return self._inner.readinto(buffer)


def open_bytes(data: bytes, watch: Callable[[], None] | None = None) -> io.BufferedReader:
    """Bytes as a file."""
    return io.BufferedReader(_Bytes(data, watch))


def read_cell(file: Path, address: RowAddress) -> bytes | Path:
    """The picture of a cell: its bytes, or the file that it names; of what is no picture, such as boxes, its JSON.

    Args:
        file: The Arrow or Parquet file.
        address: The cell.

    Raises:
        InputError: there is no such cell, it is empty, or the file is damaged there.
        PermissionError: the file may not be read.
    """
    where = f"{file.name}, row {address.row}"
    try:
        value = (arrow_cell if file.suffix.lower() == ARROW else parquet_cell)(file, address.column, address.row)
    except IndexError as error:
        raise InputError(f"{file.name} has no row {address.row}: it holds fewer, or is cut short.", _HINT) from error
    except KeyError as error:
        raise InputError(f"{file.name} has no column '{address.column}'.", _HINT) from error
    except PermissionError:
        raise
    except Exception as error:  # whatever Arrow raises is the file's damage
        raise InputError(f"{where}: the file is damaged there ({first_line(error)}).", _HINT) from error
    if isinstance(value, list) or (isinstance(value, dict) and not {BYTES, PATH} & set(value)):
        return msgspec.json.encode(value, enc_hook=str)
    data = value.get(BYTES) if isinstance(value, dict) else value
    if isinstance(data, bytes):
        return data
    named = value.get(PATH) if isinstance(value, dict) else None
    if not isinstance(named, str) or not named or "\0" in named:
        raise InputError(f"{where}: '{address.column}' holds no picture.", "Leave the row out.")
    found = _named(file, named)
    if found is None:
        raise InputError(
            f"{where}: '{address.column}' holds no bytes, and the file that it names is not there: {named}.",
            "Save the data set with its pictures inside, or put them beside it.",
        )
    return found


def _named(file: Path, named: str) -> Path | None:
    """The file of a path that is absolute, or relative to the folder of the rows or one of those above it."""
    tried = [folder / named for folder in list(file.parents)[:_LEVELS_UP]]
    try:
        return next((each for each in tried if each.is_file()), None)
    except (OSError, ValueError):
        return None
