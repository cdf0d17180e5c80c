"""Usual spellings of one entity type: CoNLL-2003 abbreviates what other data sets write out."""

from typing import Final

from granview.core.labels import normalized

_SPELLINGS: Final = (
    ("per", "person"),
    ("loc", "location"),
    ("org", "organization", "organisation"),
    ("misc", "miscellaneous"),
)
_GROUP_OF: Final = {spelling: group for group in _SPELLINGS for spelling in group}


def other_spellings(name: str) -> tuple[str, ...]:
    """How a type is written elsewhere, normalized; empty where no other way is usual."""
    key = normalized(name)
    return tuple(spelling for spelling in _GROUP_OF.get(key, ()) if spelling != key)


def usual_spelling(name: str) -> str:
    """The shortest spelling of a type, normalized; the name itself, normalized, where no other way is usual."""
    key = normalized(name)
    return _GROUP_OF.get(key, (key,))[0]
