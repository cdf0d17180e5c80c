"""The syntax of the expression language: what is refused before anything is computed.

An expression is parsed by `ast`; each kind of node has its own rule, and all other kinds are refused.
"""

import ast
import warnings
from collections.abc import Callable
from typing import Any

from granview.scoring.expression_language import (
    BINARY,
    COMPARE,
    FUNCTIONS,
    MAX_CODE_CHARS,
    MAX_DEPTH,
    MAX_NAME_CHARS,
    METHODS,
    UNARY,
    Refused,
    bounded,
)

_OPERATIONS = (ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.Call, ast.Subscript, ast.ListComp)


def parse(code: str) -> ast.expr:
    """The tree of an expression of the language.

    Raises:
        Refused: the text is not one.
    """
    if len(code) > MAX_CODE_CHARS:
        raise Refused(f"it has more than {MAX_CODE_CHARS} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(code.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Refused(f"it is not a Python expression ({type(error).__name__})") from error
    _check(tree, 0)
    return tree


def _check(node: ast.AST, depth: int) -> None:
    """Refuses whatever the language does not have."""
    if depth > MAX_DEPTH:
        raise Refused(f"it is nested more than {MAX_DEPTH} deep")
    rule = _RULES.get(type(node))
    if rule is None:
        raise Refused(f"the language has no {type(node).__name__}")
    for child in rule(node):
        _check(child, depth + 1)


def _refuse_unless(allowed: bool, what: str) -> None:
    if not allowed:
        raise Refused(f"the language has no {what}")


def _constant(node: Any) -> list[ast.AST]:
    _refuse_unless(type(node.value) in {int, str}, f"constant of type {type(node.value).__name__}")
    bounded(node.value)
    return []


def _name(node: Any) -> list[ast.AST]:
    _refuse_unless(len(node.id) <= MAX_NAME_CHARS, f"name of {len(node.id)} characters")
    _refuse_unless(not node.id.startswith("_"), f"name {node.id}")
    _refuse_unless(node.id not in FUNCTIONS, f"function {node.id} without its arguments")
    return []


def _binary(node: Any) -> list[ast.AST]:
    _refuse_unless(type(node.op) in BINARY, type(node.op).__name__)
    return [node.left, node.right]


def _unary(node: Any) -> list[ast.AST]:
    _refuse_unless(type(node.op) in UNARY, type(node.op).__name__)
    return [node.operand]


def _compare(node: Any) -> list[ast.AST]:
    _refuse_unless(len(node.ops) == 1, "chain of comparisons")
    _refuse_unless(type(node.ops[0]) in COMPARE, type(node.ops[0]).__name__)
    return [node.left, *node.comparators]


def _call(node: Any) -> list[ast.AST]:
    if isinstance(node.func, ast.Attribute):
        method = METHODS.get(node.func.attr)
        _refuse_unless(method is not None and len(node.args) == method[1], f"such method {node.func.attr}")
        _refuse_unless(not node.keywords, f"keyword of {node.func.attr}")
        return [node.func.value, *node.args]
    _refuse_unless(isinstance(node.func, ast.Name), f"call of a {type(node.func).__name__}")
    function = FUNCTIONS.get(node.func.id)
    _refuse_unless(function is not None and len(node.args) in function[1], f"such function {node.func.id}")
    _refuse_unless(not node.keywords or _descending(node), f"such keyword of {node.func.id}")
    return list(node.args)


def _descending(node: ast.Call) -> bool:
    """Whether a call is `sorted(…, reverse=True)`."""
    if not isinstance(node.func, ast.Name) or node.func.id != "sorted" or len(node.keywords) != 1:
        return False
    keyword = node.keywords[0]
    return keyword.arg == "reverse" and isinstance(keyword.value, ast.Constant) and keyword.value.value is True


def _slice(node: Any) -> list[ast.AST]:
    return [part for part in (node.lower, node.upper, node.step) if part is not None]


def _comprehension(node: Any) -> list[ast.AST]:
    loop = node.generators[0]
    single = len(node.generators) == 1 and not loop.is_async and len(loop.ifs) <= 1
    _refuse_unless(single and isinstance(loop.target, ast.Name), "such comprehension")
    return [node.elt, loop.target, loop.iter, *loop.ifs]


_RULES: dict[type[ast.AST], Callable[[Any], list[ast.AST]]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.BoolOp: lambda node: list(node.values),
    ast.Compare: _compare,
    ast.Call: _call,
    ast.Subscript: lambda node: [node.value, node.slice],
    ast.Slice: _slice,
    ast.ListComp: _comprehension,
}
"""Per kind of node, what is checked and which children are then looked at."""


def count_operations(node: ast.AST) -> int:
    """Operations in a tree that was checked; a comprehension is one, and indices hold none."""
    own = int(isinstance(node, _OPERATIONS))
    if isinstance(node, ast.ListComp):
        return own + count_operations(node.generators[0].iter)
    if isinstance(node, ast.Subscript):
        return own + count_operations(node.value)
    return own + sum(map(count_operations, _RULES[type(node)](node)))
