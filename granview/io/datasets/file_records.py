"""Rows of tables that name files, such as pictures beside phrases: each a file with its parts and its reference."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.limits import MAX_RECORD_CHARS, TOO_LONG
from granview.core.sample import Part
from granview.core.sample_kind import Kind
from granview.core.text import TextInput
from granview.io.column_roles import ColumnRoles
from granview.io.datasets.value_parsing import as_identifier, as_labels, as_text, split_labels
from granview.io.regular_files import is_regular
from granview.io.sample_kind import kind_by_suffix

_TEXT_ROLES: Final = ("phrase", "question", "text")


@dataclass(frozen=True)
class FileRecord:
    """A row, understood.

    Attributes:
        path: The file.
        kind: Its kind.
        parts: What goes with it.
        reference: The file of its ground truth, or None.
        name: Its own identifier, or None.
        labels: Its classes; None where the row says none.
        words: What is wrong with its reference, without the subject; empty where nothing is.
    """

    path: Path
    kind: Kind
    parts: tuple[Part, ...]
    reference: Path | None
    name: str | None
    labels: tuple[str, ...] | None = None
    words: str = ""


def file_record_of(values: Mapping[str, Any], roles: ColumnRoles, table: Path) -> FileRecord:
    """Understand a row.

    Args:
        values: By column.
        roles: Which column is what; ``file`` is one of them.
        table: The table; paths are relative to it.

    Raises:
        InputError: it names no file that is there and of a kind of samples; the message is a sentence without its
            subject.
    """
    path, kind = _named_file(values, roles.file, table)
    reference = _path(values, roles.reference, table)
    words = ""
    if reference is not None and not is_regular(reference):
        words = f"names the reference {reference.name}, which is not there, so it has no reference"
        reference = None
    identifier = None if roles.id is None else as_identifier(values.get(roles.id))
    labels = as_labels(values.get(roles.label_name or roles.label or ""), None)
    parts = tuple(_parts(values, roles, table))
    return FileRecord(path, kind, parts, reference, identifier, None if labels is None else split_labels(labels), words)


def _parts(values: Mapping[str, Any], roles: ColumnRoles, table: Path) -> Iterator[Part]:
    """The second file, and the texts; a role whose cell is empty is no part."""
    if _has(values, roles.second):
        second, kind = _named_file(values, roles.second, table)
        yield Part("second", kind, str(second))
    for role in _TEXT_ROLES:
        column = getattr(roles, role)
        if _has(values, column):
            text = TextInput.of(as_text(values[column], role))
            if text.exceeds(MAX_RECORD_CHARS):
                raise InputError(TOO_LONG)
            yield Part(role, "text", str(table), text)


def _has(values: Mapping[str, Any], column: str | None) -> bool:
    return column is not None and values.get(column) not in (None, "")


def _named_file(values: Mapping[str, Any], column: str | None, table: Path) -> tuple[Path, Kind]:
    path = _path(values, column, table)
    if path is None:
        raise InputError(f"has no path of a file in '{column}'")
    kind = kind_by_suffix(path)
    if kind is None:
        raise InputError(f"names {path.name}, which is of no kind that is read")
    if not is_regular(path):
        raise InputError(f"names {path.name}, which is not there")
    return path, kind.kind


def _path(values: Mapping[str, Any], column: str | None, table: Path) -> Path | None:
    value = None if column is None else values.get(column)
    return table.parent / value if isinstance(value, str) and value and "\0" not in value else None
