"""The one reader of JSON: bytes to a typed value, or a sentence that names what was read, the place and the trouble.

UTF-8, UTF-16 and UTF-32 are told by their byte order mark or, without one, by where the zeros of the first characters
stand (RFC 4627, section 3). ``NaN``, ``Infinity`` and ``-Infinity`` are read as Python writes them; the type decides
whether they may stand there.
"""

import codecs
import itertools
import json
import re
from typing import Any, Final, TypeVar, cast, overload

import msgspec

from granview.core.errors import InputError
from granview.core.readable_errors import escape_surrogates

MAX_DEPTH: Final = 100
"""Lists and objects nested deeper than this are refused: what works on them may itself be recursive."""

T = TypeVar("T")

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_ZEROS: Final[dict[tuple[bool, ...], str]] = {
    (True, True, True, False): "utf-32-be",
    (False, True, True, True): "utf-32-le",
    (True, False, True, False): "utf-16-be",
    (False, True, False, True): "utf-16-le",
}
_LARGEST: Final = 1 << 64
_HINT: Final = "Correct it, or save it again."
_BYTE: Final = re.compile(r"\(byte (\d+)\)")
_TYPE: Final = re.compile("`([a-z |]+)`")
_TYPES: Final = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "null",
    "array": "a list",
    "object": "an object",
}


@overload
def decode_json(data: bytes | str, what: object, hint: str = ...) -> Any: ...
@overload
def decode_json(data: bytes | str, what: object, hint: str = ..., *, kind: type[T], last_wins: bool = ...) -> T: ...
def decode_json(
    data: bytes | str,
    what: object,
    hint: str = "Correct it, or save it again.",
    *,
    kind: Any = Any,
    last_wins: bool = False,
) -> Any:
    """The value of a JSON text.

    Args:
        data: The text, or its bytes.
        what: What to call it in an error, such as its path.
        hint: What to do about an error.
        kind: The type that it must have, as msgspec understands types.
        last_wins: Whether the last of two equal keys counts, as for libraries whose files these are; else the text is
            refused, since nobody knows which one is meant.

    Raises:
        InputError: it is no JSON in UTF-8, UTF-16 or UTF-32, nests too deep, or is not of that type.
    """
    try:
        return _typed(_parsed(data if isinstance(data, str) else _decoded(data), last_wins), kind)
    except JsonError as trouble:
        raise InputError(f"{what} {trouble}.", hint) from trouble.__cause__


def decode_large_json(data: bytes | msgspec.Raw, what: object, hint: str, kind: type[T]) -> T:
    """The value of a JSON text that may be hundreds of MB, in UTF-8: ten times as fast, in a tenth of the memory.

    Other than ``decode_json`` it takes the last of two equal keys and no ``NaN``. Where ``kind`` has ``msgspec.Raw``,
    that part stays as it is written, until somebody decodes it.

    Args:
        data: The text's bytes, or a part that was left as it is written.
        what: What to call it in an error, such as its path.
        hint: What to do about an error.
        kind: The type that it must have, as msgspec understands types.

    Raises:
        InputError: it is no JSON in UTF-8, nests too deep, or is not of that type.
    """
    try:
        return msgspec.json.decode(data.removeprefix(codecs.BOM_UTF8) if isinstance(data, bytes) else data, type=kind)
    except msgspec.ValidationError as error:
        raise InputError(f"{what} is not understood: {_in_words(str(error))}.", hint) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{what} {_damage(str(error), bytes(data))}.", hint) from error
    except RecursionError as error:
        raise InputError(f"{what} nests lists and objects too deep.", hint) from error


def parse_json(text: str) -> Any:
    """The value of a JSON text that is one of many, such as a line or a cell.

    Raises:
        JsonError: it is none, nests too deep, or has a key twice; its words follow the name of the thing.
    """
    return _parsed(text, last_wins=False)


def check_type(value: Any, kind: type[T], what: object, hint: str) -> T:
    """A value that was read, as the type that it must have.

    Raises:
        InputError: it has another one.
    """
    try:
        return cast("T", _typed(value, kind))
    except JsonError as trouble:
        raise InputError(f"{what} {trouble}.", hint) from trouble.__cause__


class JsonError(ValueError):
    """What is wrong, in words that follow the name of the thing.

    Attributes:
        extra_line: The line at which a second value begins, where that is what is wrong; else 0.
    """

    extra_line = 0


def _decoded(data: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _by_zeros(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        name = encoding.upper().removesuffix("-SIG")
        raise JsonError(f"is not {name} text: see byte {error.start + 1}, in line {line}") from error


def _by_zeros(data: bytes) -> str:
    return _ZEROS.get(tuple(byte == 0 for byte in data[:4]), "utf-8")


def _parsed(text: str, last_wins: bool) -> Any:
    try:
        value = json.loads(text, object_pairs_hook=None if last_wins else _object)
    except json.JSONDecodeError as error:
        raise _NotJson(error) from error
    except RecursionError as error:
        raise JsonError(f"nests lists and objects more than {MAX_DEPTH} deep") from error
    except JsonError:
        raise
    except ValueError as error:
        raise JsonError("holds a number that is too long") from error
    if text.count("[") + text.count("{") > MAX_DEPTH:
        _check_depth(value)
    return value


class _NotJson(JsonError):
    """Not JSON at all."""

    def __init__(self, error: json.JSONDecodeError) -> None:
        message = f"{error.msg[:1].lower()}{error.msg[1:]}"
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        super().__init__(f"is not JSON: {message} at {line}character {error.colno}")
        self.extra_line = error.lineno if error.msg == "Extra data" else 0


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise JsonError(f"has '{escape_surrogates(twice[:40])}' twice in one object")
    return found


def _containers(nodes: list[Any]) -> list[Any]:
    """The lists and objects directly inside some."""
    inside = (each for node in nodes for each in (node.values() if isinstance(node, dict) else node))
    return [each for each in inside if isinstance(each, dict | list)]


def _check_depth(value: Any) -> None:
    """Level by level, since what is too deep must not be walked by recursion."""
    level = _containers([[value]])
    for _ in range(MAX_DEPTH):
        level = _containers(level)
    if level:
        raise JsonError(f"nests lists and objects more than {MAX_DEPTH} deep")


def _typed(value: Any, kind: Any) -> Any:
    if kind is Any:
        return value
    _check_leaves(value)
    try:
        return msgspec.convert(value, kind, str_keys=True)
    except msgspec.ValidationError as error:
        raise JsonError(f"is not understood: {_in_words(str(error))}") from error


def _check_leaves(value: Any) -> None:
    """Refuse what means nothing in any file of ours, and can be neither shown nor stored nor sent.

    That is whole numbers beyond 64 bits, which fit into no array and no float, and lone surrogates.
    """
    level: list[Any] = [[value]]
    while level:
        for node in level:
            for leaf in itertools.chain(node, node.values() if isinstance(node, dict) else ()):
                _check_leaf(leaf)
        level = _containers(level)


def _check_leaf(leaf: Any) -> None:
    if isinstance(leaf, int) and abs(leaf) >= _LARGEST:
        raise JsonError("holds a whole number of more than 64 bits")
    if isinstance(leaf, str) and escape_surrogates(leaf) != leaf:
        raise JsonError(f"holds half a character, a lone surrogate: {escape_surrogates(leaf)[:40]}")


def _damage(message: str, data: bytes) -> str:
    """What msgspec says of a text that is no JSON, and where it is damaged: ``is not JSON: … at byte 5, in line 2``."""
    reason = message.removeprefix("JSON is malformed: ")
    if "truncated" in reason:
        return f"is not JSON: it is damaged, cut off after byte {len(data):,}, in line {_line(data, len(data)):,}"
    place = _BYTE.search(reason)
    words = f"is not JSON: {reason[:1].lower()}{reason[1 : place.start() if place else None]}".strip()
    return f"{words}, damaged at byte {int(place[1]):,}, in line {_line(data, int(place[1])):,}" if place else words


def _line(data: bytes, end: int) -> int:
    return data.count(b"\n", 0, end) + 1


def _in_words(message: str) -> str:
    """What msgspec says, with its types in words and the place as ``classes[0].name``."""
    text, _, place = message.partition(" - at ")
    text = _TYPE.sub(lambda match: " or ".join(_TYPES.get(name, name) for name in match[1].split(" | ")), text)
    place = place.strip("`").removeprefix("$").removeprefix(".")
    return f"{text[:1].lower()}{text[1:]}{f' at {place}' if place else ''}"
