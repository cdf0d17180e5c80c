"""How a delimited file is written: its delimiter, whether it quotes, and whether its first row names the columns."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from granview.io.datasets.cell_splitting import Dialect, split_cells
from granview.io.usual_column_names import is_number, is_usual_column_name, language_of

_DELIMITERS: Final = {",": "commas", "\t": "tabs", ";": "semicolons", "|": "vertical bars"}

_LEAST: Final = 0.5
_ODD_FIRST: Final = 0.6
_NAME_WORDS: Final = 3
_TEXT_WORDS: Final = 3
_NAME: Final = re.compile(r"[^!?…]{0,29}[^.!?…]")

ONE_COLUMN: Final = Dialect("\x1f")
"""Every line is one cell; the delimiter is ASCII's unit separator, which texts do not hold."""


def sniff_dialect(head: str, is_whole: bool, prefer: str = ",") -> Dialect:
    """The dialect under which the beginning of a file falls into rows of most equal length.

    One under which the first row is names of columns that are known comes before all others, however ragged the rows
    below it are.

    Args:
        head: The beginning of the file.
        is_whole: Whether this is all of it; otherwise the last row, which may be cut, does not count.
        prefer: The delimiter that wins between equals: a tab for ``.tsv``. Between tabs, quotes are content unless
            they must be more: few programs that write tabs quote.
    """
    order = sorted(_DELIMITERS, key=lambda delimiter: delimiter != prefer)
    candidates = [Dialect(d, quotes) for d in order for quotes in ((False, True) if d == "\t" else (True, False))]
    merits = {dialect: _merit(head, is_whole, dialect) for dialect in candidates}
    if named := [dialect for dialect in candidates if _begins_with_names(head, dialect)]:
        return max(named, key=merits.__getitem__)
    best = max(candidates, key=merits.__getitem__)
    return best if merits[best] >= _LEAST else ONE_COLUMN


def one_column_objection(head: str) -> str:
    """What speaks against reading a file as one column of lines, in words; empty where nothing does.

    Nothing does where the first line is the usual name of a column: then the delimiters below it are content.
    """
    lines = [line for line in head.split("\n") if line.strip()]
    if not lines or is_usual_column_name(lines[0]):
        return ""
    counts = {delimiter: sum(delimiter in line for line in lines) for delimiter in _DELIMITERS}
    delimiter = max(counts, key=counts.__getitem__)
    if not counts[delimiter]:
        return ""
    hold = "holds" if counts[delimiter] == 1 else "hold"
    shares = f"{counts[delimiter]:,} of its first {len(lines):,} lines {hold} {_DELIMITERS[delimiter]}"
    return f"{shares}, but they do not part the lines into equal numbers of cells"


def _begins_with_names(head: str, dialect: Dialect) -> bool:
    """Whether the first row is two cells or more that may be names, and at least half of them usual ones."""
    _, row = next(split_cells([head.lstrip("\n").partition("\n")[0]], dialect), (0, []))
    if not isinstance(row, list) or len(row) < 2:
        return False
    cells = [cell.strip() for cell in row]
    return _may_be_names(cells) and 2 * sum(map(_is_usual, cells)) >= len(cells)


def _is_usual(cell: str) -> bool:
    """Whether a cell is the usual name of a column, and not one that is a word besides: "no" and "it" are languages."""
    return is_usual_column_name(cell) and language_of(cell) != cell.lower()


def _may_be_names(cells: Sequence[str]) -> bool:
    """Whether cells are distinct, short, no numbers and no sentences; the first, an index, may be empty."""
    named = cells if cells[0] else cells[1:]
    short = all(_NAME.fullmatch(cell) and len(cell.split()) <= _NAME_WORDS for cell in named)
    return bool(named) and short and len(set(cells)) == len(cells) and not any(map(is_number, named))


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

    It does when its cells are short, distinct and no numbers, and one of them is a usual name; or when none comes again
    below, and a column holds numbers below it, or cells that are several times longer, or, where all its cells are a
    few words and no sentences, clearly longer texts.
    """
    if not rows:
        return False
    cells = [cell.strip() for cell in rows[0]]
    if not all(cells[1:]) or any(len(cell) > 60 or is_number(cell) for cell in cells) or len(set(cells)) < len(cells):
        return False
    if any(map(_is_usual, cells)) or sum(map(is_usual_column_name, cells)) > 1:
        return True
    columns = [[row[i].strip() for row in rows[1:] if i < len(row)] for i in range(len(cells))]
    below = list(zip(cells, columns, strict=True))
    if any(cell in column for cell, column in below):
        return False
    if any(_is_other_kind(cell, column) for cell, column in below):
        return True
    return all(cells) and _may_be_names(cells) and any(_are_texts(*each) for each in below)


def _is_other_kind(cell: str, column: Sequence[str]) -> bool:
    """Whether what stands below a cell is numbers, or several times longer."""
    return bool(column) and (all(map(is_number, column)) or sum(map(len, column)) > 4 * len(column) * len(cell))


def _are_texts(cell: str, column: Sequence[str]) -> bool:
    """Whether what stands below a cell is texts of several words, clearly longer than it."""
    filled = [each for each in column if each]
    if not filled:
        return False
    words, chars = (sum(map(count, filled)) / len(filled) for count in (_n_words, len))
    return words >= max(_TEXT_WORDS, 2 * _n_words(cell)) and chars > 1.5 * len(cell)


def _n_words(cell: str) -> int:
    return len(cell.split())
