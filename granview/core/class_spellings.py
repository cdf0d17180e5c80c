"""Usual spellings of one class: data sets and models abbreviate what others write out."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from granview.core.labels import normalized

_SPELLINGS: Final = (
    ("per", "person"),
    ("loc", "location"),
    ("org", "organization", "organisation"),
    ("misc", "miscellaneous"),
    ("pos", "positive"),
    ("neg", "negative"),
    ("neu", "neutral"),
)
_SHORTEST: Final = {spelling: group[0] for group in _SPELLINGS for spelling in group}
_WHOLE: Final = re.compile(r"(-?[0-9]{1,9})\.0*")
"""A whole number as a table writes it whose column also has empty cells."""

_AROUND: Final = ".,;:!?\"'`´‘’‚“”„«»‹›"
"""What stands around a name in a sentence, and is no part of it."""


def canonical_spelling(name: str) -> str:
    """The shortest spelling of a class, normalized; the name itself, normalized, where no other way is usual.

    Whole numbers have no decimals (``1.0``), and words neither quotes around them nor a full stop behind.
    """
    key = normalized(name)
    bare = key.strip(_AROUND)
    key = bare if any(map(str.isalnum, bare)) else key
    if number := _WHOLE.fullmatch(key):
        return number[1]
    return _SHORTEST.get(key, key)


def ambiguous_spellings(names: Iterable[str]) -> frozenset[str]:
    """The usual spellings that are several classes in one list, which has them in different ways."""
    counts = Counter(map(canonical_spelling, {normalized(name) for name in names}))
    return frozenset(spelling for spelling, n in counts.items() if n > 1)


def class_keys(lists: Sequence[Iterable[str]]) -> dict[str, str]:
    """What tells the classes of several lists apart, by normalized name, in order of first appearance.

    Usual spellings of one class are the same, unless one of the lists has several of them.
    """
    distinct = [dict.fromkeys(map(normalized, names)) for names in lists]
    apart = frozenset().union(*map(ambiguous_spellings, lists))
    every = dict.fromkeys(name for names in distinct for name in names)
    return {name: name if canonical_spelling(name) in apart else canonical_spelling(name) for name in every}
