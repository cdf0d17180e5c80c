"""Spans of a text that are drawn in some way, found quickly however many there are."""

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.class_matching import canonical_spelling
from granview.core.labels import Color, normalized
from granview.core.offsets import Offsets, Probabilities


class Line(enum.StrEnum):
    """A line about, under or through a span."""

    NONE = ""
    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


@dataclass(frozen=True)
class TextFormat:
    """How a span is drawn. A colour is a class's own, or a role of the theme.

    Attributes:
        color: Of everything below.
        fill: Opacity of the ground behind the span, 0 to 1.
        under: A line under it.
        about: A line about it.
        label: A few letters above its beginning.
        name: Name of the class that it stands for, by which the user may hide it or let it stand out; may be empty.
        is_plain: Whether the ground is a plain rectangle, so that neighbours make one area.
    """

    color: Color | str
    fill: float = 0.0
    under: Line = Line.NONE
    about: Line = Line.NONE
    label: str = ""
    name: str = ""
    is_plain: bool = False


@dataclass(frozen=True)
class Mark:
    """One span, in offsets of the source, and how it is drawn."""

    start: int
    end: int
    text_format: TextFormat


class SpanIndex:
    """Spans by where they stand; they may overlap, and come in any order.

    Args:
        offsets: (n, 2) start and end of each.
    """

    def __init__(self, offsets: Offsets) -> None:
        self._order = np.lexsort((-offsets[:, 1], offsets[:, 0]))
        ordered = offsets[self._order].astype(np.int64)  # the type of what is looked for: else each search converts all
        self._starts, self._ends = ordered.T.copy()
        self._reach = np.maximum.accumulate(self._ends) if len(offsets) else self._ends

    def between(self, start: int, end: int) -> list[int]:
        """Indices of those that share a code point with a span, in the order of their starts, the longer first."""
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


@dataclass(frozen=True)
class Marks:
    """Many spans, in any order.

    Attributes:
        offsets: (n, 2) int32.
        formats: (n,) which look in ``table`` each one has.
        table: The looks.
    """

    offsets: Offsets
    formats: NDArray[np.integer]
    table: tuple[TextFormat, ...]
    _index: SpanIndex = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_index", SpanIndex(self.offsets))

    def __len__(self) -> int:
        return len(self.offsets)

    @property
    def has_labels(self) -> bool:
        """Whether any look has letters above."""
        return any(text_format.label for text_format in self.table)

    def between(self, start: int, end: int) -> list[Mark]:
        """Those that share a code point with a span, in the order of their starts, the longer first."""
        found = self._index.between(start, end)
        places = zip(self.offsets[found].tolist(), self.formats[found].tolist(), strict=True)
        return [Mark(first, last, self.table[text_format]) for (first, last), text_format in places]


@dataclass(frozen=True)
class Emphasis:
    """Which classes the user wants to see. Names are matched as names of classes are.

    Attributes:
        hidden: Those that are not drawn.
        highlighted: The one that stands out; None: none does.
    """

    hidden: frozenset[str] = frozenset()
    highlighted: str | None = None

    @classmethod
    def of(cls, hidden: Iterable[str], highlighted: str | None) -> "Emphasis":
        """By names as the user sees them."""
        return cls(
            frozenset(normalized(name) for name in hidden),
            None if highlighted is None else canonical_spelling(highlighted),
        )

    def hides(self, text_format: TextFormat) -> bool:
        """Whether spans of this format are not drawn."""
        return bool(self.hidden) and bool(text_format.name) and normalized(text_format.name) in self.hidden

    def fades(self, text_format: TextFormat) -> bool:
        """Whether spans of this format step back."""
        return (
            self.highlighted is not None
            and bool(text_format.name)
            and canonical_spelling(text_format.name) != self.highlighted
        )


def marks_of(offsets: Offsets, formats: Sequence[TextFormat]) -> Marks:
    """Marks of spans, each with its own format; equal formats are kept once."""
    once = list({id(text_format): text_format for text_format in formats}.values())
    table = {text_format: place for place, text_format in enumerate(dict.fromkeys(once))}
    by_id = {id(text_format): table[text_format] for text_format in once}
    indices = np.array([by_id[id(text_format)] for text_format in formats], np.uint32).reshape(-1)
    return Marks(offsets, indices, tuple(table))


NO_MARKS = Marks(np.empty((0, 2), np.int32), np.empty(0, np.uint32), ())


_LEVELS: Final = 16
_STRONGEST: Final = 0.6
_DOUBTFUL: Final = 0.5

_DOUBTS: Final = tuple(level / (_LEVELS - 1) for level in range(_LEVELS))
_SHADES: Final = tuple(
    TextFormat("warn", _STRONGEST * doubt, Line.DOTTED if doubt > _DOUBTFUL else Line.NONE, is_plain=True)
    for doubt in _DOUBTS
)


def token_shades(tokens: Offsets, confidence: Probabilities) -> Marks:
    """A shade for each token; a dotted line too under those that are less likely than not."""
    doubt = 1 - np.clip(np.nan_to_num(confidence, nan=0.0), 0, 1)
    levels = np.rint(doubt * (_LEVELS - 1)).astype(np.uint32)
    return Marks(tokens, levels, _SHADES)
