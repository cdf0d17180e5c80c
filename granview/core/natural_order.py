"""The order in which people expect names: by the numbers in them."""

import re
from typing import Final

_DIGITS: Final = re.compile(r"(\d+)")


def natural_order(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key that puts ``scan2`` before ``scan10``, ignoring case."""
    parts = _DIGITS.split(name.casefold())
    return tuple((0, int(part), "") if i % 2 else (1, 0, part) for i, part in enumerate(parts))
