"""Which units meet the conditions of a slice. Arrays in, a mask out."""

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import ArgumentError
from granview.core.slices import Condition, Slice
from granview.report.task_units import TaskUnits

SAMPLE = "sample"
"""The column of a sample's name, by which whole samples are asked for."""

SCORE_OF = "score of "
"""What the columns of lanes' scores are called, before the lane's name."""


def slice_mask(units: TaskUnits, wanted: Slice) -> NDArray[np.bool_]:
    """(n,) whether each unit meets all conditions. A number that is not there (NaN) is in no range.

    Raises:
        ArgumentError: there is no such column.
    """
    mask = np.ones(len(units), bool)
    for condition in wanted.conditions:
        mask &= _meets(units, condition)
    return mask


def sliced(units: TaskUnits, wanted: Slice) -> TaskUnits:
    """The units that meet all conditions; see ``slice_mask``."""
    return units.taken(slice_mask(units, wanted)) if wanted.conditions else units


def _meets(units: TaskUnits, condition: Condition) -> NDArray[np.bool_]:
    if condition.column == SAMPLE:
        wanted = [place for place, name in enumerate(units.samples) if name in set(condition.values)]
        return np.isin(units.sample, np.array(wanted, np.int32))
    if condition.column in units.categories:
        known = units.categories[condition.column]
        places = [known.index(value) for value in condition.values if value in known]
        return np.isin(units.columns[condition.column], places)
    numbers = _numbers(units, condition.column)
    low = -np.inf if condition.low is None else condition.low
    high = np.inf if condition.high is None else condition.high
    return (numbers >= low) & ((numbers < high) | (condition.high is None))


def _numbers(units: TaskUnits, column: str) -> NDArray[np.float32]:
    lane = column.removeprefix(SCORE_OF)
    if lane != column and lane in units.scores:
        return units.scores[lane]
    if column not in units.columns:
        known = [SAMPLE, *units.columns, *(SCORE_OF + lane for lane in units.lanes)]
        raise ArgumentError(f"There is no column '{column}' of units.", f"There are: {', '.join(known)}.")
    return units.columns[column]
