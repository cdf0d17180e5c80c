"""What every reader of a data set gives: rows of named values, and words about what could not be read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple


class Row(NamedTuple):
    """One record of a data set.

    Attributes:
        record: Which record of the file it is, from 0; damaged ones count.
        place: Where it stands, as people count: the line of a JSONL file, the row of a table, from 1.
        values: Its values by column; as JSON knows values.
    """

    record: int
    place: int
    values: Mapping[str, Any]


@dataclass(frozen=True)
class DamagedRecord:
    """A record that cannot be read.

    Attributes:
        place: Where it stands, as in ``Row``.
        words: What is wrong, a sentence without its subject, such as ``has 3 cells, not 4``.
    """

    place: int
    words: str


@dataclass(frozen=True)
class FileRemark:
    """Something that must be said of the whole file.

    Attributes:
        words: A sentence.
        hint: What to do about it, as a sentence; empty for nothing.
    """

    words: str
    hint: str = ""


@dataclass(frozen=True)
class NoHeader(FileRemark):
    """Said, before the first row, of a table whose first row was found to be a row like the others."""


@dataclass(frozen=True)
class ClassNames:
    """Names that a file gives to the numbers of a column, in order."""

    column: str
    names: tuple[str, ...]


Item = Row | DamagedRecord | FileRemark | ClassNames
"""``ClassNames`` come before the first row."""


@dataclass(frozen=True)
class Reader:
    """How one format is read.

    Attributes:
        unit: What its places count: ``line``, ``row``, ``sentence``, ``question``.
        read: All that is in a file, in its order. Raises ``InputError`` where nothing can be read.
        read_as: The same, told whether the first row names the columns; None where the format itself says so.
    """

    unit: str
    read: Callable[[Path], Iterator[Item]]
    read_as: Callable[[Path, bool], Iterator[Item]] | None = None

    def items(self, path: Path, header: bool | None = None) -> Iterator[Item]:
        """All that is in a file, in its order.

        Args:
            path: The file.
            header: Whether the first row names the columns; None to find out. Formats that say so themselves ignore it.

        Raises:
            InputError: nothing can be read.
        """
        if header is None or self.read_as is None:
            return self.read(path)
        return self.read_as(path, header)
