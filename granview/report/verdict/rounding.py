"""How many digits of a number matter: by one rule in every language."""

import math
from typing import Final

from granview.core.number_format import format_fixed

_DIGITS_OF_WIDTH: Final = 2
_MOST: Final = 6


def digits_for(low: float | None, high: float | None, otherwise: int) -> int:
    """Digits after the point so that an interval's width has two digits that matter.

    An estimate that lies between 0.031 and 0.089 is known to 0.058, so that three digits after its point say all that
    is known. Without an interval, or with one without width, ``otherwise`` are taken.
    """
    width = 0.0 if low is None or high is None else abs(high - low)
    if not math.isfinite(width) or width <= 0:
        return otherwise
    return min(max(_DIGITS_OF_WIDTH - 1 - math.floor(math.log10(width)), 0), _MOST)


def rounded(value: float, digits: int, sign: str = "") -> str:
    """A number with that many digits after the point; ``sign`` is ``+`` for a difference."""
    return format_fixed(value, digits, sign)


def two_digits(value: float) -> str:
    """A ratio or amount with two digits that matter, three from 100 on: ``0.47``, ``2.1``, ``12``, ``141``."""
    if value >= 10:
        return f"{value:,.0f}"
    digits = 1 - math.floor(math.log10(value)) if value > 0 else 0
    return f"{value:.{min(max(digits, 0), _MOST)}f}"


def probability(p_value: float) -> str:
    """A p-value with three digits below 0.1, two above; ``< 0.001`` below that, and ``1`` for one."""
    if p_value < 0.001:
        return "< 0.001"
    if p_value > 0.995:
        return "1"
    return f"{p_value:.{3 if p_value < 0.1 else 2}f}"
