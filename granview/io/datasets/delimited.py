"""Comma- and tab-separated files, with quoted line ends, with a header or without."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.io.datasets.cells import Dialect, split_cells
from granview.io.datasets.dialect import has_header, sniff_dialect
from granview.io.datasets.lines import LineFile
from granview.io.datasets.rows import Damage, Item, Remark, Row

_HEAD_CHARS: Final = 1 << 16
_HEADER_ROWS: Final = 20


def read_csv(path: Path) -> Iterator[Item]:
    """The rows of a file whose delimiter is found out."""
    return _read(path, ",")


def read_tsv(path: Path) -> Iterator[Item]:
    """The rows of a file whose cells are separated by tabs, unless they clearly are not."""
    return _read(path, "\t")


def column_name(index: int) -> str:
    """What a column is called that has no name; ``index`` counts from 0."""
    return f"column {index + 1}"


def _read(path: Path, prefer: str) -> Iterator[Item]:
    lines = LineFile(path)
    yield from map(Remark, lines.notices)
    head = lines.head(_HEAD_CHARS)
    dialect = sniff_dialect(head, len(head) < _HEAD_CHARS, prefer)
    yield from _rows(path, lines, dialect)
    yield from map(Remark, lines.damage)


def _rows(path: Path, lines: LineFile, dialect: Dialect) -> Iterator[Item]:
    cells = split_cells(lines, dialect)
    first = list(islice(cells, _HEADER_ROWS))
    good = [row for _, row in first if isinstance(row, list)]
    if not good:
        raise InputError(f"{path.name} holds no rows.", "Check that it is a table of comma- or tab-separated cells.")
    names, index = [column_name(i) for i in range(max(map(len, good)))], 0
    if has_header(good):
        start = next(i for i, (_, row) in enumerate(first) if isinstance(row, list))
        names, first = [cell.strip() for cell in good[0]], first[:start] + first[start + 1 :]
    for rows in (first, cells):
        for line, row in rows:
            yield _named(index, line, row, names)
            index += 1


def _named(index: int, line: int, row: list[str] | Damage, names: list[str]) -> Item:
    if isinstance(row, Damage):
        return row
    if len(row) != len(names):
        return Damage(line, f"has {len(row)} cell{'s' * (len(row) != 1)}, not {len(names)}")
    return Row(index, line, dict(zip(names, row, strict=True)))
