"""Class against class: what the wrong units of a lane were taken for, and how often."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.report.task_units import CLASS_BY, NO_CATEGORY, TaskUnits

NOTHING = ""
"""Stands for units that were taken for none of the classes."""


@dataclass(frozen=True)
class TakenFor:
    """A class that was taken for another one.

    Attributes:
        true: The class of the reference.
        predicted: What it was taken for; ``NOTHING`` where for no class.
        n: By lane, how many units; each at least 0, and not all.
    """

    true: str
    predicted: str
    n: dict[str, int]

    @property
    def most(self) -> int:
        """The most that any lane has."""
        return max(self.n.values())


def taken_for(units: TaskUnits, lanes: tuple[str, ...], most: int = 200) -> list[TakenFor]:
    """Pairs of classes, the most frequent first, of the units that were taken for another class than theirs."""
    if "class" not in units.columns:
        return []
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for lane in lanes:
        for pair, n in _pairs(units, lane):
            counts.setdefault(pair, dict.fromkeys(lanes, 0))[lane] = n
    found = [TakenFor(true, predicted, n) for (true, predicted), n in counts.items()]
    return sorted(found, key=lambda each: (-each.most, each.true, each.predicted))[:most]


def _pairs(units: TaskUnits, lane: str) -> list[tuple[tuple[str, str], int]]:
    column = f"{CLASS_BY}{lane}"
    if column not in units.columns:
        return []
    known = ~np.isnan(units.scores[lane]) & (units.columns["class"] != NO_CATEGORY)
    true, predicted = units.columns["class"][known], units.columns[column][known]
    names, classes = units.categories["class"], units.categories[column]
    size = len(classes) + 1
    table: NDArray[np.int64] = np.bincount(true.astype(np.int64) * size + predicted + 1, minlength=len(names) * size)
    pairs = [(divmod(place, size), int(table[place])) for place in np.flatnonzero(table).tolist()]
    named = [((names[of], classes[at - 1] if at else NOTHING), n) for (of, at), n in pairs]
    return [((of, at), n) for (of, at), n in named if of != at]
