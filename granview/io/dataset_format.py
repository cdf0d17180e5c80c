"""Formats of data sets of texts: one file of ``granview.io.dataset_formats`` each, told by how a file's name ends."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Final

from granview.core.registry import Registry
from granview.io.datasets.line_file import LineFile
from granview.io.datasets.row_items import Item


class DatasetFormat(ABC):
    """One way in which a file holds many texts.

    Attributes:
        suffixes: Lower-case suffixes of its files, such as ``.csv``.
        unit: What the places of its rows count: ``line``, ``row``, ``record``, ``sentence``.
        has_columns: Whether its columns may be chosen; else their names are the format's own.
        may_have_header: Whether its first row may name the columns, or be a row like the others.
    """

    suffixes: ClassVar[frozenset[str]]
    unit: ClassVar[str]
    has_columns: ClassVar[bool] = False
    may_have_header: ClassVar[bool] = False

    @abstractmethod
    def items(self, path: Path, header: bool | None = None) -> Iterator[Item]:
        """All that is in a file, in its order.

        Args:
            path: The file.
            header: Whether the first row names the columns; None to find out. Formats that say so themselves ignore it.

        Raises:
            InputError: nothing can be read.
        """

    def belongs(self, head: str) -> bool:
        """Whether a plain text is a data set of this format, by its beginning."""
        return False


DATASET_FORMATS: Final[Registry[DatasetFormat]] = Registry("granview.io.dataset_formats", "format of data sets")

_SNIFF_BYTES: Final = 1 << 16
_PROSE: Final = frozenset({".md", ".markdown", ".rst"})


def dataset_suffixes() -> frozenset[str]:
    """Lower-case suffixes of all data sets."""
    return frozenset(suffix for known in DATASET_FORMATS.all().values() for suffix in known.suffixes)


def format_by_suffix(path: Path) -> DatasetFormat | None:
    """The format of a data set by its name; None where that says nothing."""
    suffix = path.suffix.lower()
    return next((known for known in DATASET_FORMATS.all().values() if suffix in known.suffixes), None)


def dataset_format(path: Path) -> DatasetFormat | None:
    """The format of a data set, by its content where its name says nothing; None where the file is one text.

    Raises:
        InputError: a file that is no data set by its name cannot be read, or is not a text.
    """
    named = format_by_suffix(path)
    if named is not None:
        return named
    head = LineFile(path, _SNIFF_BYTES).head(_SNIFF_BYTES // 4)
    if path.suffix.lower() in _PROSE:
        return None
    return next((known for known in DATASET_FORMATS.all().values() if known.belongs(head)), None)


def has_columns(path: Path) -> bool:
    """Whether a file may be a data set with columns to choose from, by its name."""
    named = format_by_suffix(path)
    return named is not None and named.has_columns


def may_have_header(path: Path) -> bool:
    """Whether a file may be a table with a first row that names its columns, by its name."""
    named = format_by_suffix(path)
    return named is not None and named.may_have_header
