"""Lines to rows of cells, with every damaged row told and nothing after it lost."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from granview.core.limits import MAX_RECORD_CHARS, TOO_LONG
from granview.io.datasets.row_items import DamagedRecord

_MAX_CELL: Final = (1 << 31) - 1
_REASONS: Final = (
    ("end of data", "a quote is never closed"),
    ("new-line", "a carriage return stands inside a cell"),
    ("expected after", "a quote stands inside a quoted cell"),
)

_NEVER_CLOSED: Final = f"is no row: a quote is not closed within {MAX_RECORD_CHARS:,} characters"


@dataclass(frozen=True)
class Dialect:
    """How rows are told apart into cells.

    Attributes:
        delimiter: Between two cells.
        quotes: Whether a cell may stand in double quotes, and then hold delimiters and line ends.
    """

    delimiter: str
    quotes: bool = True


def split_cells(lines: Iterable[str], dialect: Dialect) -> Iterator[tuple[int, list[str] | DamagedRecord]]:
    """Rows with the number of their first line, from 1; an empty line is no row.

    Args:
        lines: With their line ends.
        dialect: How they are written; what is not written so is damage.
    """
    csv.field_size_limit(_MAX_CELL)  # one long text is no damage; the limit is the module's, and only ever raised here
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if dialect.quotes else csv.QUOTE_NONE
    feed = _Lines(lines)
    while True:
        reader = csv.reader(feed, delimiter=dialect.delimiter, quoting=quoting, strict=True)
        try:
            for row in reader:
                line = feed.end_row()
                if row:
                    yield line, row
            return
        except _TooLong as error:
            line = feed.give_back()
            yield line, DamagedRecord(line, str(error))
        except csv.Error as error:
            line = feed.give_back()
            yield line, DamagedRecord(line, f"is no row: {_reason(error)}")


class _TooLong(Exception):
    """A row has more characters than a record may have."""


class _Lines:
    """Lines that can be given back: those of a row that turned out not to be one are read again without its first.

    A row is given up where it has more characters than a record may have: one line, or many after a quote that is never
    closed.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._room = MAX_RECORD_CHARS
        self._lines = iter(lines)
        self._again: list[str] = []
        self._row: list[str] = []
        self._number = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._lines)
        self._row.append(line)
        self._number += 1
        self._room -= len(line)
        if self._room < -1:
            raise _TooLong(TOO_LONG if len(self._row) == 1 else _NEVER_CLOSED)
        return line

    def end_row(self) -> int:
        """A row is complete. Returns the number of its first line, from 1."""
        first = self._number - len(self._row) + 1
        self._row.clear()
        self._room = MAX_RECORD_CHARS
        return first

    def give_back(self) -> int:
        """The row's first line is damaged; the others may be rows. Returns the number of that line, from 1."""
        self._again.extend(reversed(self._row[1:]))
        self._number -= len(self._row) - 1
        self._row.clear()
        self._room = MAX_RECORD_CHARS
        return self._number


def _reason(error: csv.Error) -> str:
    return next((words for part, words in _REASONS if part in str(error)), str(error))
