"""Comma- and tab-separated files, with quoted line ends, with a header or without."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.io.column_roles import refuse_wide
from granview.io.datasets.cell_splitting import Dialect, split_cells
from granview.io.datasets.dialect import ONE_COLUMN, has_header, one_column_objection, sniff_dialect
from granview.io.datasets.line_file import LineFile
from granview.io.datasets.row_items import DamagedRecord, FileRemark, Item, NoHeader, Row

_HEAD_CHARS: Final = 1 << 16
_HEADER_ROWS: Final = 20
_HEADER_HINT: Final = "If it holds the names, say so: --header yes, or where its columns are chosen in the window."


def read_csv(path: Path, header: bool | None = None) -> Iterator[Item]:
    """The rows of a file whose delimiter is found out.

    Args:
        path: The file.
        header: Whether the first row names the columns; None to find out, which is said where it does not.
    """
    return _read(path, ",", header)


def read_tsv(path: Path, header: bool | None = None) -> Iterator[Item]:
    """The rows of a file whose cells are separated by tabs, unless they clearly are not; see ``read_csv``."""
    return _read(path, "\t", header)


def column_name(index: int) -> str:
    """What a column is called that has no name; ``index`` counts from 0."""
    return f"column {index + 1}"


def _read(path: Path, prefer: str, header: bool | None) -> Iterator[Item]:
    lines = LineFile(path)
    yield from map(FileRemark, lines.notices)
    head = lines.head(_HEAD_CHARS)
    dialect = sniff_dialect(head, len(head) < _HEAD_CHARS, prefer)
    if dialect == ONE_COLUMN and (words := one_column_objection(head)):
        yield FileRemark(f"{path.name} is read as one column of lines: {words}.")
    yield from _rows(path, lines, dialect, header)
    yield from map(FileRemark, lines.damage)


def _rows(path: Path, lines: LineFile, dialect: Dialect, header: bool | None) -> Iterator[Item]:
    cells = split_cells(lines, dialect)
    first = list(islice(cells, _HEADER_ROWS))
    good = [row for _, row in first if isinstance(row, list)]
    if not good:
        raise InputError(f"{path.name} holds no rows.", "Check that it is a table of comma- or tab-separated cells.")
    refuse_wide(path, max(map(len, good)))
    names, index = [column_name(i) for i in range(max(map(len, good)))], 0
    if has_header(good) if header is None else header:
        start = next(i for i, (_, row) in enumerate(first) if isinstance(row, list))
        names, first = _distinct([cell.strip() for cell in good[0]]), first[:start] + first[start + 1 :]
    elif header is None:
        words = f"{path.name}: no row of names was found, so its first row is taken as content like the others."
        yield NoHeader(words, _HEADER_HINT)
    for rows in (first, cells):
        for line, row in rows:
            yield _named(index, line, row, names)
            index += 1


def _distinct(cells: list[str]) -> list[str]:
    """Names of columns: an empty one is called by its place, and so is one that comes a second time."""
    names: list[str] = []
    for i, cell in enumerate(cells):
        names.append(cell if cell not in names and (cell or i == 0) else column_name(i))
    return names


def _named(index: int, line: int, row: list[str] | DamagedRecord, names: list[str]) -> Item:
    if isinstance(row, DamagedRecord):
        return row
    if len(row) != len(names):
        return DamagedRecord(line, f"has {len(row)} cell{'s' * (len(row) != 1)}, not {len(names)}")
    return Row(index, line, dict(zip(names, row, strict=True)))
