"""Whether a lane has a unit right, and what two lanes have right of the same units. Arrays in, arrays out."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.analysis.flips import MUCH
from granview.core.task_trait import traits_of
from granview.report.task_units import NO_CATEGORY, TaskUnits

RIGHT, WRONG = "right", "wrong"
LEVEL, BEHIND = "level", "behind"
"""Where units are neither right nor wrong: within ``MUCH`` of the lane that scores the unit best, or not."""


def verdict_names(task: str) -> tuple[str, str]:
    """What a unit of a task can be to a lane: the better first."""
    return (LEVEL, BEHIND) if traits_of(task).right_above is None else (RIGHT, WRONG)


def lane_verdicts(units: TaskUnits, lane: str) -> NDArray[np.int8]:
    """(n,) 0 for the better of ``verdict_names``, 1 for the other, ``NO_CATEGORY`` where the lane has no score."""
    score, right_above = units.scores[lane], traits_of(units.task).right_above
    limit = _best(units) - MUCH if right_above is None else right_above
    better = score >= limit if right_above is None else score > limit
    return np.where(np.isnan(score), np.int8(NO_CATEGORY), (~better).view(np.int8))


def _best(units: TaskUnits) -> NDArray[np.float32]:
    best = np.full(len(units), -np.inf, np.float32)
    for score in units.scores.values():
        np.fmax(best, score, out=best)
    return best


BOTH_RIGHT, ONLY_FIRST, ONLY_SECOND, BOTH_WRONG = range(4)
OUTCOMES: Final = 4


def outcomes(first: NDArray[Any], second: NDArray[Any], right_above: float | None) -> NDArray[np.int8]:
    """What two lanes make of the same units.

    Args:
        first: (n,) scores, 0 to 1, NaN where there is none.
        second: (n,) scores of the other lane.
        right_above: A unit is right whose score is above this; None where units are neither right nor wrong, so that
            only a score that is higher by more than ``MUCH`` tells them apart, and all others are in ``BOTH_RIGHT``.

    Returns:
        (n,) ``BOTH_RIGHT``, ``ONLY_FIRST``, ``ONLY_SECOND`` or ``BOTH_WRONG``; ``NO_CATEGORY`` where one has no score.
    """
    if right_above is None:
        change = second - first
        found = np.where(change > MUCH, np.int8(ONLY_SECOND), np.int8(BOTH_RIGHT))
        found[change < -MUCH] = ONLY_FIRST
        found[np.isnan(change)] = NO_CATEGORY
        return found
    found = (first <= right_above).view(np.int8) * np.int8(ONLY_SECOND)
    found += (second <= right_above).view(np.int8)
    found[np.isnan(first) | np.isnan(second)] = NO_CATEGORY
    return found
