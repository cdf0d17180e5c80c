"""What runs in the process that reads a Parquet or an Arrow file: polars in, messages out.

A file of a kilobyte may expand to gigabytes, and what it says of its own sizes may be wrong. So rows are taken in
slices whose size follows that of the slice before, no row that is too large for a record is made Python's, and the
process may not hold more than ``MAX_MEMORY_BYTES``: where the system can see to it, it ends instead.
"""

import os
from collections.abc import Iterator, Mapping
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Final

import msgspec

from granview.core.limits import MAX_RECORD_CHARS
from granview.core.readable_errors import first_line
from granview.io.datasets.arrow_slices import arrow_metadata, arrow_slices

if TYPE_CHECKING:
    import polars

ARROW: Final = ".arrow"
"""How Arrow files end."""

MAX_MEMORY_BYTES: Final = 2 << 30
"""Memory of the process beyond what it has at the start."""

_FIRST_ROWS: Final = 64
_MOST_ROWS: Final = 20_000
_SLICE_BYTES: Final = 64 << 20
_MOST_ROW_BYTES: Final = 4 * MAX_RECORD_CHARS
"""No character takes more than four bytes."""

_SEND_ROWS: Final = 500
_SEND_BYTES: Final = 4 << 20
NO_MEMORY: Final = f"it needs more than {MAX_MEMORY_BYTES / 1e9:.1f} GB of memory to be read"
"""What is said of a file that takes too much."""

WRONG_INSIDE: Final = f"lengths or offsets inside it are wrong, or {NO_MEMORY}"
"""What is said of a file over which polars panics."""


class RowBatch(msgspec.Struct, frozen=True, tag="piece"):
    """Some rows.

    Attributes:
        rows: Values by column; None for a row that is too long to be a record.
        metadata: The file's own; with the first piece alone.
    """

    rows: list[dict[str, Any] | None]
    metadata: Mapping[str, str] = {}


class EndOfRows(msgspec.Struct, frozen=True, tag="ended"):
    """There is no more.

    Attributes:
        error: Why, where that is not the file's end.
    """

    error: str = ""


def send_rows(path: str, connection: "Connection[bytes, bytes]") -> None:
    """Send a file's metadata, its rows, and how it ended; what Rust prints of its panics goes nowhere."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    limit_memory()
    try:
        for piece in read_pieces(path):
            connection.send_bytes(msgspec.msgpack.encode(piece, enc_hook=str))
    except (BrokenPipeError, ConnectionResetError):
        os._exit(0)  # nobody listens any more; polars' threads need not be waited for


def read_pieces(path: str) -> Iterator[RowBatch | EndOfRows]:
    """A file's metadata, its rows, and how it ended, in this process."""
    import polars

    try:
        is_arrow = path.lower().endswith(ARROW)
        yield RowBatch([], arrow_metadata(path) if is_arrow else polars.read_parquet_metadata(path))
        for frame in arrow_slices(path) if is_arrow else _slices(path):
            yield from row_batches(_without_bytes(frame))
    except GeneratorExit:
        raise
    except MemoryError:
        yield EndOfRows(NO_MEMORY)
    except polars.exceptions.PanicException:
        yield EndOfRows(WRONG_INSIDE)
    except BaseException as error:  # noqa: BLE001  whatever polars raises is the file's damage
        yield EndOfRows(_in_words(error))
    else:
        yield EndOfRows()


def _in_words(error: BaseException) -> str:
    """What polars says, unless it prints its own structures."""
    line = first_line(error)
    return "a part of it is not what it should be" if "{" in line else line


def limit_memory() -> None:
    """Let memory that is asked for be refused beyond the limit; Windows has no such thing."""
    try:
        import resource
    except ImportError:
        return
    import polars  # noqa: F401  what it takes itself does not count
    import psutil

    most = int(psutil.Process().memory_info().vms) + MAX_MEMORY_BYTES
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _slices(path: str) -> "Iterator[polars.DataFrame]":
    """The rows in their order, so many at a time that they take about ``_SLICE_BYTES``."""
    import polars
    from polars import selectors

    lazy = polars.scan_parquet(path, glob=False).select(~selectors.binary())
    total = lazy.select(polars.len()).collect().item()
    start, count = 0, _FIRST_ROWS
    while start < total:
        frame = lazy.slice(start, count).collect()
        if not frame.height:
            return
        yield frame
        start += frame.height
        count = min(_rows_in(_SLICE_BYTES, frame), _MOST_ROWS)


def _without_bytes(frame: "polars.DataFrame") -> "polars.DataFrame":
    """Without columns of bytes, and of structures that hold bytes, such as pictures."""
    import polars

    def holds_bytes(kind: Any) -> bool:
        fields = getattr(kind, "fields", ())
        inner = getattr(kind, "inner", None)
        return bool(
            kind == polars.Binary
            or any(holds_bytes(field.dtype) for field in fields)
            or (inner is not None and holds_bytes(inner))
        )

    return frame.select([name for name, kind in frame.schema.items() if not holds_bytes(kind)])


def row_batches(frame: "polars.DataFrame") -> Iterator[RowBatch]:
    """A slice's rows as messages of at most about ``_SEND_BYTES``."""
    for part in frame.iter_slices(min(_rows_in(_SEND_BYTES, frame), _SEND_ROWS)):
        if part.height == 1 and part.estimated_size() > _MOST_ROW_BYTES:
            yield RowBatch([None])
            continue
        too_long = (_text_bytes(part) > _MOST_ROW_BYTES).to_list()
        if any(too_long):
            yield RowBatch([None if bad else part[row].to_dicts()[0] for row, bad in enumerate(too_long)])
        else:
            yield RowBatch([*part.to_dicts()])


def _rows_in(size_bytes: int, frame: "polars.DataFrame") -> int:
    """How many rows like those of a frame take so many bytes."""
    in_texts = int(_text_bytes(frame).sum())
    return max(size_bytes * frame.height // max(in_texts, int(frame.estimated_size()), 1), 1)


def _text_bytes(frame: "polars.DataFrame") -> "polars.Series":
    """Bytes of all texts of each row: several rows may share one text in polars, but not in Python."""
    import polars
    from polars import selectors

    lengths = polars.sum_horizontal(selectors.string().str.len_bytes().fill_null(0), polars.lit(0))
    return frame.select(lengths.alias("bytes")).to_series()
