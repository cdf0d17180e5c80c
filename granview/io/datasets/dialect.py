"""How a delimited file is written: its delimiter, whether it quotes, and whether its first row names the columns."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from granview.io.column_names import is_number, names_a_column
from granview.io.datasets.cells import Dialect, split_cells

_DELIMITERS: Final = (",", "\t", ";", "|")

_LEAST: Final = 0.5
_ODD_FIRST: Final = 0.6

ONE_COLUMN: Final = Dialect("\x1f")
"""Every line is one cell; the delimiter is ASCII's unit separator, which texts do not hold."""


def sniff_dialect(head: str, is_whole: bool, prefer: str = ",") -> Dialect:
    """The dialect under which the beginning of a file falls into rows of most equal length.

    Args:
        head: The beginning of the file.
        is_whole: Whether this is all of it; otherwise the last row, which may be cut, does not count.
        prefer: The delimiter that wins between equals: a tab for ``.tsv``. Between tabs, quotes are content unless
            they must be more: few programs that write tabs quote.
    """
    order = sorted(_DELIMITERS, key=lambda delimiter: delimiter != prefer)
    candidates = [Dialect(d, quotes) for d in order for quotes in ((False, True) if d == "\t" else (True, False))]
    merits = [_merit(head, is_whole, dialect) for dialect in candidates]
    best = max(merits)
    return candidates[merits.index(best)] if best >= _LEAST else ONE_COLUMN


def _merit(head: str, is_whole: bool, dialect: Dialect) -> float:
    """Share of the rows that have as many cells as most; 0 where that is one cell.

    It costs when the first row, which often names the columns, has another number, and when quotes are left over.
    """
    lines = [line + "\n" for line in head.split("\n")]
    read = [row for _, row in split_cells(lines, dialect)]
    if not is_whole and len(read) > 1:
        read.pop()
    rows = [row for row in read if isinstance(row, list)]
    if not rows:
        return 0.0
    width, count = Counter(map(len, rows)).most_common(1)[0]
    if width < 2:
        return 0.0
    share = count / len(read) * (1.0 if len(rows[0]) == width else _ODD_FIRST)
    return share - (0.0 if dialect.quotes else _quotes_left(rows, dialect.delimiter))


def _quotes_left(rows: Sequence[Sequence[str]], delimiter: str) -> float:
    """What quotes that were taken for content cost: much, but little with tabs, where they often are content."""
    if delimiter == "\t":
        return 0.2 * any(len(cell) > 1 and cell[0] == cell[-1] == '"' for row in rows for cell in row)
    return 0.5 * any(cell.startswith('"') for row in rows for cell in row)


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first of some rows names the columns.

    It does when its cells are short, distinct and no numbers, and one of them is a usual name, or a column holds
    numbers below it, or cells that are several times longer.
    """
    if not rows:
        return False
    first, rest = rows[0], rows[1:]
    cells = [cell.strip() for cell in first]
    if not all(cells[1:]) or any(len(cell) > 60 or is_number(cell) for cell in cells) or len(set(cells)) < len(cells):
        return False
    if any(map(names_a_column, cells)):
        return True
    columns = [[row[i] for row in rest if i < len(row)] for i in range(len(cells))]
    return any(
        column and (all(map(is_number, column)) or sum(map(len, column)) > 4 * len(column) * len(cell))
        for cell, column in zip(cells, columns, strict=True)
    )
