"""Checks and computes expressions of the zoo's expression language, and nothing else; no code is ever executed.

The language: integers and strings; variables; `+ - * // % **`, `- not`, `and or`, one comparison of `> < >= <= == in`;
`abs len max min sorted str sum`; indices and slices; a few methods of strings and lists; and a list comprehension over
one list. An expression is parsed and checked, and its tree is then walked.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from granview.core.errors import ArgumentError
from granview.scoring.expression_language import (
    BINARY,
    COMPARE,
    FUNCTIONS,
    MAX_STEPS,
    METHODS,
    UNARY,
    Refused,
    Value,
    bounded,
)
from granview.scoring.expression_syntax import count_operations, parse

_FAULTS = (TypeError, ValueError, IndexError, ZeroDivisionError, OverflowError, AttributeError)


def parses(code: str) -> bool:
    """Whether a text is an expression of the language; its variables may have any names."""
    try:
        parse(code)
    except Refused:
        return False
    return True


def operations(code: str) -> int:
    """Number of operations in an expression; a comprehension counts for one with all that it does to its elements.

    Raises:
        ArgumentError: the text is not an expression of the language.
    """
    try:
        return count_operations(parse(code))
    except Refused as why:
        raise _unusable(code, why) from why


def evaluate(code: str, variables: Mapping[str, Value]) -> Value:
    """The value of an expression.

    Args:
        code: An expression of the language.
        variables: Values of its names: integers, truth values, strings, or flat lists of them.

    Raises:
        ArgumentError: the text is not an expression of the language, names something else, has no value for these
            variables (as the first element of an empty list), or exceeds the language's bounds.
    """
    try:
        names = {name: bounded(value) for name, value in variables.items()}
        return _Walk(names).value(parse(code))
    except Refused as why:
        raise _unusable(code, why) from why
    except _FAULTS as fault:
        raise _unusable(code, fault) from fault


def _unusable(code: str, why: Exception) -> ArgumentError:
    """The error in words, with the beginning of the expression."""
    shown = code if len(code) <= 80 else f"{code[:80]}…"
    return ArgumentError(f"{shown!r} has no value: {why}.", "Use the operations of the zoo's expression language.")


@dataclass
class _Walk:
    """Computes a tree that was checked, with the values of its names; counts its steps."""

    names: dict[str, Value]
    steps: int = field(default=0)

    def value(self, node: ast.AST) -> Value:
        """The value of a node, within the language's bounds."""
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise Refused(f"it takes more than {MAX_STEPS} steps")
        return bounded(_VALUES[type(node)](self, node))


def _value_of_name(walk: _Walk, node: Any) -> Value:
    if node.id not in walk.names:
        raise Refused(f"{node.id} has no value")
    return walk.names[node.id]


def _value_of_connective(walk: _Walk, node: Any) -> Value:
    """`and` and `or` as Python has them: the first value that decides."""
    stops_at = isinstance(node.op, ast.Or)
    value: Value = not stops_at
    for operand in node.values:
        value = walk.value(operand)
        if bool(value) is stops_at:
            return value
    return value


def _value_of_call(walk: _Walk, node: Any) -> Value:
    arguments = [walk.value(argument) for argument in node.args]
    if isinstance(node.func, ast.Name):
        options = {"reverse": True} if node.keywords else {}
        return FUNCTIONS[node.func.id][0](*arguments, **options)
    owner = walk.value(node.func.value)
    method = METHODS[node.func.attr][0].get(type(owner))
    if method is None:
        raise Refused(f"{type(owner).__name__} has no method {node.func.attr}")
    return method(owner, *arguments)


def _value_of_subscript(walk: _Walk, node: Any) -> Value:
    sequence: Any = walk.value(node.value)
    if not isinstance(node.slice, ast.Slice):
        index: Value = sequence[walk.value(node.slice)]
        return index
    parts = (node.slice.lower, node.slice.upper, node.slice.step)
    part: Value = sequence[slice(*(None if end is None else walk.value(end) for end in parts))]
    return part


def _value_of_comprehension(walk: _Walk, node: Any) -> Value:
    loop = node.generators[0]
    items: Any = walk.value(loop.iter)
    inner = _Walk(dict(walk.names), walk.steps)
    result: Any = []
    for item in items:
        inner.names[loop.target.id] = item
        if all(inner.value(condition) for condition in loop.ifs):
            result.append(inner.value(node.elt))
    walk.steps = inner.steps
    return result  # type: ignore[no-any-return]


_VALUES: dict[type[ast.AST], Callable[[_Walk, Any], Value]] = {
    ast.Constant: lambda _, node: node.value,
    ast.Name: _value_of_name,
    ast.BinOp: lambda walk, node: BINARY[type(node.op)](walk.value(node.left), walk.value(node.right)),
    ast.UnaryOp: lambda walk, node: UNARY[type(node.op)](walk.value(node.operand)),
    ast.BoolOp: _value_of_connective,
    ast.Compare: lambda walk, node: COMPARE[type(node.ops[0])](walk.value(node.left), walk.value(node.comparators[0])),
    ast.Call: _value_of_call,
    ast.Subscript: _value_of_subscript,
    ast.ListComp: _value_of_comprehension,
}
"""Per kind of node, how it is computed."""
