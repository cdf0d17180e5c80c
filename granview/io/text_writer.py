"""Texts and JSON to files, whole or not at all; what is read again is what was written, lone surrogates included."""

import json
from pathlib import Path
from typing import Any

from granview.core.readable_errors import escape_surrogates
from granview.core.text import to_utf8
from granview.io.atomic_write import atomic_write


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8 without a byte order mark, with its line ends as they are.

    Raises:
        GranViewError: the file cannot be written.
    """
    with atomic_write(path) as file:
        file.write(to_utf8(text))


def write_json(path: Path, value: Any, indent: int | None = 2) -> None:
    """Write what JSON knows, readable: every character as itself, but lone surrogates as escapes, as RFC 8259 allows.

    A number that is not finite has no form in JSON: it is refused rather than written as something else.

    Args:
        path: Where to.
        value: Dicts, lists, strings, finite numbers, booleans and None.
        indent: Spaces for each level; None for one line.

    Raises:
        ValueError: a number is not finite.
        GranViewError: the file cannot be written.
    """
    data = to_json(value, indent)
    with atomic_write(path) as file:
        file.write(data + b"\n")


def to_json(value: Any, indent: int | None = None) -> bytes:
    """The bytes that ``write_json`` writes, without a line end.

    Raises:
        ValueError: a number is not finite.
    """
    return escape_surrogates(json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)).encode()
