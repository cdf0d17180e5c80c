"""Inputs on which an expression is tried, with the values that it has there."""

from dataclasses import dataclass
from random import Random

from granview.core.errors import ArgumentError
from granview.scoring.expression_language import Value
from granview.scoring.expressions import evaluate

_TRIES = 40
_WORDS = "a lazy brown fox jumped over nine small tables and then it rested in the old garden until noon".split()  # noqa: SIM905


@dataclass(frozen=True)
class Case:
    """Values of the variables x, y, xs and s, and the expression's value for them."""

    variables: dict[str, Value]
    value: Value


def _variables(rng: Random) -> dict[str, Value]:
    """Numbers, a list and a string on which operations differ from one another."""
    words = " ".join(rng.sample(_WORDS, rng.randint(2, 5)))
    padded = f"{' ' * rng.randint(0, 2)}{words}{' ' * rng.randint(0, 2)}"
    return {
        "x": rng.randint(-20, 30),
        "y": rng.randint(-20, 30),
        "xs": [rng.randint(-20, 30) for _ in range(rng.randint(4, 9))],
        "s": rng.choice((padded, words.title(), str(rng.randint(0, 999)))),
    }


def make_cases(seed: int, target: str, count: int) -> tuple[Case, ...]:
    """Up to `count` inputs for which the expression has a value; none where it has one for no input that was tried."""
    rng, cases = Random(seed), []
    for _ in range(_TRIES):
        variables = _variables(rng)
        try:
            cases.append(Case(variables, evaluate(target, variables)))
        except ArgumentError:
            continue
        if len(cases) == count:
            break
    return tuple(cases)


def is_correct(code: str, cases: tuple[Case, ...]) -> bool:
    """Whether an expression has the same value, of the same type, in all cases."""
    try:
        values = [evaluate(code, case.variables) for case in cases]
    except ArgumentError:
        return False
    return all(
        type(value) is type(case.value) and value == case.value for value, case in zip(values, cases, strict=True)
    )
