"""Offsets as people see them: without white space at the ends, with the marks that belong to the last letter."""

import unicodedata
from typing import Final

_JOINERS: Final = frozenset("\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}")
_MARKS: Final = frozenset({"Mn", "Me", "Mc"})


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets without white space at their ends; as they are where there is nothing else."""
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip())
    if left == len(inner):
        return start, end
    return start + left, end - (len(inner) - len(inner.rstrip()))


def with_marks(text: str, end: int) -> int:
    """An end moved behind the combining marks, joiners and variation selectors that follow it."""
    while 0 < end < len(text) and (text[end] in _JOINERS or unicodedata.category(text[end]) in _MARKS):
        end += 1
    return end
