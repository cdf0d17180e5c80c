"""Stretches of a text that are drawn in some way, found quickly however many there are."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import Color
from granview.core.text_prediction import Offsets
from granview.gui.texts.stretch_index import StretchIndex


class Line(enum.StrEnum):
    """A line about, under or through a stretch."""

    NONE = ""
    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


@dataclass(frozen=True)
class Look:
    """How a stretch is drawn. A colour is a class's own, or a role of the theme.

    Attributes:
        color: Of everything below.
        fill: Opacity of the ground behind the stretch, 0 to 1.
        under: A line under it.
        about: A line about it.
        label: A few letters above its beginning.
    """

    color: Color | str
    fill: float = 0.0
    under: Line = Line.NONE
    about: Line = Line.NONE
    label: str = ""


@dataclass(frozen=True)
class Mark:
    """One stretch, in offsets of the source, and how it is drawn."""

    start: int
    end: int
    look: Look


@dataclass(frozen=True)
class Marks:
    """Many stretches, in any order.

    Attributes:
        offsets: (n, 2) int32.
        looks: (n,) which look in ``table`` each one has.
        table: The looks.
    """

    offsets: Offsets
    looks: NDArray[np.integer]
    table: tuple[Look, ...]
    _index: StretchIndex = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_index", StretchIndex(self.offsets))

    def __len__(self) -> int:
        return len(self.offsets)

    @property
    def has_labels(self) -> bool:
        """Whether any look has letters above."""
        return any(look.label for look in self.table)

    def between(self, start: int, end: int) -> list[Mark]:
        """Those that share a code point with a stretch, in the order of their starts, the longer first."""
        found = self._index.between(start, end)
        return [Mark(int(self.offsets[i, 0]), int(self.offsets[i, 1]), self.table[self.looks[i]]) for i in found]


def marks_of(offsets: Offsets, looks: Sequence[Look]) -> Marks:
    """Marks of stretches, each with its own look; equal looks are kept once."""
    table = {look: place for place, look in enumerate(dict.fromkeys(looks))}
    indices = np.array([table[look] for look in looks], np.uint32).reshape(-1)
    return Marks(offsets, indices, tuple(table))


NO_MARKS = Marks(np.empty((0, 2), np.int32), np.empty(0, np.uint32), ())
