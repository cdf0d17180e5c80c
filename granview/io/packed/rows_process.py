"""What runs in the process that lists the rows of files of pictures: what is small of each row, and no picture.

It is the one that reads Parquet and Arrow files, with the same limits (see ``datasets.parquet_process``), for many
files one after the other. In place of a picture a row says whether it has one.
"""

import os
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

import msgspec

from granview.core.readable_errors import first_line
from granview.io.datasets.parquet_process import NO_MEMORY, WRONG_INSIDE, EndOfRows, RowBatch, limit_memory, row_batches
from granview.io.packed.arrow_cells import arrow_batches, arrow_index
from granview.io.packed.open_cell import ARROW, BYTES, PATH

_ROWS: Final = 2000


def send_picture_rows(
    paths: Sequence[str], pictures: Sequence[str], plain: Sequence[str], connection: "Connection[bytes, bytes]"
) -> None:
    """Send the rows of each file, and how each ended.

    Args:
        paths: The files.
        pictures: Columns of pictures.
        plain: Columns whose values are sent as they are.
        connection: Where to.
    """
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    limit_memory()
    try:
        for path in paths:
            for piece in read_pieces(Path(path), pictures, plain):
                connection.send_bytes(msgspec.msgpack.encode(piece, enc_hook=str))
    except (BrokenPipeError, ConnectionResetError):
        os._exit(0)  # nobody listens any more


def read_pieces(path: Path, pictures: Sequence[str], plain: Sequence[str]) -> Iterator[RowBatch | EndOfRows]:
    """The rows of a file, and how it ended, in this process."""
    import polars

    is_arrow = path.suffix.lower() == ARROW
    try:
        for batch in (_arrow if is_arrow else _parquet)(path, pictures, plain):
            frame = polars.from_arrow(batch)
            if isinstance(frame, polars.DataFrame) and frame.height:
                yield from row_batches(frame)
        damage = arrow_index(path).damage if is_arrow else ""
    except GeneratorExit:
        raise
    except MemoryError:
        yield EndOfRows(NO_MEMORY)
    except polars.exceptions.PanicException:
        yield EndOfRows(WRONG_INSIDE)
    except BaseException as error:  # noqa: BLE001  whatever Arrow or polars raises is the file's damage
        yield EndOfRows(first_line(error))
    else:
        yield EndOfRows(damage)


def _arrow(path: Path, pictures: Sequence[str], plain: Sequence[str]) -> Iterator[Any]:
    """Each batch without its pictures, looked over for offsets that lead elsewhere."""
    import pyarrow  # type: ignore[import-untyped]

    for batch in arrow_batches(path):
        small = batch.select([name for name in plain if name in batch.schema.names])
        small.validate(full=True)
        held = {name: _has_picture(batch.column(name)) for name in pictures if name in batch.schema.names}
        table = pyarrow.Table.from_batches([small])
        for name, is_held in held.items():
            table = table.append_column(name, is_held)
        yield from (table.slice(start, _ROWS) for start in range(0, batch.num_rows, _ROWS))


def _parquet(path: Path, pictures: Sequence[str], plain: Sequence[str]) -> Iterator[Any]:
    """Some rows at a time; pictures are read only in groups whose statistics do not say that all are there."""
    import pyarrow
    import pyarrow.parquet  # type: ignore[import-untyped]

    with pyarrow.parquet.ParquetFile(str(path), pre_buffer=False, buffer_size=1 << 20) as file:
        names = file.schema_arrow.names
        for group in range(file.num_row_groups):
            metadata = file.metadata.row_group(group)
            looked_at = [name for name in pictures if name in names and not _are_all_there(metadata, name)]
            columns = [name for name in plain if name in names]
            rows = _ROWS if not looked_at else 8
            for batch in file.iter_batches(rows, row_groups=[group], columns=[*columns, *looked_at], use_threads=False):
                table = pyarrow.Table.from_batches([batch.select(columns)]) if columns else None
                for name in pictures:
                    if name not in names:
                        continue
                    is_held = _has_picture(batch.column(name)) if name in looked_at else _all_true(batch.num_rows)
                    table = pyarrow.table({name: is_held}) if table is None else table.append_column(name, is_held)
                yield table


def _has_picture(column: Any) -> Any:
    """Whether each row has bytes, or names a file; only what is null is looked at."""
    import pyarrow.compute  # type: ignore[import-untyped]

    fields = [pyarrow.compute.is_valid(pyarrow.compute.struct_field(column, name)) for name in (BYTES, PATH)]
    return pyarrow.compute.and_(column.is_valid(), pyarrow.compute.or_(*fields))


def _are_all_there(group: Any, column: str) -> bool:
    """Whether a row group's statistics say that each row of a column of pictures has its bytes."""
    for place in range(group.num_columns):
        chunk = group.column(place)
        if chunk.path_in_schema == f"{column}.{BYTES}":
            return bool(chunk.is_stats_set and chunk.statistics.has_null_count and chunk.statistics.null_count == 0)
    return False


def _all_true(n: int) -> Any:
    import numpy as np
    import pyarrow

    return pyarrow.array(np.ones(n, bool))
