"""JSON Lines, and JSON files that hold a list of records, columns, SQuAD's articles, or Label Studio's tasks."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.json_reading import JsonError, parse_json
from granview.core.limits import TOO_LONG
from granview.io.datasets.label_studio_rows import label_studio_rows
from granview.io.datasets.line_file import LineFile, is_too_long
from granview.io.datasets.row_items import DamagedRecord, FileRemark, Item, Row
from granview.io.datasets.squad import is_squad, squad_rows
from granview.io.label_studio import is_label_studio
from granview.io.regular_files import check_regular
from granview.io.text_reader import read_text

MAX_JSON_BYTES: Final = 100 << 20
"""JSON in memory takes about ten times its size as a file, and up to thirty times where it is all brackets."""

_LIST_KEYS: Final = ("data", "rows", "records", "examples", "items", "entries", "train", "validation", "test")
_HINT: Final = "Write a list of objects, or one object per line (JSONL)."


def read_json_lines(path: Path) -> Iterator[Item]:
    """One JSON object per line; an empty line is no record."""
    lines = LineFile(path)
    yield from map(FileRemark, lines.notices)
    index = 0
    for place, line in enumerate(lines, 1):
        if not line.strip():
            continue
        yield DamagedRecord(place, TOO_LONG) if is_too_long(line) else _record(index, place, line)
        index += 1
    yield from map(FileRemark, lines.damage)


def read_json(path: Path) -> Iterator[Item]:
    """A whole JSON file; one that holds several values is read as JSON Lines.

    Raises:
        InputError: it is not JSON, holds no records, or is too large to be read whole.
    """
    if check_regular(path).st_size > MAX_JSON_BYTES:
        raise InputError(
            f"{path.name} is larger than {MAX_JSON_BYTES >> 20} MiB, too large to be read whole.",
            "Write one object per line (JSONL), which is read piece by piece.",
        )
    decoded = read_text(path)
    try:
        value = parse_json(decoded.text)
    except JsonError as trouble:
        if trouble.extra_line > 1:
            yield from read_json_lines(path)
            return
        raise InputError(f"{path.name} {trouble}.", _HINT) from trouble
    yield from map(FileRemark, decoded.notices)
    if is_squad(value):
        yield from squad_rows(value)
    elif is_label_studio(value):
        yield from label_studio_rows(value)
    else:
        yield from _records(path, value)


def _record(index: int, place: int, line: str) -> Item:
    try:
        return _as_row(index, place, parse_json(line.rstrip("\r\n")))
    except JsonError as trouble:
        return DamagedRecord(place, str(trouble))


def _as_row(index: int, place: int, value: Any) -> Item:
    if isinstance(value, Mapping):
        return Row(index, place, _flat(value))
    if isinstance(value, str):
        return Row(index, place, {"text": value})
    return DamagedRecord(place, "holds no object with named values")


def _flat(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """With the languages of a ``translation`` as columns of their own."""
    translation = values.get("translation")
    if not isinstance(translation, Mapping):
        return values
    rest = {name: value for name, value in values.items() if name != "translation"}
    return rest | {f"translation.{language}": text for language, text in translation.items()}


def _records(path: Path, value: Any) -> Iterator[Item]:
    records = _list_in(value)
    if records is None:
        raise InputError(f"{path.name} holds no records.", _HINT)
    for index, record in enumerate(records):
        yield _as_row(index, index + 1, record)


def _list_in(value: Any) -> list[Any] | None:
    if isinstance(value, list):
        return value
    if not isinstance(value, Mapping):
        return None
    if _is_columns(value):
        return [dict(zip(value, record, strict=True)) for record in zip(*value.values(), strict=True)]
    return next((value[key] for key in _LIST_KEYS if isinstance(value.get(key), list)), None)


def _is_columns(value: Mapping[str, Any]) -> bool:
    """Whether these are columns of equal length, and not one list of records."""
    columns = list(value.values())
    if not columns or not all(isinstance(column, list) for column in columns) or len({len(c) for c in columns}) > 1:
        return False
    return len(columns) > 1 or not all(isinstance(record, Mapping) for record in columns[0])
