"""Which rows a list of models has: entries that fit a filter, rungs of a ladder below its head."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from granview.engine.catalog import CatalogEntry
from granview.engine.ladder_entries import CATALOGUE

HUB: Final = "Hub"
"""The family of models that a search of the hub has come upon."""


@dataclass(frozen=True)
class LadderHead:
    """The row above the rungs of a ladder.

    Attributes:
        ladder: The ladder's name.
        entries: Its rungs that fit the filter, smallest first.
        is_open: Whether they are listed below it.
    """

    ladder: str
    entries: tuple[CatalogEntry, ...]
    is_open: bool

    @property
    def title(self) -> str:
        """The ladder's title."""
        return self.entries[0].title.rpartition(" · ")[0]

    @property
    def here(self) -> int:
        """How many of its rungs are on this machine."""
        return sum(entry.local for entry in self.entries)


Row = CatalogEntry | LadderHead


def listed_rows(
    entries: Sequence[CatalogEntry], text: str, family: str, task: str, opened: Iterable[str] = ()
) -> list[Row]:
    """The rows for a filter.

    Args:
        entries: All models that are known of.
        text: Words that name, source or note must have; what the hub was searched for is not looked for again.
        family: A family; empty for all but what a search has come upon. Rungs that another family has are left out
            of that.
        task: A task; empty for all.
        opened: Ladders whose rungs are listed.
    """
    words, opened = text.casefold().split(), set(opened)
    fitting = [entry for entry in entries if _fits(entry, words, family, task)]
    if not family:
        others = {entry.source for entry in fitting if entry.family != CATALOGUE}
        fitting = [entry for entry in fitting if entry.family != CATALOGUE or entry.source not in others]
    return list(_with_heads(fitting, opened, opens_all=bool(words)))


def _fits(entry: CatalogEntry, words: Sequence[str], family: str, task: str) -> bool:
    if entry.family == HUB:
        return family == HUB
    about = f"{entry.title} {entry.source} {entry.note} {entry.ladder}".casefold()
    return family in ("", entry.family) and (not task or task in entry.tasks) and all(word in about for word in words)


def _with_heads(entries: Sequence[CatalogEntry], opened: set[str], opens_all: bool) -> Iterator[Row]:
    for ladder, group in groupby(entries, key=lambda entry: entry.ladder):
        rungs = tuple(group)
        if not ladder:
            yield from rungs
            continue
        is_open = opens_all or ladder in opened
        yield LadderHead(ladder, rungs, is_open)
        if is_open:
            yield from rungs
