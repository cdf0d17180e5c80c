"""What every reader of a data set gives: rows of named values, and words about what could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass
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
