"""The rows of files of pictures, listed by a process of its own without any picture being read.

One process lists all files of a split; where one of them ends it, which a damaged file may do, the next is begun with
the file behind that.
"""

import multiprocessing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import msgspec

from granview.core.limits import MAX_RECORDS
from granview.io.child_processes import PREFIX, skip_main_module
from granview.io.datasets.parquet_process import MAX_MEMORY_BYTES, EndOfRows, RowBatch
from granview.io.packed.rows_process import send_picture_rows

_END_S: Final = 2.0
_pieces = msgspec.msgpack.Decoder(RowBatch | EndOfRows)


@dataclass
class FileRows:
    """The rows of one file.

    Attributes:
        path: The file.
        rows: Of each row what is small, and of each column of pictures whether it has one; None for a row too long.
        damage: Why there are no more, where that is not the file's end; empty otherwise.
    """

    path: Path
    rows: list[dict[str, Any] | None] = field(default_factory=list)
    damage: str = ""


def list_rows(paths: Sequence[Path], pictures: Sequence[str], plain: Sequence[str]) -> Iterator[FileRows]:
    """The rows of files, one file after the other.

    Args:
        paths: Arrow and Parquet files.
        pictures: Columns of pictures.
        plain: Columns whose values are wanted.
    """
    waiting = list(paths)
    while waiting:
        for listed in _listed(tuple(waiting), pictures, plain):
            waiting.pop(0)
            yield listed


def _listed(paths: Sequence[Path], pictures: Sequence[str], plain: Sequence[str]) -> Iterator[FileRows]:
    """The files that one process gets through; the last of them may be the one that ended it."""
    skip_main_module()
    context = multiprocessing.get_context("spawn")
    connection, its_end = context.Pipe(duplex=False)
    arguments = ([str(path) for path in paths], list(pictures), list(plain), its_end)
    process = context.Process(target=send_picture_rows, args=arguments, name=f"{PREFIX}rows", daemon=True)
    process.start()
    its_end.close()
    try:
        for path in paths:
            listed = FileRows(path)
            try:
                while isinstance(piece := _pieces.decode(connection.recv_bytes(MAX_MEMORY_BYTES)), RowBatch):
                    listed.rows += piece.rows[: MAX_RECORDS - len(listed.rows)]
            except EOFError:
                listed.damage = "its reader ended in the middle of it"
                yield listed
                return
            listed.damage = piece.error
            yield listed
    finally:
        connection.close()
        process.join(_END_S)
        if process.is_alive():
            process.kill()
            process.join()
