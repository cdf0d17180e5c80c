"""A cell of an Arrow file by its row: only the record batch that holds it is looked at, and only its bytes are copied.

``datasets`` writes streams of record batches, which have no index. Where each batch begins is found once for a file, by
the heads of its messages, and kept; a batch is then mapped into memory, not read.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

_FILE_SIGNATURE: Final = b"ARROW1"


@dataclass(frozen=True)
class ArrowIndex:
    """Where the record batches of a file are.

    Attributes:
        schema: The file's schema.
        starts: The first row of each batch.
        places: Where each batch's message begins, in bytes; of a file with an index of its own, the batch's number.
        n_rows: Rows of all of them.
        damage: What stands behind the last of them, where it is not the file's end, in Arrow's words.
    """

    schema: Any
    starts: tuple[int, ...]
    places: tuple[int, ...]
    n_rows: int
    damage: str = ""


def arrow_index(path: Path) -> ArrowIndex:
    """Where the record batches of a file are, as far as it is whole; found again when it has changed.

    Raises:
        pyarrow.ArrowException: it is no Arrow file, or its schema is damaged.
        OSError: it cannot be read.
    """
    status = path.stat()
    return _index(path, status.st_mtime_ns, status.st_size)


def arrow_batches(path: Path) -> Iterator[Any]:
    """The record batches in order, mapped, each taken from its own place."""
    index = arrow_index(path)
    with _mapped(path) as source:
        yield from (_batch(source, index, place) for place in index.places)


def arrow_cell(path: Path, column: str, row: int) -> Any:
    """The value of a cell, as Python has it; None where it is null.

    Raises:
        IndexError: there is no such row.
        KeyError: there is no such column.
        pyarrow.ArrowException: its batch is damaged.
        OSError: it cannot be read.
    """
    index = arrow_index(path)
    if row >= index.n_rows:
        raise IndexError(row)
    number = bisect_right(index.starts, row) - 1
    with _mapped(path) as source:
        values = _batch(source, index, index.places[number]).column(column)
        values.validate(full=True)
        return values[row - index.starts[number]].as_py()


@lru_cache(maxsize=64)
def _index(path: Path, _mtime_ns: int, _size: int) -> ArrowIndex:
    import pyarrow  # type: ignore[import-untyped]
    import pyarrow.ipc  # type: ignore[import-untyped]

    with _mapped(path) as source:
        starts, places, n_rows, damage = list[int](), list[int](), 0, ""
        is_file = _is_file(source)
        schema = pyarrow.ipc.open_file(source).schema if is_file else pyarrow.ipc.read_schema(source)
        found = range(pyarrow.ipc.open_file(source).num_record_batches) if is_file else _messages(source)
        try:
            for place in found:
                batch = _batch(source, ArrowIndex(schema, (), (), 0), place)
                starts.append(n_rows)
                places.append(place)
                n_rows += batch.num_rows
        except (pyarrow.ArrowException, OSError, ValueError, KeyError) as error:
            damage = str(error).partition("\n")[0]
    return ArrowIndex(schema, tuple(starts), tuple(places), n_rows, damage)


def _messages(source: Any) -> Iterator[int]:
    """Where each message of a record batch begins, from where the source stands."""
    import pyarrow.ipc

    place = source.tell()
    while True:
        source.seek(place)
        try:
            message = pyarrow.ipc.read_message(source)
        except EOFError:
            return
        here, place = place, source.tell()
        if message.type == "record batch":
            yield here


def _batch(source: Any, index: ArrowIndex, place: int) -> Any:
    import pyarrow.ipc

    if _is_file(source):
        return pyarrow.ipc.open_file(source).get_batch(place)
    source.seek(place)
    return pyarrow.ipc.read_record_batch(pyarrow.ipc.read_message(source), index.schema)


def _is_file(source: Any) -> bool:
    """Whether it is of Arrow's own format of files; the source stands at its beginning then."""
    source.seek(0)
    is_file = source.read(len(_FILE_SIGNATURE)) == _FILE_SIGNATURE
    source.seek(0)
    return bool(is_file)


def _mapped(path: Path) -> Any:
    import pyarrow

    return pyarrow.memory_map(str(path))
