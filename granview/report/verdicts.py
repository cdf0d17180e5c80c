"""Whether a lane has a unit right, and what two lanes have right of the same units. Arrays in, arrays out."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.analysis.flips import MUCH
from granview.analysis.pieces import pieces
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
    right_above = traits_of(units.task).right_above
    found = np.empty(len(units), np.int8)
    scores = {name: score for name, score in units.scores.items() if name == lane or right_above is None}
    for piece in pieces(len(units)):
        score, part = scores[lane][piece], found[piece]
        if right_above is None:
            best = np.fmax.reduce([each[piece] for each in scores.values()])
            part[:] = score < best - np.float32(MUCH)
        else:
            part[:] = score <= right_above
        part[np.isnan(score)] = NO_CATEGORY
    return found


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
    found = np.empty(len(first), np.int8)
    for piece in pieces(len(first)):
        found[piece] = _outcomes(first[piece], second[piece], right_above)
    return found


def _outcomes(first: NDArray[Any], second: NDArray[Any], right_above: float | None) -> NDArray[np.int8]:
    change = second - first
    if right_above is None:
        found = np.where(change > MUCH, np.int8(ONLY_SECOND), np.int8(BOTH_RIGHT))
        found[change < -MUCH] = ONLY_FIRST
    else:
        found = (first <= right_above).view(np.int8) * np.int8(ONLY_SECOND)
        found += (second <= right_above).view(np.int8)
    found[np.isnan(change)] = NO_CATEGORY
    return found
