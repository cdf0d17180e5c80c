"""Numbers as people read them, the same everywhere: a true minus, none before a zero, and large counts in short."""

from typing import Final

_COUNTS: Final = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"))
_OPERATIONS: Final = ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"))
_SHORT_FROM: Final = 1e4
"""Below it a count is whole: ``1,634`` is as short as ``1.63 k``."""


def format_fixed(value: float, digits: int, sign: str = "") -> str:
    """A number with that many digits after the point.

    What rounds to zero has no minus, and a minus is the sign of mathematics (−), not a hyphen.

    Args:
        value: The number.
        digits: Digits after the point.
        sign: ``+`` for a sign before what is positive or zero too, as before a difference.
    """
    return f"{value:{sign}z.{digits}f}".replace("-", "−")


def format_share(share: float) -> str:
    """A share as percent, with two digits after the point from 99 to 101 %, where marks lie close, else one."""
    percent = share * 100
    return f"{format_fixed(percent, 2 if 99 <= percent <= 101 else 1)} %"


def format_count(count: float) -> str:
    """A count of at least 0, such as of parameters, in three digits: ``1,634``, ``29.8 k``, ``5.16 M``."""
    return _in_short(count, _COUNTS)


def format_operations(count: float) -> str:
    """A number of operations, of which 10^9 are called G: ``62.1 M``, ``31.0 G``."""
    return _in_short(count, _OPERATIONS)


def three_digits(value: float) -> str:
    """A number of at least 0 with three digits, or more where it is larger: ``2.05``, ``31.0``, ``480``, ``1160``."""
    return f"{value:.{2 if value < 9.995 else 1 if value < 99.95 else 0}f}"


def _in_short(count: float, sizes: tuple[tuple[float, str], ...]) -> str:
    if count < _SHORT_FROM:
        return f"{count:,.0f}"
    size, letter = next((size, letter) for size, letter in sizes if count >= size * 0.9995)
    return f"{three_digits(count / size)} {letter}"
