"""Numbers as a report writes them, with a dash where there is none."""

import math
from typing import Final

from granview.core.number_format import format_fixed

NO_VALUE: Final = "–"


def number(value: float | None, digits: int, is_grouped: bool = False) -> str:
    """A value with so many digits after the point; thousands apart where they are to be."""
    if value is None or not math.isfinite(value):
        return NO_VALUE
    return f"{value:,.{digits}f}" if is_grouped else format_fixed(value, digits)


def signed(value: float | None, digits: int) -> str:
    """A value with its sign."""
    return NO_VALUE if value is None or not math.isfinite(value) else format_fixed(value, digits, "+")


def interval(low: float | None, high: float | None, digits: int) -> str:
    """From here to there, signed."""
    return NO_VALUE if low is None or high is None else f"{signed(low, digits)} … {signed(high, digits)}"


def p_text(p_value: float | None) -> str:
    """A p-value; below a thousandth that it is below."""
    if p_value is None:
        return NO_VALUE
    return "< 0.001" if p_value < 0.001 else format_fixed(p_value, 3)
