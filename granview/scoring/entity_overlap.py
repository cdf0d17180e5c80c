"""Which predicted entity stands for which one of the reference, and how well it fits.

Strict matching, a span and type exactly as in the reference, is that of CoNLL-2003 (Tjong Kim Sang and De Meulder,
2003) and of seqeval. The partial kinds follow MUC-5 (Chinchor and Sundheim, 1993) in looking at span and type apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

OVERLAPS: Final = ("exact", "type_wrong", "overlapping", "missed", "invented")
"""Kinds of fit: all right; the same span of another type; another span; none predicted; none in the reference."""

NONE: Final = -1


@dataclass(frozen=True)
class TypedSpans:
    """Entities of one text.

    Attributes:
        spans: (n, 2) int, offsets of start and end.
        types: (n,) int, class of each.
    """

    spans: NDArray[Any]
    types: NDArray[Any]

    def __len__(self) -> int:
        return len(self.types)

    @property
    def distinct(self) -> "TypedSpans":
        """Each entity once, in the order of starts, ends and types."""
        rows = np.unique(np.column_stack([self.spans.reshape(-1, 2), self.types]).astype(np.int64), axis=0)
        return TypedSpans(rows[:, :2], rows[:, 2])


@dataclass(frozen=True)
class EntityOverlap:
    """For each entity of the reference, n of them, what was predicted there.

    Attributes:
        partner: (n,) int64, index of the predicted entity that stands for it, ``NONE`` where none overlaps it.
        share: (n,) float64, the part of both spans together that is in both, 0 to 1.
    """

    partner: NDArray[np.int64]
    share: NDArray[np.float64]


def find_overlap(reference: TypedSpans, predicted: TypedSpans) -> EntityOverlap:
    """Pair entities that overlap, one to one: exact ones first, then those of equal span, then by the shared part."""
    partner = np.full(len(reference), NONE, dtype=np.int64)
    share = np.zeros(len(reference))
    taken: set[int] = set()
    for rank, ours, theirs in sorted(_candidates(reference, predicted)):
        if partner[ours] == NONE and theirs not in taken:
            partner[ours], share[ours] = theirs, -rank[0]
            taken.add(theirs)
    return EntityOverlap(partner, share)


def _candidates(reference: TypedSpans, predicted: TypedSpans) -> Iterator[tuple[tuple[float, bool], int, int]]:
    """Every overlapping pair behind its rank: the largest shared part first, and of those, equal types."""
    order = np.argsort(predicted.spans[:, 0], kind="stable")
    starts, ends = predicted.spans[order].T
    reach = np.maximum.accumulate(ends) if len(ends) else ends
    for index, (start, end) in enumerate(reference.spans.tolist()):
        first, last = np.searchsorted(reach, start, side="right"), np.searchsorted(starts, end, side="left")
        for place in range(first, last):
            common = min(end, int(ends[place])) - max(start, int(starts[place]))
            if common > 0:
                union = max(end, int(ends[place])) - min(start, int(starts[place]))
                other = int(order[place])
                yield (-common / union, bool(reference.types[index] != predicted.types[other])), index, other


def overlap_kinds(reference: TypedSpans, predicted: TypedSpans, overlap: EntityOverlap) -> NDArray[np.int64]:
    """How many entities fit in which way: (5,) int64, in the order of ``OVERLAPS``."""
    paired = overlap.partner != NONE
    same_type = np.zeros(len(reference), dtype=bool)
    same_type[paired] = reference.types[paired] == predicted.types[overlap.partner[paired]]
    whole = overlap.share == 1.0
    found = (whole & same_type, whole & ~same_type, paired & ~whole, ~paired)
    invented = len(predicted) - int(paired.sum())
    return np.array([*(int(kind.sum()) for kind in found), invented], dtype=np.int64)


def type_confusion(
    reference: TypedSpans, predicted: TypedSpans, overlap: EntityOverlap, n_types: int
) -> NDArray[np.int64]:
    """Type of the reference in rows by predicted type: (n_types + 1, n_types + 1) int64.

    The last row holds entities that are predicted where the reference has none, the last column those that are missed.
    """
    matrix = np.zeros((n_types + 1, n_types + 1), dtype=np.int64)
    paired = overlap.partner != NONE
    predicted_types = np.full(len(reference), n_types)
    predicted_types[paired] = predicted.types[overlap.partner[paired]]
    np.add.at(matrix, (reference.types, predicted_types), 1)
    invented = np.setdiff1d(np.arange(len(predicted)), overlap.partner)
    matrix[n_types, :n_types] += np.bincount(predicted.types[invented], minlength=n_types)
    return matrix


def strict_counts(reference: TypedSpans, predicted: TypedSpans, n_types: int) -> NDArray[np.int64]:
    """Exact entities of each type: (n_types, 3) int64, right, reference, predicted."""
    right = _rows(reference) & _rows(predicted)
    columns = ([kind for *_, kind in right], reference.types, predicted.types)
    return np.stack([np.bincount(np.asarray(types, np.int64), minlength=n_types) for types in columns], axis=1)


def boundary_counts(reference: TypedSpans, predicted: TypedSpans) -> NDArray[np.int64]:
    """Exact spans of whatever type: (3,) int64, right, reference, predicted."""
    ours, theirs = ({tuple(span) for span in marked.spans.tolist()} for marked in (reference, predicted))
    return np.array([len(ours & theirs), len(ours), len(theirs)], dtype=np.int64)


def _rows(marked: TypedSpans) -> set[tuple[int, ...]]:
    return {tuple(row) for row in np.column_stack([marked.spans, marked.types]).tolist()}
