"""The files of one split, and what their columns are to a sample."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from granview.core.json_reading import parse_json
from granview.io.packed.box_columns import BoxColumn, are_corners
from granview.io.packed.column_uses import ColumnUses, column_uses
from granview.io.packed.columns import PackedColumns, count_rows, read_columns, schema_of
from granview.io.packed.open_cell import read_cell
from granview.io.reference_formats.row_boxes import CORNERS, SIDES
from granview.io.row_address import PACKED_SUFFIXES, RowAddress

PICTURES: Final = "image"
"""The kind of samples that rows are."""


@dataclass(frozen=True)
class Shards:
    """The files of one split, in order.

    Attributes:
        name: The split; empty where there is one alone.
        files: Those that are there.
        missing: Names of those that are not.
    """

    name: str
    files: tuple[Path, ...]
    missing: tuple[str, ...] = ()

    @cached_property
    def columns(self) -> PackedColumns:
        """What its columns hold, by the first file whose schema can be read; nothing where none can be."""
        for path in self.files:
            try:
                return read_columns(path)
            except Exception:  # noqa: BLE001  it is told where its rows are listed
                continue
        return PackedColumns()

    @cached_property
    def uses(self) -> ColumnUses | None:
        """What its columns are to a sample; None where none holds pictures."""
        return column_uses(self.columns) if self.columns.pictures else None

    @cached_property
    def box_formats(self) -> Mapping[str, str]:
        """The format in which each column of boxes is read."""
        return {name: self._box_format(name, column) for name, column in (self.columns.boxes or {}).items()}

    def _box_format(self, name: str, column: BoxColumn) -> str:
        for path in self.files:
            try:
                is_corner = are_corners(column, lambda row, at=path: _cell(at, name, row), count_rows(path))  # type: ignore[misc]
            except Exception:  # noqa: BLE001  it is told where its rows are listed
                continue
            return CORNERS if is_corner else SIDES
        return SIDES

    @cached_property
    def lacking(self) -> Mapping[Path, tuple[str, ...]]:
        """The columns of pictures and references that a file does not have, though another file of the split has."""
        if self.uses is None:
            return {}
        wanted = (*self.uses.pictures, *self.uses.boxes, *self.uses.classes)
        held = {path: _columns(path) for path in self.files}
        odd = {path: tuple(name for name in wanted if name not in names) for path, names in held.items() if names}
        return {path: names for path, names in odd.items() if names}

    @cached_property
    def n_rows(self) -> int:
        """Rows of all its files with a column of pictures, without those that cannot be counted."""
        return self.n_rows_with("" if self.uses is None else self.uses.picture)

    def n_rows_with(self, column: str) -> int:
        """Rows of all its files that have a column besides that of the pictures."""
        needed = {column} | (set() if self.uses is None else {self.uses.picture})
        return sum(n for path, n in self._rows_by_file.items() if not needed & set(self.lacking.get(path, ())))

    def n_rows_in(self, path: Path) -> int:
        """Rows of a file; none where they cannot be counted."""
        return self._rows_by_file[path]

    @cached_property
    def _rows_by_file(self) -> Mapping[Path, int]:
        return {path: _rows(path) for path in self.files}


def rows_of_pictures(path: Path) -> Shards | None:
    """The rows of a file that was named itself; None where it holds no pictures, or nothing tells."""
    if path.suffix.lower() not in PACKED_SUFFIXES:
        return None
    rows = Shards("", (path,))
    return rows if rows.uses is not None else None


def usual_references(rows: Shards) -> tuple[str, ...]:
    """The columns of references that are read where nobody has chosen: of each truth the first."""
    if rows.uses is None:
        return ()
    first: dict[str, str] = {}
    for name, sort in rows.uses.references.items():
        first.setdefault(sort.truth, name)
    return (*first.values(), *rows.uses.boxes[: "objects" not in first], *rows.uses.classes[:1])


def first_uses(parts: Sequence[Shards]) -> ColumnUses | None:
    """The uses of the columns of the first split that has pictures."""
    return next((part.uses for part in parts if part.uses is not None), None)


def _cell(path: Path, column: str, row: int) -> Any:
    held = read_cell(path, RowAddress(column, row))
    return parse_json(held.decode()) if isinstance(held, bytes) else None


def _columns(path: Path) -> frozenset[str]:
    try:
        return frozenset(schema_of(path).names)
    except Exception:  # noqa: BLE001  a damaged file is told where its rows are listed
        return frozenset()


def _rows(path: Path) -> int:
    try:
        return count_rows(path)
    except Exception:  # noqa: BLE001  a damaged file is told where its rows are listed
        return 0
