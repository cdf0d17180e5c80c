"""What runs in the process that reads a Parquet file: polars in, messages out."""

import os
from collections.abc import Iterator, Mapping
from multiprocessing.connection import Connection
from typing import Any, Final

import msgspec

_COLLECT: Final = 20_000
_SEND: Final = 500


class Piece(msgspec.Struct, frozen=True, tag="piece"):
    """Some rows.

    Attributes:
        rows: Values by column.
        metadata: The file's own; with the first piece alone.
    """

    rows: list[dict[str, Any]]
    metadata: Mapping[str, str] = {}


class Ended(msgspec.Struct, frozen=True, tag="ended"):
    """There is no more.

    Attributes:
        error: Why, where that is not the file's end.
    """

    error: str = ""


def send_rows(path: str, connection: "Connection[bytes, bytes]") -> None:
    """Send a file's metadata, its rows, and how it ended; what Rust prints of its panics goes nowhere."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    try:
        for piece in _read(path):
            connection.send_bytes(msgspec.msgpack.encode(piece, enc_hook=str))
    except (BrokenPipeError, ConnectionResetError):
        os._exit(0)  # nobody listens any more; polars' threads need not be waited for


def _read(path: str) -> Iterator[Piece | Ended]:
    import polars
    from polars import selectors

    try:
        yield Piece([], polars.read_parquet_metadata(path))
        lazy = polars.scan_parquet(path, glob=False).select(~selectors.binary())
        total = lazy.select(polars.len()).collect().item()
        for start in range(0, total, _COLLECT):
            frame = lazy.slice(start, _COLLECT).collect()
            for rows in frame.iter_slices(_SEND):
                yield Piece(rows.to_dicts())
        yield Ended()
    except polars.exceptions.PanicException:
        yield Ended("lengths or offsets inside it are wrong")
    except (polars.exceptions.PolarsError, OSError, OverflowError) as error:
        yield Ended((str(error).splitlines() or [type(error).__name__])[0].rstrip("."))
