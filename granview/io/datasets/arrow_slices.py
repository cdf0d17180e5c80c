"""Rows of an Arrow file, mapped into memory and taken batch by batch, as Hugging Face's ``datasets`` saves them.

Such a file is a stream of record batches; Arrow's own files, which have an index at their end, are read too. It runs in
the process that reads Parquet files, since a damaged file can do more than raise an error.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import polars

_FILE_SIGNATURE: Final = b"ARROW1"
_ROWS: Final = 2000


def arrow_metadata(path: str) -> Mapping[str, str]:
    """What is said of a file as a whole, by name."""
    schema = _opened(path).schema
    return {_text(key): _text(value) for key, value in (schema.metadata or {}).items()}


def arrow_slices(path: str) -> "Iterator[polars.DataFrame]":
    """The rows in their order, some at a time, each batch looked over for offsets that lead elsewhere.

    Raises:
        pyarrow.ArrowInvalid: a batch is damaged.
    """
    import polars

    for batch in _batches(path):
        batch.validate(full=True)
        for start in range(0, batch.num_rows, _ROWS):
            part = polars.from_arrow(batch.slice(start, _ROWS))
            if isinstance(part, polars.DataFrame):
                yield part


def count_rows(path: Path) -> int:
    """How many rows a file has, by the heads of its batches.

    Raises:
        pyarrow.ArrowException: it is no Arrow file, or damaged.
        OSError: it cannot be read.
    """
    return sum(batch.num_rows for batch in _batches(str(path)))


def _batches(path: str) -> Iterator[Any]:
    reader = _opened(path)
    if hasattr(reader, "num_record_batches"):
        yield from (reader.get_batch(place) for place in range(reader.num_record_batches))
    else:
        yield from reader


def _opened(path: str) -> Any:
    import pyarrow  # type: ignore[import-untyped]
    import pyarrow.ipc  # type: ignore[import-untyped]

    source = pyarrow.memory_map(path)
    is_file = source.read(len(_FILE_SIGNATURE)) == _FILE_SIGNATURE
    source.seek(0)
    return pyarrow.ipc.open_file(source) if is_file else pyarrow.ipc.open_stream(source)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
