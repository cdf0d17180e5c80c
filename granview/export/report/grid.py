"""How things that stand side by side are put into rows."""

import math
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

T = TypeVar("T")

MOST_IN_A_ROW: Final = 5


def in_a_row(n: int, most: int = MOST_IN_A_ROW) -> int:
    """How many of ``n`` stand in a row, so that rows are about equally long."""
    return math.ceil(n / math.ceil(n / most)) if n else 1


def rows_of(things: Sequence[T], columns: int) -> Iterator[Sequence[T]]:
    """Things in rows of so many."""
    return (things[start : start + columns] for start in range(0, len(things), columns))
