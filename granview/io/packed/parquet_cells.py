"""A cell of a Parquet file by its row: the column of its row group is read a few rows at a time, up to that row.

Rows are mostly asked for in order, so that the place that was reached in a column is kept, and the next row goes on
from there.
"""

import threading
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

_ROWS: Final = 4
"""So many pictures are held at once."""


def parquet_cell(path: Path, column: str, row: int) -> Any:
    """The value of a cell, as Python has it; None where it is null.

    Raises:
        IndexError: there is no such row.
        KeyError: there is no such column.
        pyarrow.ArrowException: it is damaged.
        OSError: it cannot be read, or is damaged.
    """
    status = path.stat()
    return _column(path, column, status.st_mtime_ns, status.st_size).cell(row)


@lru_cache(maxsize=8)
def _column(path: Path, column: str, _mtime_ns: int, _size: int) -> "_Column":
    return _Column(path, column)


class _Column:
    """A column of a file, and how far it was read."""

    def __init__(self, path: Path, column: str) -> None:
        import pyarrow.parquet  # type: ignore[import-untyped]

        self._file = pyarrow.parquet.ParquetFile(str(path), pre_buffer=False, buffer_size=1 << 20)
        if column not in self._file.schema_arrow.names:
            raise KeyError(column)
        self._name = column
        self._starts = [0]
        for group in range(self._file.num_row_groups):
            self._starts.append(self._starts[-1] + self._file.metadata.row_group(group).num_rows)
        self._lock = threading.Lock()
        self._group = -1
        self._first = 0
        self._held: Any = None
        self._rest: Iterator[Any] = iter(())

    def cell(self, row: int) -> Any:
        if row >= self._starts[-1]:
            raise IndexError(row)
        group = bisect_right(self._starts, row) - 1
        with self._lock:
            if group != self._group or row < self._first:
                self._restart(group)
            while self._held is None or row >= self._first + self._held.num_rows:
                self._first += 0 if self._held is None else self._held.num_rows
                self._held = self._next()
            return self._held.column(self._name)[row - self._first].as_py()

    def _restart(self, group: int) -> None:
        self._group, self._first, self._held = group, self._starts[group], None
        self._rest = iter(self._file.iter_batches(_ROWS, row_groups=[group], columns=[self._name], use_threads=False))

    def _next(self) -> Any:
        try:
            return next(self._rest)
        except StopIteration as error:
            self._group = -1
            raise OSError("a row group has fewer rows than it claims") from error
        except BaseException:
            self._group = -1
            raise
