"""Random expressions of a given number of operations, each as Python and as English."""

import ast
from dataclasses import dataclass
from random import Random

from granview.zoo.texts.requests.operations import BY_RESULT, Operation, Type

VARIABLE_SHARE = 0.65
"""Share of plain numbers that are variables."""
_NUMBERS = (*range(1, 21), 25, 30, 42, 50, 64, 75, 99, 100)
_LETTERS = "abcdeghiklmnoprstuz"
_NAMES: dict[Type, tuple[tuple[str, str], ...]] = {
    Type.INT: (("x", "x"), ("y", "y"), ("x", "x"), ("y", "y"), ("the number x", "x")),
    Type.LIST: (("xs", "xs"), ("xs", "xs"), ("the list xs", "xs")),
    Type.STR: (("s", "s"), ("s", "s"), ("the string s", "s")),
}


@dataclass(frozen=True)
class Phrase:
    """An expression in English and in Python, and whether it is a plain name or number, which needs no brackets."""

    text: str
    code: str
    plain: bool = False


def _leaf(rng: Random, kind: Type) -> Phrase:
    """A variable, or a number."""
    if kind is Type.INT and rng.random() > VARIABLE_SHARE:
        number = str(rng.choice(_NUMBERS))
        return Phrase(number, number, plain=True)
    text, code = rng.choice(_NAMES[kind])
    return Phrase(text, code, plain=True)


def _least(kind: Type) -> int:
    """The fewest operations that give a type: a truth needs one, all others have variables."""
    return 1 if kind is Type.BOOL else 0


def _fits(operation: Operation, operations: int) -> bool:
    """Whether an operation can be the outermost of exactly so many."""
    rest = operations - operation.cost
    return rest >= sum(map(_least, operation.operands))


def _shares(rng: Random, operation: Operation, operations: int) -> list[int]:
    """How many operations each operand gets."""
    shares = [_least(kind) for kind in operation.operands]
    for _ in range(operations - operation.cost - sum(shares)):
        shares[rng.randrange(len(shares))] += 1
    return shares


def _wording(rng: Random, operation: Operation, operands: list[Phrase], is_root: bool) -> str:
    """One of the ways to ask for the operation that are clear here."""
    ways = operation.phrases
    if all(operand.plain for operand in operands):
        ways += operation.tight
    if is_root and operands[0].plain:
        ways += operation.root
    return rng.choice(ways)


def make_phrase(rng: Random, kind: Type, operations: int, is_root: bool = False) -> Phrase:
    """An expression of a type with exactly so many operations."""
    if operations == 0:
        return _leaf(rng, kind)
    operation = rng.choice([one for one in BY_RESULT[kind] if _fits(one, operations)])
    shares = _shares(rng, operation, operations)
    operands = [make_phrase(rng, of, share) for of, share in zip(operation.operands, shares, strict=True)]
    old, new = rng.sample(_LETTERS, 2)
    constants = {"n": rng.choice(_NUMBERS), "k": rng.randint(2, 9), "c": old, "d": new}
    text = _wording(rng, operation, operands, is_root).format(*(one.text for one in operands), **constants)
    code = operation.code.format(*(one.code if one.plain else f"({one.code})" for one in operands), **constants)
    return Phrase(text, code)


def canonical(code: str) -> str:
    """An expression in Python's own spelling: spaces as usual, brackets only where they are needed."""
    return ast.unparse(ast.parse(code, mode="eval"))
