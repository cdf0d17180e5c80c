"""Numbers as people read them; ``n/a`` where there is none."""

from typing import Final

from granview.core.number_format import format_fixed

NO_VALUE: Final = "n/a"
_STEPS: Final = ((1e12, "T"), (1e9, "G"), (1e6, "M"))


def count_in_short(count: float | None) -> str:
    """A count with a letter for its size: ``31.04M``, ``0.03M``; parameters and operations are spoken of so.

    Below 10,000 it is whole: ``1,634`` is as short as ``1.63k``.
    """
    if count is None:
        return NO_VALUE
    if count < 1e4:
        return f"{count:,.0f}"
    if 1e4 <= count < 1e6:
        return f"{count / 1e6:.2f}M"
    size, letter = next((size, letter) for size, letter in _STEPS if count >= size)
    value = count / size
    return f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f}{letter}"


def fixed(value: float | None, digits: int) -> str:
    """A number with that many digits after the point."""
    return NO_VALUE if value is None else format_fixed(value, digits)


def significant(value: float | None, digits: int = 3) -> str:
    """A number with about that many digits that matter, never in powers of ten below 10^15."""
    if value is None:
        return NO_VALUE
    if value == 0:
        return "0"
    whole = len(f"{abs(value):.0f}") if abs(value) >= 1 else 0
    return format_fixed(value, max(digits - whole, 0) if whole else digits)


def signed(value: float | None, digits: int) -> str:
    """A difference, with its sign and a true minus."""
    return NO_VALUE if value is None else format_fixed(value, digits, "+")
