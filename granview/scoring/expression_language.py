"""The expression language of the zoo's code models: what may stand in an expression, and how each thing is computed.

Everything that is not in these tables is refused. All results are bounded, so that no expression can use up time or
memory: integers to `MAX_BITS` bits, strings and lists to `MAX_LENGTH` items.
"""

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

Value: TypeAlias = int | str | list[int] | list[str]
"""An integer or a truth value, a string, or a list of integers or of strings."""

MAX_CODE_CHARS: Final = 2000
MAX_NAME_CHARS: Final = 40
MAX_DEPTH: Final = 40
MAX_STEPS: Final = 100_000
MAX_BITS: Final = 512
MAX_LENGTH: Final = 10_000
MAX_EXPONENT: Final = 16


class Refused(Exception):
    """Why an expression is not in the language or cannot be computed, in words."""


def bounded(value: Value) -> Value:
    """The value, where it is of the language's types and within its bounds.

    Raises:
        Refused: it is of another type, or too large.
    """
    if isinstance(value, int):
        if value.bit_length() > MAX_BITS:
            raise Refused(f"a number has more than {MAX_BITS} bits")
        return value
    if not isinstance(value, str | list):
        raise Refused(f"a value is of type {type(value).__name__}")
    if len(value) > MAX_LENGTH:
        raise Refused(f"a value has more than {MAX_LENGTH} items")
    if isinstance(value, list):
        _check_items(value)
    return value


def _check_items(items: list[int] | list[str]) -> None:
    """Lists are flat."""
    for item in items:
        if not isinstance(item, int | str):
            raise Refused(f"a list holds a value of type {type(item).__name__}")
        bounded(item)


def power(base: Value, exponent: Value) -> Value:
    """A power with a small exponent that is not negative."""
    if not isinstance(base, int) or not isinstance(exponent, int):
        raise Refused("only integers have powers")
    if not 0 <= exponent <= MAX_EXPONENT:
        raise Refused(f"the exponent {exponent} is not between 0 and {MAX_EXPONENT}")
    return int(base**exponent)


def times(left: Value, right: Value) -> Value:
    """A product, or a repetition whose length is known to be bounded."""
    if isinstance(left, int) and isinstance(right, int):
        return left * right
    sequence, count = (right, left) if isinstance(left, int) else (left, right)
    if isinstance(sequence, int) or not isinstance(count, int):
        raise Refused("a sequence is repeated by an integer")
    if len(sequence) * count > MAX_LENGTH:
        raise Refused(f"a repetition has more than {MAX_LENGTH} items")
    return sequence * count


def remainder(left: Value, right: Value) -> Value:
    """The remainder of two integers; strings are not formatted."""
    if not isinstance(left, int) or not isinstance(right, int):
        raise Refused("only integers have remainders")
    return left % right


def replaced(text: str, old: str, new: str) -> str:
    """Every `old` replaced by `new`, where the result is known to be bounded."""
    if len(text) + text.count(old) * len(new) > MAX_LENGTH:
        raise Refused(f"a replacement has more than {MAX_LENGTH} characters")
    return text.replace(old, new)


BINARY: Final[Mapping[type[ast.operator], Callable[[Value, Value], Value]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: times,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: remainder,
    ast.Pow: power,
}
UNARY: Final[Mapping[type[ast.unaryop], Callable[..., Value]]] = {ast.USub: operator.neg, ast.Not: operator.not_}
COMPARE: Final[Mapping[type[ast.cmpop], Callable[[Value, Value], bool]]] = {
    ast.Gt: operator.gt,
    ast.Lt: operator.lt,
    ast.GtE: operator.ge,
    ast.LtE: operator.le,
    ast.Eq: operator.eq,
    ast.In: lambda item, sequence: item in sequence,  # type: ignore[operator]
}
FUNCTIONS: Final[Mapping[str, tuple[Callable[..., Value], tuple[int, ...]]]] = {
    "abs": (abs, (1,)),
    "len": (len, (1,)),
    "max": (max, (1, 2)),
    "min": (min, (1, 2)),
    "sorted": (sorted, (1,)),
    "str": (str, (1,)),
    "sum": (sum, (1,)),
}
"""Functions, with the numbers of arguments that they take."""
METHODS: Final[Mapping[str, tuple[Mapping[type, Callable[..., Value]], int]]] = {
    "upper": ({str: str.upper}, 0),
    "lower": ({str: str.lower}, 0),
    "title": ({str: str.title}, 0),
    "strip": ({str: str.strip}, 0),
    "split": ({str: str.split}, 0),
    "isdigit": ({str: str.isdigit}, 0),
    "startswith": ({str: str.startswith}, 1),
    "endswith": ({str: str.endswith}, 1),
    "count": ({str: str.count, list: list.count}, 1),
    "replace": ({str: replaced}, 2),
}
"""Methods by the type that has them, with the number of their arguments."""
