"""Parquet and Arrow files, read by polars in a process of its own.

A damaged file can do more to polars than raise an error: a wrong length inside it ends the process. So it costs the
reader's process, and is told in words; and the window never loads polars for it.
"""

import multiprocessing
import signal
from collections.abc import Iterator, Mapping
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final

import msgspec

from granview.core.errors import InputError
from granview.core.json_reading import JsonError, parse_json
from granview.core.limits import TOO_LONG
from granview.io.child_processes import PREFIX, skip_main_module
from granview.io.datasets.parquet_process import ARROW, MAX_MEMORY_BYTES, EndOfRows, RowBatch, send_rows
from granview.io.datasets.row_items import ClassNames, DamagedRecord, FileRemark, Item, Row
from granview.io.regular_files import check_regular, refusal_of

_HINT: Final = "Copy or save it again."
_PACKED: Final = frozenset({"Image", "Audio", "Video", "Pdf"})
_END_S: Final = 2.0
_pieces = msgspec.msgpack.Decoder(RowBatch | EndOfRows)


def read_parquet(path: Path) -> Iterator[Item]:
    """The rows of a Parquet or Arrow file, numbered from 1, and the class names that Hugging Face keeps in it.

    Columns of bytes, such as pictures, are left out, and it is said.

    Raises:
        InputError: it is damaged, or no such file.
    """
    check_regular(path)
    skip_main_module()
    context = multiprocessing.get_context("spawn")
    connection, its_end = context.Pipe(duplex=False)
    process = context.Process(target=send_rows, args=(str(path), its_end), name=f"{PREFIX}parquet", daemon=True)
    process.start()
    its_end.close()
    record = 0
    try:
        while isinstance(piece := _pieces.decode(connection.recv_bytes(MAX_MEMORY_BYTES)), RowBatch):
            yield from _features(path, piece.metadata)
            for values in piece.rows:
                yield DamagedRecord(record + 1, TOO_LONG) if values is None else Row(record, record + 1, values)
                record += 1
    except EOFError as error:
        raise _damaged(path, f"its reader ended with {_ending(process)}") from error
    finally:
        connection.close()
        _end(process)
    if piece.error:
        raise refusal_of(path) or _damaged(path, piece.error)


def _damaged(path: Path, reason: str) -> InputError:
    kind = "Arrow" if path.suffix.lower() == ARROW else "Parquet"
    return InputError(f"{path.name} is no {kind} file, or damaged: {reason}.", _HINT)


def _ending(process: BaseProcess) -> str:
    process.join(_END_S)
    code = process.exitcode or 0
    name = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    limit = f"{MAX_MEMORY_BYTES / 1e9:.1f} GB"
    return f"{name}, as it does where a file needs more than {limit} of memory" if code == -signal.SIGABRT else name


def _end(process: BaseProcess) -> None:
    """It ends by itself when nobody listens; where it does not, it is ended."""
    process.join(_END_S)
    if process.is_alive():
        process.kill()
        process.join()


def _features(path: Path, metadata: Mapping[str, str]) -> Iterator[Item]:
    """The names of classes, and a word about columns of pictures and sounds."""
    try:
        features = parse_json(metadata.get("huggingface", "{}")).get("info", {}).get("features", {})
        columns = list(features.items())
    except (JsonError, AttributeError):
        return
    for column, feature in columns:
        names = _names(feature)
        if names is not None:
            yield ClassNames(column, names)
    held = [column for column, feature in columns if isinstance(feature, Mapping) and feature.get("_type") in _PACKED]
    if held:
        words = f"{path.name}: what is packed into {', '.join(held)} is no text, and is left out."
        yield FileRemark(words, "Tasks of pictures read pictures in rows.")


def _names(feature: Any) -> tuple[str, ...] | None:
    """Of a ``ClassLabel``, or a list of them."""
    if not isinstance(feature, Mapping):
        return None
    if feature.get("_type") in ("Sequence", "List"):
        return _names(feature.get("feature"))
    names = feature.get("names") if feature.get("_type") == "ClassLabel" else None
    return tuple(map(str, names)) if isinstance(names, list) else None
