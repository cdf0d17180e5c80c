"""Label maps as indexed images: at most 256 indices, ordered so that rare classes win; their outlines and colours.

Index 0 is "nothing". The classes present follow from the most frequent (1) to the rarest, so that the largest index in
a block of px is the rarest class in it: what keeps hairlines visible when a map is reduced (``pyramid``), and what
decides which side of a border an outline runs on (``outline``). Runs off the window's thread, in blocks of rows:
temporary arrays stay small, and other threads get their turn.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet, normalized
from granview.gui.paint.overlay_style import OverlayStyle, argb, class_name

NOTHING: Final = 0
REST: Final = 255
"""The index that all classes share for which no index of their own is left."""

_STANDS_OUT: Final = 0.85
_STEPS_BACK: Final = 0.2
_BLOCK_PX: Final = 1 << 20

Labels = NDArray[np.unsignedinteger[Any]]


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


def outline(indices: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The px of (H, W) uint8 indices that touch a smaller index (above, below, left or right); all others are 0.

    Between two classes the line runs on the side of the rarer one, the one with the larger index, in its index; so it
    is one px wide, and a hairline is its own outline. The picture's edge is no border.
    """
    lowest = indices.copy()
    np.minimum(lowest[1:], indices[:-1], out=lowest[1:])
    np.minimum(lowest[:-1], indices[1:], out=lowest[:-1])
    np.minimum(lowest[:, 1:], indices[:, :-1], out=lowest[:, 1:])
    np.minimum(lowest[:, :-1], indices[:, 1:], out=lowest[:, :-1])
    return indices * (indices > lowest)


def color_table(compaction: Compaction, labels: LabelSet, style: OverlayStyle) -> list[int]:
    """256 colours as 0xAARRGGBB for the indices of a compaction; index 0 is transparent."""
    hidden = frozenset(normalized(name) for name in style.hidden)
    highlighted = None if style.highlighted is None else normalized(style.highlighted)
    table = [0] * (REST + 1)
    if compaction.left_over:
        table[REST] = argb(style.unnamed, style.strength if highlighted is None else style.strength * _STEPS_BACK)
    for index, value in enumerate(compaction.classes, start=1):
        name = normalized(class_name(labels, value))
        color = labels.colors[value] if value < len(labels) else style.unnamed
        table[index] = 0 if name in hidden else argb(color, _opacity(name, highlighted, style.strength))
    return table


def _opacity(name: str, highlighted: str | None, strength: float) -> float:
    if highlighted is None:
        return strength
    return max(strength, _STANDS_OUT) if name == highlighted else strength * _STEPS_BACK


def blocks(shape: tuple[int, ...]) -> Iterator[slice]:
    """Slices of rows that cover an (H, W) array, about a million px each."""
    step = max(_BLOCK_PX // max(shape[1], 1), 1)
    return (slice(top, top + step) for top in range(0, shape[0], step))


def count(labels: Labels) -> NDArray[np.int64]:
    """How often every value of uint8 or uint16 labels occurs: (256,) or (65536,) int64."""
    counts = np.zeros(np.iinfo(labels.dtype).max + 1, np.int64)
    for rows in blocks(labels.shape):
        counts += np.bincount(labels[rows].ravel(), minlength=len(counts))
    return counts


def mapped_by(labels: Labels, table: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """``table[labels]`` for (H, W) labels; the table must reach every value that the labels' dtype can hold."""
    found = np.empty(labels.shape, np.uint8)
    for rows in blocks(labels.shape):
        np.take(table, labels[rows], out=found[rows], mode="clip")
    return found
