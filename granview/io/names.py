"""Unique sample names, given out quickly even where ten thousand files share a stem."""

from collections.abc import Iterable

from granview.core.lane import unique_name


class NameBook:
    """Names already given out, ignoring case."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name.casefold() for name in taken}
        self._next: dict[str, int] = {}

    def claim(self, wanted: str) -> str:
        """``wanted`` made safe as a file name, told apart from every earlier name by ``-2``, ``-3``, …"""
        base = unique_name(wanted, ())
        candidate, n = base, self._next.get(base.casefold(), 2)
        while candidate.casefold() in self._taken:
            candidate, n = f"{base}-{n}", n + 1
        self._next[base.casefold()] = n
        self._taken.add(candidate.casefold())
        return candidate
