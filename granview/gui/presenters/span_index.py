"""Which of many stretches of a text hold a place, found in the logarithm of their number."""

import numpy as np

from granview.core.offsets import Offsets


class SpanIndex:
    """Stretches by where they stand; they may overlap, and come in any order.

    Args:
        offsets: (n, 2) start and end of each.
    """

    def __init__(self, offsets: Offsets) -> None:
        self._order = np.lexsort((-offsets[:, 1], offsets[:, 0]))
        ordered = offsets[self._order].astype(np.int64)  # the type of what is looked for: else each search converts all
        self._starts, self._ends = ordered.T.copy()
        self._reach = np.maximum.accumulate(self._ends) if len(offsets) else self._ends

    def between(self, start: int, end: int) -> list[int]:
        """Indices of those that share a code point with a stretch, in the order of their starts, the longer first."""
        first = int(np.searchsorted(self._reach, start, "right"))
        last = int(np.searchsorted(self._starts, end, "left"))
        near = np.arange(first, max(last, first))
        kept: list[int] = self._order[near[self._ends[near] > start]].tolist()
        return kept

    def at(self, offset: int) -> int | None:
        """Index of the shortest one that holds a code point; None where there is none."""
        first = int(np.searchsorted(self._reach, offset, "right"))
        last = int(np.searchsorted(self._starts, offset, "right"))
        near = [place for place in range(first, last) if self._ends[place] > offset]
        shortest = min(near, key=lambda place: int(self._ends[place] - self._starts[place]), default=None)
        return None if shortest is None else int(self._order[shortest])
