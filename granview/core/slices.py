"""Slices: the samples and units that meet some conditions, such as regions below 8 px that only one lane has right.

A slice is a question, not a list, so that it can be saved and asked again of other results.
"""

import math
from typing import Final

import msgspec
import numpy as np

from granview.core.errors import ArgumentError


class Condition(msgspec.Struct, frozen=True):
    """What a column must hold: one of some values, or a number in a range.

    Attributes:
        column: The column's name.
        values: Categories, any of which will do; empty where numbers are asked for.
        low: The least number, in the range; None for no bound.
        high: The number that ends the range, not in it; None for no bound.
        is_not: Whether it must hold none of the values, or no number of the range; a value that is missing is
            nothing else either.
    """

    column: str
    values: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    is_not: bool = False

    def __post_init__(self) -> None:
        bounds = [bound for bound in (self.low, self.high) if bound is not None]
        if self.values and bounds:
            raise ArgumentError(f"'{self.column}' is asked for values and a range at once.", "Give one of them.")
        if any(math.isnan(bound) for bound in bounds):
            raise ArgumentError(f"A range of '{self.column}' has no number for a bound.", "Give numbers.")

    def __str__(self) -> str:
        """The condition as a reader would write it: ``class is car or bus``, ``4 ≤ grain < 8``."""
        no = "not " if self.is_not else ""
        if self.values:
            verb = "" if self.column.endswith(" is") else " is"
            return f"{self.column}{verb} {no}{' or '.join(self.values)}"
        low = "" if self.low is None else f"{self.low:g} {'<' if is_just_above(self.low) else '≤'} "
        high = "" if self.high is None else f" {'≤' if is_just_above(self.high) else '<'} {self.high:g}"
        return f"{no}{low}{self.column}{high}"


def is_just_above(bound: float) -> bool:
    """Whether a bound is the next float32 above the number that it is written as, which is how ``> 8`` is kept."""
    written = float(f"{bound:g}")
    with np.errstate(over="ignore"):
        return bool(bound == float(np.nextafter(np.float32(written), np.float32(np.inf))) and bound != written)


class Slice(msgspec.Struct, frozen=True):
    """Everything that meets all conditions; without conditions, everything.

    Attributes:
        conditions: All of them must be met.
        name: Under which it is saved; empty for one that is not.
    """

    conditions: tuple[Condition, ...] = ()
    name: str = ""

    def with_condition(self, condition: Condition) -> "Slice":
        """The slice narrowed by one more condition, which takes the place of one on the same column."""
        others = tuple(each for each in self.conditions if each.column != condition.column)
        return Slice((*others, condition))

    def asks_for(self, column: str) -> bool:
        """Whether a condition is on a column."""
        return any(each.column == column for each in self.conditions)

    def without(self, column: str) -> "Slice":
        """The slice without its condition on a column."""
        return Slice(tuple(each for each in self.conditions if each.column != column))

    def __str__(self) -> str:
        """All conditions in words; ``everything`` without any."""
        return " and ".join(map(str, self.conditions)) or "everything"


EVERYTHING: Final = Slice()
