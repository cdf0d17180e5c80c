"""Numbers as people read them; ``n/a`` where there is none."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.core.number_format import format_count, format_fixed, format_operations

NO_VALUE: Final = "n/a"


def count_in_short(count: float | None) -> str:
    """A count with a letter for its size, as reports have it: ``31.0 M``, ``29.8 k``; below 10,000 it is whole."""
    return NO_VALUE if count is None else format_count(count)


def operations_in_short(count: float | None) -> str:
    """A number of operations, likewise: ``31.0 G``."""
    return NO_VALUE if count is None else format_operations(count)


def samples_in_words(n: int) -> str:
    """So many samples: ``1 sample``, ``1,200 samples``."""
    if n == 1:
        return QCoreApplication.translate("Numbers", "1 sample")
    return QCoreApplication.translate("Numbers", "{n} samples").format(n=f"{n:,}")


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
