"""Rows of a table of saved predictions: one file with a row, a record or a sentence for each text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.io.dataset_format import format_by_suffix
from granview.io.datasets.row_items import Row
from granview.io.datasets.value_parsing import as_identifier
from granview.io.saved.listing import SavedListing
from granview.io.saved.saved_prediction import SavedRecord

MOST_ROWS: Final = 2_000_000
_PROBED: Final = 50
_IDS: Final = (
    *("id", "sample", "sample_id", "name", "guid", "uid", "uuid", "qid", "question_id", "doc_id", "idx", "index"),
    *("file", "filename", "file_name", "image", "path"),
)
_NUMBERS: Final = frozenset({"idx", "index", "doc_id"})
"""Columns that count, from 0, which row of its data set a text is."""

Values = Mapping[str, Any]


@dataclass(frozen=True)
class SavedRows:
    """A table in memory.

    Attributes:
        path: The file.
        rows: Its rows in order; those that cannot be read are left out, and keep their place.
        id_column: The column that names samples; empty where rows go by their place.
    """

    path: Path
    rows: tuple[Row, ...]
    id_column: str

    def records(self) -> tuple[SavedRecord, ...]:
        """A record for each row."""
        return tuple(self._record(row) for row in self.rows)

    def values(self, record: SavedRecord) -> Values:
        """The row of a record."""
        return self._by_place[record.key].values

    @cached_property
    def _by_place(self) -> dict[str, Row]:
        return {self._key(row): row for row in self.rows}

    def _key(self, row: Row) -> str:
        return f"row {row.place}"

    def _record(self, row: Row) -> SavedRecord:
        name = as_identifier(row.values.get(self.id_column)) if self.id_column else None
        counts = self.id_column.casefold() in _NUMBERS
        place = int(name) if counts and name is not None and name.isdecimal() else row.record
        names = () if name is None or counts else (name,)
        return SavedRecord(names, self.path, self._key(row), None if names else place)


def table_of(listing: SavedListing, *suffixes: str) -> Path | None:
    """The one table of a listing; None where there is none, or anything else beside it.

    Args:
        listing: The files.
        suffixes: In lower case, those that are meant; none: those of all data sets.
    """
    if len(listing.files) != 1:
        return None
    path = listing.files[0]
    known = path.suffix.lower() in suffixes if suffixes else format_by_suffix(path) is not None
    return path if known else None


def first_rows(path: Path, n: int = _PROBED) -> list[Row]:
    """The first rows of a table; none where it cannot be read."""
    try:
        return list(islice(_rows(path), n))
    except InputError:
        return []


def read_rows(path: Path, id_column: str = "") -> SavedRows:
    """A whole table.

    Args:
        path: The file.
        id_column: The column that names samples; empty to tell it from the columns' names.

    Raises:
        InputError: it cannot be read, has too many rows, or lacks the column.
    """
    rows = tuple(islice(_rows(path), MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        raise InputError(f"{path.name} has more than {MOST_ROWS:,} rows.", "Split it.")
    columns = columns_of(rows[:_PROBED])
    if id_column and id_column not in columns:
        raise InputError(f"{path.name} has no column {id_column}.", f"Its columns: {', '.join(columns)}.")
    return SavedRows(path, rows, id_column or first_of(columns, _IDS))


def columns_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """All columns of some rows, in order."""
    return tuple(dict.fromkeys(str(name) for row in rows for name in row.values))


def first_of(columns: Sequence[str], names: Sequence[str]) -> str:
    """The first column that is called by one of some names, the first of them first, ignoring case; empty for none."""
    by_name = {column.casefold().strip(): column for column in columns}
    return next((by_name[name] for name in names if name in by_name), "")


def _rows(path: Path) -> Iterator[Row]:
    known = format_by_suffix(path)
    if known is None:
        raise InputError(f"{path.name} is no table that is read here.", "Write CSV, TSV, JSONL or Parquet.")
    return (item for item in known.items(path) if isinstance(item, Row))
