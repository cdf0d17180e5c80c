"""The expression language against Python itself, and against those who would abuse it."""

import re
from typing import Any

import pytest

from granview.core.errors import ArgumentError
from granview.scoring.expression_language import MAX_CODE_CHARS, MAX_LENGTH
from granview.scoring.expressions import evaluate, operations, parses

VARIABLES: dict[str, Any] = {"x": 7, "y": -3, "xs": [4, -1, 9, 4, 0], "s": "  The red fox "}

VALUES = {
    "x + y": 4,
    "x - y * 2": 13,
    "x // 2": 3,
    "y % 5": 2,
    "x ** 3": 343,
    "-x": -7,
    "abs(y)": 3,
    "max(x, y)": 7,
    "min(xs)": -1,
    "sum(xs)": 16,
    "len(s.split())": 3,
    "xs[0]": 4,
    "xs[-1]": 0,
    "xs.count(4)": 2,
    "sorted(xs)": [-1, 0, 4, 4, 9],
    "sorted(xs, reverse=True)": [9, 4, 4, 0, -1],
    "xs[::-1]": [0, 4, 9, -1, 4],
    "xs[1:-1]": [-1, 9, 4],
    "xs[-2:] + xs[:1]": [4, 0, 4],
    "xs * 2": [4, -1, 9, 4, 0] * 2,
    "[v ** 2 for v in xs]": [16, 1, 81, 16, 0],
    "[v for v in xs if v % 2 == 0]": [4, 4, 0],
    "[v + x for v in [abs(v) for v in xs]]": [11, 8, 16, 11, 7],
    "s.strip().upper()": "THE RED FOX",
    "s.lower().title()": "  The Red Fox ",
    "s.replace('e', 'oo')": "  Thoo rood fox ",
    "s.strip()[0] * 3": "TTT",
    "2 * s[2:5]": "TheThe",
    "str(x) + 'a'": "7a",
    "x > y": True,
    "x == 7": True,
    "x in xs": False,
    "'fox' in s": True,
    "not x <= 7": False,
    "x >= 7 and y < 0": True,
    "x < 0 or xs": [4, -1, 9, 4, 0],
    "s.strip().startswith('T')": True,
    "s.endswith('x')": False,
    "str(x).isdigit()": True,
    "s.count('e')": 2,
}


@pytest.mark.parametrize(("code", "value"), VALUES.items())
def test_values_are_pythons(code: str, value: object) -> None:
    assert parses(code)
    found = evaluate(code, VARIABLES)
    assert found == value
    assert type(found) is type(value)
    assert found == eval(code, dict(VARIABLES))  # noqa: S307 - the reference, on the code above


@pytest.mark.parametrize(
    ("code", "count"),
    {
        "x": 0,
        "len(xs)": 1,
        "-x": 1,
        "xs[-1]": 1,
        "xs[1:-1]": 1,
        "[v ** 2 for v in xs]": 1,
        "[v for v in xs if v % 2 == 0]": 1,
        "[v + 1 for v in xs[::-1]][0]": 3,
        "x % 2 == 0": 2,
        "len(s.split())": 2,
        "not (x > 1 and y > 1)": 4,
        "abs(x) + max(y, sum(xs))": 4,
    }.items(),
)
def test_operations_are_counted_by_hand(code: str, count: int) -> None:
    assert operations(code) == count


@pytest.mark.parametrize(
    "code",
    [
        "",
        "   ",
        "x +",
        "x; y",
        "x = 1",
        "import os",
        "__import__('os')",
        "__builtins__",
        "().__class__",
        "x.__class__.__bases__",
        "s.__len__()",
        "s.format(x)",
        "'{0.__class__}'.format(x)",
        "s.join(xs)",
        "'%s' % s if x else y",
        "eval('1')",
        "exec('1')",
        "open('/etc/passwd')",
        "getattr(s, 'upper')()",
        "len",
        "len()",
        "len(xs, xs)",
        "sum(xs, xs)",
        "sorted(xs, key=len)",
        "sorted(xs, reverse=x)",
        "max(xs, key=abs)",
        "max(*xs)",
        "len(**{})",
        "(lambda: 1)()",
        "lambda v: v",
        "[v for v in xs for w in xs]",
        "[v async for v in xs]",
        "[v for v in xs if v if v]",
        "[v for v, w in xs]",
        "{v for v in xs}",
        "(v for v in xs)",
        "{1: 2}",
        "{1}",
        "(1, 2)",
        "[1, 2]",
        "1.5",
        "1j",
        "b'a'",
        "f'{x}'",
        "None",
        "True",
        "...",
        "x / y",
        "x << 5",
        "x | y",
        "x @ y",
        "~x",
        "+x",
        "x is y",
        "x not in xs",
        "x != y",
        "0 < x < 9",
        "(x := 5)",
        "x if x else y",
        "await x",
        "yield x",
        "xs[0, 1]",
        "*xs",
        "s.upper",
        "xs.append(1)",
        "xs.sort()",
        "s.encode()",
        "x\x00y",
        "9" * 5000,
        "(" * 250 + "x" + ")" * 250,
        "-" * 900 + "x",
        "[" * 300,
        "not " * 300 + "x",
        "+".join("x" * 300),
        "x" * (MAX_CODE_CHARS + 1),
    ],
)
def test_whatever_is_not_the_language_is_refused(code: str) -> None:
    assert not parses(code)
    with pytest.raises(ArgumentError, match="has no value"):
        evaluate(code, VARIABLES)


@pytest.mark.parametrize(
    ("code", "why"),
    {
        "z + 1": "z has no value",
        "print": "print has no value",
        "9 ** 99999999": "exponent",
        "2 ** -1": "exponent",
        "((((9 ** 16) ** 16) ** 16) ** 16)": "bits",
        "x * 99999999999999999999 ** 9": "bits",
        "s * 99999999": "items",
        "99999999 * xs": "items",
        "(s * 900)[:9000] + (s * 900)": "items",
        "(s * 500).replace('e', s * 500)": "characters",
        "'a' % x": "only integers have remainders",
        "x * 'a' * xs": "by an integer",
        "s ** 2": "only integers have powers",
        "len(x)": "int",
        "x + s": "unsupported",
        "xs[99]": "range",
        "min([v for v in xs if v > 99])": "empty",
        "x // 0": "zero",
        "x[0]": "not subscriptable",
        "xs.upper()": "has no method upper",
        "x.count(1)": "has no method count",
        "s.split('')": "no such method",
        "sorted(x)": "not iterable",
        "[v for v in x]": "not iterable",
        "x in s": "string",
        "xs[s]": "indices",
        "xs[::0]": "zero",
        "[s.split() for v in xs]": "list holds a value of type list",
        "[[v for v in [v for v in [v for v in big]]] for v in big]": "steps|type list",
        "[sum([v + w for w in big]) for v in big]": "steps",
    }.items(),
)
def test_what_cannot_be_computed_says_why(code: str, why: str) -> None:
    with pytest.raises(ArgumentError, match=why):
        evaluate(code, {**VARIABLES, "big": list(range(MAX_LENGTH))})


@pytest.mark.parametrize("value", [1.5, None, object(), (1, 2), {1: 2}, [[1]], [1.5], "a" * (MAX_LENGTH + 1), 1 << 600])
def test_variables_are_of_the_languages_types_and_bounds(value: Any) -> None:
    with pytest.raises(ArgumentError, match="has no value"):
        evaluate("x", {"x": value})


def test_a_comprehensions_name_ends_with_it() -> None:
    assert evaluate("[v for v in xs][0] + v", {"xs": [1], "v": 40}) == 41
    with pytest.raises(ArgumentError, match="v has no value"):
        evaluate("[v for v in xs][0] + v", {"xs": [1]})


def test_long_expressions_are_cut_in_messages() -> None:
    with pytest.raises(ArgumentError) as caught:
        evaluate("y" * 1000, {})
    assert re.search(r"y{80}…' has no value: the language has no name of 1000 characters", str(caught.value))
    assert len(str(caught.value)) < 300
    assert caught.value.hint


def test_odd_spellings_warn_nobody() -> None:
    assert evaluate("'\\d' + s", {"s": "x"}) == "\\dx"
    assert not parses("1 is x")
    assert parses("0x1for x")
