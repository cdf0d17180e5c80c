"""Names of classes that a data set numbers: from the file itself, or from a list of names beside it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.json_reading import decode_json
from granview.core.limits import MAX_RECORD_CHARS
from granview.io.datasets.value_parsing import is_class_index
from granview.io.regular_files import is_regular
from granview.io.search_events import Notice, Problem
from granview.io.text_reader import read_text

FILE_NAMES: Final = ("classes.json", "labels.json", "classes.txt", "labels.txt", "label_names.txt")
_HINT: Final = "Write a list of names in index order."


def names_beside(path: Path, column: str, values: Iterable[Any]) -> tuple[tuple[str, ...] | None, list[Problem]]:
    """The names that belong to a column of numbers, from the first of ``FILE_NAMES`` beside a data set.

    Args:
        path: The data set.
        column: The column, for the words.
        values: Some of its values. Where they begin at 1, so do the names.

    Returns:
        The names by number, or None where there are none or the column holds no numbers; and what must be said of it.
    """
    numbers = _numbers(values)
    file = next((path.with_name(name) for name in FILE_NAMES if is_regular(path.with_name(name))), None)
    if not numbers or file is None:
        return None, []
    try:
        names = _read(file)
    except InputError as error:
        return None, [Problem(file, error.message, error.hint)]
    if max(numbers) == len(names) and min(numbers) > 0:
        return ("", *names), [Notice(path, f"'{column}' counts classes from 1; their names are from {file.name}.")]
    return names, []


def _numbers(values: Iterable[Any]) -> list[int]:
    """The values as numbers; none where one of them is no class index."""
    numbers = []
    for value in values:
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, bool) or not is_class_index(str(each).lstrip("-")):
                return []
            numbers.append(int(each))
    return numbers


def _read(file: Path) -> tuple[str, ...]:
    text = read_text(file, MAX_RECORD_CHARS).text
    if file.suffix == ".txt":
        lines = (line.strip() for line in text.splitlines())
        return tuple(line for line in lines if line and not line.startswith("#"))
    try:
        return _names_in(decode_json(text, file.name, _HINT))
    except (ValueError, TypeError, KeyError) as error:
        raise InputError(f"{file.name} is not understood: {error}.", _HINT) from error


def _names_in(value: Any) -> tuple[str, ...]:
    """Names from a list of them or of objects with ``name``, or from an object that maps numbers to names."""
    if isinstance(value, Mapping):
        inner = value.get("classes") or value.get("labels") or value.get("id2label")
        if inner is None:
            return tuple(str(value[key]) for key in sorted(value, key=int))
        return _names_in(inner)
    return tuple(str(each["name"]) if isinstance(each, Mapping) else str(each) for each in _list(value))


def _list(value: Any) -> Sequence[Any]:
    if not isinstance(value, list):
        raise TypeError("it holds no list")
    return value
