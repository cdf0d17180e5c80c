"""Writing TOML: as much of it as settings need. Python's own library only reads it."""

import json
from collections.abc import Mapping
from datetime import date, datetime, time


def toml_text(values: Mapping[str, object]) -> str:
    """A document with one line per key; what ``tomllib`` reads from it equals ``values``.

    Raises:
        TypeError: a value is of a type that TOML does not have, such as None.
    """
    return "".join(f"{_string_unless_bare(key)} = {_value(value)}\n" for key, value in values.items())


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return _string(value)
        case date() | datetime() | time():
            return value.isoformat()
        case list() | tuple():
            return "[" + ", ".join(map(_value, value)) + "]"
        case Mapping():
            return "{" + ", ".join(f"{_string_unless_bare(str(k))} = {_value(v)}" for k, v in value.items()) + "}"
    raise TypeError(f"TOML has no {type(value).__name__}")


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _string_unless_bare(key: str) -> str:
    bare = key.isascii() and key.replace("_", "").replace("-", "").isalnum()
    return key if bare else _string(key)
