"""Searching in texts: every place, as plain letters."""

import re
from dataclasses import dataclass
from typing import Final

import numpy as np

from granview.core.offsets import Offsets
from granview.gui.model.text_viewport import TextSpan

PIECE: Final = 250_000
"""Code points that are looked at in one go: a few milliseconds."""

MAX_PLACES: Final = 10_000
"""Places that are kept in one text; further ones are not looked for, and it is said that there are more."""


@dataclass(frozen=True)
class SearchQuery:
    """What is looked for.

    Attributes:
        letters: They stand for themselves; no pattern.
        match_case: Whether capitals matter.
    """

    letters: str = ""
    match_case: bool = False


@dataclass(frozen=True)
class Match:
    """Where something was found: a stretch in a space of offsets."""

    space: str
    text_span: TextSpan


class TextSearch:
    """A search in one text that goes on piece by piece, so that a window can live meanwhile.

    Args:
        text: Where to look.
        query: What to look for.
    """

    def __init__(self, text: str, query: SearchQuery) -> None:
        self._text = text
        self._pattern = re.compile(re.escape(query.letters), 0 if query.match_case else re.IGNORECASE)
        self._reach = len(query.letters)
        self._next = 0 if query.letters else len(text)
        self._matches: list[TextSpan] = []

    @property
    def is_done(self) -> bool:
        """Whether the whole text was looked at, or as many places were found as are kept."""
        return self._next >= len(self._text) or self.is_full

    @property
    def is_full(self) -> bool:
        """Whether as many places were found as are kept."""
        return len(self._matches) >= MAX_PLACES

    @property
    def matches(self) -> Offsets:
        """Start and end of each place so far, (n, 2), in order, without overlaps."""
        return np.array(self._matches, np.int32).reshape(-1, 2)

    def go_on(self) -> int:
        """Look at the next piece; how many code points that was."""
        start = self._next
        end = min(self._next + PIECE, len(self._text))
        for match in self._pattern.finditer(self._text, self._next, end + self._reach - 1):
            self._matches.append(match.span())
            if self.is_full:
                break
        self._next = max(end, self._matches[-1][1] if self._matches else 0)
        return self._next - start


def find_all(text: str, query: SearchQuery) -> Offsets:
    """Start and end of each place, (n, 2), in order, without overlaps; at most ``MAX_PLACES`` of them."""
    search = TextSearch(text, query)
    while not search.is_done:
        search.go_on()
    return search.matches
