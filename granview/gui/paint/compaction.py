"""Label maps made small enough for an indexed image: at most 256 indices, ordered so that rare classes win.

Index 0 is "nothing". The classes present follow from the most frequent (1) to the rarest, so that the largest index in
a block of px is the rarest class in it: what keeps hairlines visible when a map is reduced (``pyramid``), and what
decides which side of a border an outline runs on (``outline``). Runs off the window's thread.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.gui.paint.lookup import Labels, count, mapped_by

NOTHING: Final = 0
REST: Final = 255
"""The index that all classes share for which no index of their own is left."""


@dataclass(frozen=True)
class Compaction:
    """A label map in indices of its own.

    Attributes:
        indices: (H, W) uint8; 0 is nothing, ``k`` is ``classes[k - 1]``, and 255 is every class that is left over.
        classes: The classes with an index of their own, the most frequent first.
        counts: Pixels of every value present, including nothing and the left over, by value.
        present: How many classes there are in the map.
    """

    indices: NDArray[np.uint8]
    classes: tuple[int, ...]
    counts: dict[int, int]
    present: int

    @property
    def left_over(self) -> int:
        """How many classes share the index 255."""
        return self.present - len(self.classes)


def compact(labels: Labels, nothing: Collection[int] = ()) -> Compaction:
    """Give an index to every class present in (H, W) uint8 or uint16 labels; those in ``nothing`` become 0.

    Up to 255 classes have an index each. When there are more, the 254 most frequent have, and the others share 255.
    """
    counts = count(labels)
    present = [int(value) for value in np.argsort(-counts, kind="stable")[: np.count_nonzero(counts)]]
    classes = [value for value in present if value not in nothing]
    own = classes if len(classes) <= REST else classes[: REST - 1]
    table = np.full(len(counts), REST, np.uint8)
    table[[value for value in nothing if value < len(table)]] = NOTHING
    table[own] = np.arange(1, len(own) + 1, dtype=np.uint8)
    return Compaction(
        mapped_by(labels, table), tuple(own), {value: int(counts[value]) for value in present}, len(classes)
    )
