"""Searching texts piece by piece, so that long ones do not stall the window, and stepping through what was found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from granview.core.offsets import Offsets
from granview.gui.lanes.texts.text_cell import TextCell
from granview.gui.model.text_viewport import TextSpan
from granview.gui.presenters.marks import NO_MARKS, Line, Marks, TextFormat

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
    """Where something was found: a span in a space of offsets."""

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


_MATCH: Final = (TextFormat("warn", 0.3, about=Line.SOLID),)


class Finder:
    """Searches each space once, however many cells show it; places go by cell, left to right."""

    def __init__(self) -> None:
        self._query = SearchQuery()
        self._texts: dict[str, str] = {}
        self._searches: dict[str, TextSearch] = {}
        self._before: Match | None = None
        self._matches: dict[str, Marks] = {}
        self._at = -1

    @property
    def place(self) -> Match | None:
        """Where the user is; None where nothing was found."""
        at = self._at
        for space, marks in self._matches.items():
            if 0 <= at < len(marks):
                return Match(space, (int(marks.offsets[at, 0]), int(marks.offsets[at, 1])))
            at -= len(marks)
        return None

    @property
    def number(self) -> int:
        """The number of that place, from 1; 0 for none."""
        return self._at + 1

    @property
    def n(self) -> int:
        """How many places there are."""
        return sum(len(marks) for marks in self._matches.values())

    @property
    def has_more(self) -> bool:
        """Whether there are more places than are known: not kept, or not found yet."""
        return any(search.is_full or not search.is_done for search in self._searches.values())

    @property
    def is_done(self) -> bool:
        """Whether every text was looked at."""
        return all(search.is_done for search in self._searches.values())

    def search(self, query: SearchQuery, cells: Sequence[TextCell]) -> bool:
        """Begin to search anew where the query or a text has changed; whether anything had."""
        texts = {cell.presentation.space: cell.presentation.shown.source for cell in cells}
        if query == self._query and texts == self._texts:
            return False
        self._before = self.place if query == self._query else None
        self._query, self._texts = query, texts
        self._searches = {space: TextSearch(text, query) for space, text in texts.items()}
        self._matches, self._at = {}, -1
        self.go_on()
        return True

    def go_on(self) -> None:
        """Look at the next piece of the texts; at all of several short ones."""
        looked = 0
        for search in self._searches.values():
            while not search.is_done and looked < PIECE:
                looked += search.go_on()
        here = self.place or self._before
        self._matches = {space: _marked(search.matches) for space, search in self._searches.items()}
        self._at = self._index_of(here) if here is not None else min(0, self.n - 1)

    def _index_of(self, place: Match) -> int:
        """Which place that is among all; the first where it is gone."""
        before = 0
        for space, marks in self._matches.items():
            if space == place.space:
                at = int(np.searchsorted(marks.offsets[:, 0], place.text_span[0]))
                if at < len(marks) and marks.offsets[at].tolist() == list(place.text_span):
                    return before + at
            before += len(marks)
        return min(0, self.n - 1)

    def step(self, by: int) -> None:
        """Go to the next place, or the previous one; after the last comes the first."""
        if self.n:
            self._at = (self._at + by) % self.n

    def show_in(self, cell: TextCell) -> None:
        """Let a cell show what was found in its text, and scroll it to where the user is."""
        space, place = cell.presentation.space, self.place
        current = place.text_span if place is not None and place.space == space else None
        cell.body.show_matches(self._matches.get(space, NO_MARKS), current)
        if current is not None:
            cell.body.scroll_to(current[0], middle=True)


def _marked(offsets: Offsets) -> Marks:
    return Marks(offsets, np.zeros(len(offsets), np.uint32), _MATCH) if len(offsets) else NO_MARKS
