"""Whether an expression computes what it must, by the restricted evaluator; no code is run."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from granview.core.errors import GranViewError
from granview.core.text import Case
from granview.scoring.expressions import evaluate

_RELATIVE: Final = 1e-9
"""Real numbers may differ by so much: the order of additions is free."""


def is_correct(code: str, cases: Sequence[Case]) -> bool:
    """Whether an expression has the right value for every case; one that cannot be evaluated has not.

    Args:
        code: The expression.
        cases: At least one.
    """
    return all(_passes(code, case) for case in cases)


def _passes(code: str, case: Case) -> bool:
    try:
        return same_value(evaluate(code, case.variables), case.value)
    except GranViewError:
        return False


def same_value(ours: Any, theirs: Any) -> bool:
    """Whether two values are the same to JSON: tuples are lists, 2.0 is 2, but neither ``True`` nor ``"2"`` is."""
    if isinstance(ours, bool) or isinstance(theirs, bool):
        return ours is theirs
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return ours == theirs or math.isclose(ours, theirs, rel_tol=_RELATIVE)
    if isinstance(ours, list | tuple) and isinstance(theirs, list | tuple):
        return len(ours) == len(theirs) and all(map(same_value, ours, theirs))
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        return ours.keys() == theirs.keys() and all(same_value(ours[key], theirs[key]) for key in ours)
    return type(ours) is type(theirs) and bool(ours == theirs)
