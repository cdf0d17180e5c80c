"""Usual spellings of one class: data sets and models abbreviate what others write out."""

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


def usual_spelling(name: str) -> str:
    """The shortest spelling of a class, normalized; the name itself, normalized, where no other way is usual."""
    key = normalized(name)
    return _SHORTEST.get(key, key)


def keys_of(lists: Sequence[Iterable[str]]) -> dict[str, str]:
    """What tells the classes of several lists apart, by normalized name, in order of first appearance.

    Usual spellings of one class are the same, unless one of the lists has several of them.
    """
    distinct = [dict.fromkeys(map(normalized, names)) for names in lists]
    counts = [Counter(map(usual_spelling, names)) for names in distinct]
    apart = {spelling for count in counts for spelling, n in count.items() if n > 1}
    every = dict.fromkeys(name for names in distinct for name in names)
    return {name: name if usual_spelling(name) in apart else usual_spelling(name) for name in every}
