"""Unique sample names, given out quickly even where ten thousand files share a stem."""

from collections.abc import Iterable

from granview.core.file_names import safe_name


class UniqueNames:
    """Names already given out, ignoring case."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name.casefold() for name in taken}
        self._next: dict[str, int] = {}

    def claim(self, wanted: str) -> str:
        """``wanted`` made safe as a file name, told apart from every earlier name by ``-2``, ``-3``, …"""
        base = safe_name(wanted)
        folded = base.casefold()
        candidate, n = base, self._next.get(folded, 2)
        while (taken := candidate.casefold()) in self._taken:
            candidate, n = f"{base}-{n}", n + 1
        self._next[folded] = n
        self._taken.add(taken)
        return candidate
