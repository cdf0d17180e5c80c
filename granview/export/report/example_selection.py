"""Which units decided it: chosen by numbers alone."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.report.task_units import TaskUnits


class Reason(enum.StrEnum):
    """Why an example is shown."""

    LARGER = "larger"
    SMALLER = "smaller"
    TYPICAL = "typical"
    MARKED = "marked"


@dataclass(frozen=True)
class Example:
    """A unit that is shown.

    Attributes:
        row: Its row among the units.
        reason: Why.
    """

    row: int
    reason: Reason


LEAST_DIFFERENCE = 0.1
"""Scores that differ by less than this decide nothing."""


def choose_examples(units: TaskUnits, larger: str, smaller: str, n: int) -> list[Example]:
    """Up to ``n`` units, no two of one sample where that can be helped.

    Half of them are those where the larger lane has most over the smaller, a third those where it is the other way
    about, and the rest those whose difference lies in the middle of all. Among equal differences the larger unit is
    chosen, since it is seen more easily, then the earlier.
    """
    difference = (units.scores[larger] - units.scores[smaller]).astype(np.float64)
    known = np.flatnonzero(np.isfinite(difference))
    if not len(known) or n <= 0:
        return []
    grain = np.nan_to_num(np.asarray(units.columns["grain"], np.float64)[known])
    middle = np.abs(difference[known] - np.median(difference[known]))
    ups = known[np.lexsort((known, -grain, -difference[known]))]
    downs = known[np.lexsort((known, -grain, difference[known]))]
    typical = known[np.lexsort((known, -grain, middle))]
    ups = ups[difference[ups] > LEAST_DIFFERENCE]
    downs = downs[difference[downs] < -LEAST_DIFFERENCE]
    wanted = {Reason.SMALLER: n // 3, Reason.TYPICAL: max(n // 6, 1) if n > 1 else 0}
    wanted[Reason.LARGER] = n - sum(wanted.values())
    taken: set[int] = set()
    chosen: list[Example] = []
    for reason, rows in ((Reason.LARGER, ups), (Reason.SMALLER, downs), (Reason.TYPICAL, typical)):
        rows_taken = _of_new_samples(units, rows, wanted[reason], taken)
        chosen += [Example(row, reason) for row in rows_taken]
    if len(chosen) < n:
        more = _of_new_samples(units, ups, n - len(chosen), taken)
        at = sum(each.reason is Reason.LARGER for each in chosen)
        chosen[at:at] = [Example(row, Reason.LARGER) for row in more]
    return chosen


def _of_new_samples(units: TaskUnits, rows: NDArray[np.intp], n: int, taken: set[int]) -> list[int]:
    """The first ``n`` rows whose samples have not been taken yet; these are noted."""
    found: list[int] = []
    for row in _ints(rows):
        if len(found) == n:
            break
        sample = int(units.sample[row])
        if sample not in taken:
            taken.add(sample)
            found.append(row)
    return found


def _ints(rows: NDArray[np.intp]) -> Iterator[int]:
    return (int(row) for row in rows)
