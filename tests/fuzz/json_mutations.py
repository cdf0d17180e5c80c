"""Damage to JSON that is still JSON, or nearly: other values, lost and doubled keys, depth, encodings."""

import copy
import json
import re
from random import Random
from typing import Any

from tests.fuzz.bytes_mutations import Mutation

_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2, 2**31, 2**63, 2**64, -(2**70), 10**400, 0.5, -1e308, float("nan"), float("inf"),
    "", "a", "\0", "\ud800", "é" * 300, "../../x", [], {}, [[]], [None], {"": {}}, [1] * 300, {"a": {"b": {"c": []}}},
    ["a", "a"], [["a"]], [{"name": 5}], {"1": 2}, "9" * 400, "1e5", "NaN", "[1, 2]", "{}",
)  # fmt: skip
_ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "latin-1", "cp1252", "utf-7")


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) of a value; none of one that is no container."""
    found, open_ = [], [value] if isinstance(value, dict | list) else []
    while open_:
        node = open_.pop()
        inside = list(node.items()) if isinstance(node, dict) else list(enumerate(node))
        found += [(node, key) for key, _ in inside]
        open_ += [each for _, each in inside if isinstance(each, dict | list)]
    return found


def change_value(rng: Random, value: Any) -> Any:
    places = _places(value)
    if not places or rng.random() < 0.05:
        return copy.deepcopy(rng.choice(_VALUES))
    node, key = rng.choice(places)
    node[key] = copy.deepcopy(rng.choice(_VALUES))
    return value


def lose_key(rng: Random, value: Any) -> Any:
    places = _places(value)
    if places:
        node, key = rng.choice(places)
        del node[key]
    return value


def move_value(rng: Random, value: Any) -> Any:
    places = _places(value)
    if places:
        (node, key), (other, place) = rng.choice(places), rng.choice(places)
        node[key] = copy.deepcopy(other[place])
    return value


def rename_key(rng: Random, value: Any) -> Any:
    named = [(node, key) for node, key in _places(value) if isinstance(node, dict)]
    if named:
        node, key = rng.choice(named)
        node[rng.choice(("", "\0", "name", "classes", "type", str(key).upper(), "x" * 500))] = node.pop(key)
    return value


_TREES = (change_value, change_value, change_value, lose_key, move_value, rename_key)


def written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def change_tree(rng: Random, data: bytes) -> bytes:
    """The text with its tree changed; as it is where it is no JSON any more."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return data
    for _ in range(rng.choice((1, 1, 2, 5))):
        value = rng.choice(_TREES)(rng, value)
    return written(value).encode("utf-8", "surrogatepass")


def nest(rng: Random, data: bytes) -> bytes:
    depth = rng.choice((50, 99, 101, 500, 990, 5_000, 200_000))
    head, tail = rng.choice(((b"[", b"]"), (b'{"a":', b"}"), (b'[{"text":', b"}]")))
    start = data.find(b":", rng.randrange(len(data) + 1)) + 1
    return data[:start] + head * depth + b"1" + (tail * depth if rng.random() < 0.7 else b"") + b"," + data[start:]


def encode_otherwise(rng: Random, data: bytes) -> bytes:
    return data.decode("utf-8", "replace").encode(rng.choice(_ENCODINGS), "replace")


def double_key(rng: Random, data: bytes) -> bytes:
    start = data.find(b"{", rng.randrange(len(data) + 1)) + 1
    return data[:start] + b'"name": 1, "name": 2,' + data[start:] if start else data


def long_number(rng: Random, data: bytes) -> bytes:
    start = data.find(b":", rng.randrange(len(data) + 1)) + 1
    return data[:start] + b"9" * rng.choice((30, 400, 5_000)) + b"," + data[start:]


def grow(rng: Random, data: bytes) -> bytes:
    """A whole number made far larger, or none: sizes, counts and indices."""
    numbers = list(re.finditer(rb"(?<![\w.\"-])\d+(?![\w.\"])", data))
    if not numbers:
        return data
    one = rng.choice(numbers)
    larger = rng.choice((b"0", b"-1", b"1000", b"100000", b"10000000", b"1000000000", b"9000000000000000000"))
    return data[: one.start()] + larger + data[one.end() :]


JSON: tuple[Mutation, ...] = (change_tree,) * 6 + (nest, encode_otherwise, double_key, long_number)


def of_lines(rng: Random, data: bytes) -> bytes:
    """One of the lines damaged as JSON."""
    lines = data.split(b"\n")
    place = rng.randrange(len(lines))
    lines[place] = rng.choice(JSON)(rng, lines[place]).replace(b"\n", b" ")
    return b"\n".join(lines)
