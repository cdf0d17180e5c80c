"""Searching in texts: every place, as plain letters."""

import re
from dataclasses import dataclass
from typing import Final

import numpy as np

from granview.core.text_prediction import Offsets
from granview.gui.model.text_link import Stretch

MAX_PLACES: Final = 10_000
"""Places that are kept in one text; further ones are not looked for, and it is said that there are more."""


@dataclass(frozen=True)
class Query:
    """What is looked for.

    Attributes:
        letters: They stand for themselves; no pattern.
        match_case: Whether capitals matter.
    """

    letters: str = ""
    match_case: bool = False


@dataclass(frozen=True)
class Place:
    """Where something was found: a stretch in a space of offsets."""

    space: str
    stretch: Stretch


def find_all(text: str, query: Query) -> Offsets:
    """Start and end of each place, (n, 2), in order, without overlaps; at most ``MAX_PLACES`` of them."""
    if not query.letters:
        return np.empty((0, 2), np.int32)
    pattern = re.compile(re.escape(query.letters), 0 if query.match_case else re.IGNORECASE)
    found: list[Stretch] = []
    for match in pattern.finditer(text):
        found.append(match.span())
        if len(found) == MAX_PLACES:
            break
    return np.array(found, np.int32).reshape(-1, 2)
