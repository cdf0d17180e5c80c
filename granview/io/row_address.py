"""Which picture of an Arrow or Parquet file is meant, as a part of its path: ``val.arrow[column=image,row=17]``.

Each row's picture has a path of its own, as the pages of a TIFF file have (see ``page_address``): what opens files
opens the bytes of that cell, so that all that reads, shows, hashes or names a picture need not know.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

from granview.io.page_address import split_words

PACKED_SUFFIXES: Final = frozenset({".arrow", ".parquet", ".pq"})
"""How files end, in lower case, whose rows may hold pictures."""

_KEYS: Final = ("column", "row")


@dataclass(frozen=True)
class RowAddress:
    """A cell of a file of rows.

    Attributes:
        column: The column's name.
        row: The row in the file, from 0, as ``datasets`` counts.
    """

    column: str
    row: int

    def path(self, file: Path) -> Path:
        """The path of this cell's picture of a file."""
        return Path(cell_paths(file, self.column)(self.row))


def cell_paths(file: Path, column: str) -> Callable[[int], str]:
    """What names each cell of a column by its row: the paths of 100,000 pictures are asked for at once."""
    before = f"{file}[column={quote(column, safe=' ')},row="
    return lambda row: f"{before}{row}]"


def split_row(path: Path) -> tuple[Path, RowAddress | None]:
    """The file, and the cell of it that is meant; None where the path names no cell."""
    return _split(path) if path.name.endswith("]") else (path, None)


@lru_cache(maxsize=4096)
def _split(path: Path) -> tuple[Path, RowAddress | None]:
    file, words = split_words(path)
    if not words or file.suffix.lower() not in PACKED_SUFFIXES:
        return path, None
    pairs = [part.partition("=")[::2] for part in words.split(",")]
    if tuple(key for key, _ in pairs) != _KEYS or not pairs[1][1].isdecimal():
        return path, None
    return file, RowAddress(unquote(pairs[0][1]), int(pairs[1][1]))


def is_row(path: Path) -> bool:
    """Whether a path names a cell of a file of rows."""
    return split_row(path)[1] is not None
