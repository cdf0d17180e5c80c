"""Which units meet the conditions of a slice. Arrays in, a mask out."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from granview.analysis.pieces import pieces
from granview.core.errors import ArgumentError
from granview.core.near_names import there_are
from granview.core.slices import Condition, Slice
from granview.report.task_units import NO_CATEGORY, TaskUnits, UnitColumn
from granview.report.unit_columns import MARK, is_by_outcome, unit_column

Mask = NDArray[np.bool_]


def slice_mask(units: TaskUnits, wanted: Slice) -> Mask:
    """(n,) whether each unit meets all conditions.

    A value that is not there is in no range and is no category; nor is it *not* in one, as in SQL and Polars, where a
    missing value compares to nothing. Those without a number are what does not meet a range without bounds.

    Raises:
        ArgumentError: there is no such column, or a range is asked of one that has no numbers.
    """
    asked = [(unit_column(units, condition.column), condition) for condition in wanted.conditions]
    mask = np.ones(len(units), bool)
    for piece in pieces(len(units)) if asked else ():
        part = mask[piece]
        for column, condition in asked:
            meets = _meets(replace(column, values=column.values[piece]), condition)
            part &= ~meets & _may_be_another(column, piece, condition) if condition.is_not else meets
    return mask


def sliced(units: TaskUnits, wanted: Slice) -> TaskUnits:
    """The units that meet all conditions; see ``slice_mask``. They know whether a lane's outcome has chosen them."""
    if not wanted.conditions:
        return units
    is_chosen = units.is_by_outcome or is_by_outcome(wanted, units.lanes)
    return replace(units.taken(slice_mask(units, wanted)), is_by_outcome=is_chosen)


def refuse_unknown_values(condition: Condition, columns: Sequence[UnitColumn]) -> None:
    """Make sure that a condition asks for categories that some column has; marks need not have been made yet.

    Raises:
        ArgumentError: one is in none; the hint lists those that there are.
    """
    if condition.column == MARK or not columns or any(column.categories is None for column in columns):
        return
    there = dict.fromkeys(name for column in columns for name in column.categories or ())
    if unknown := [value for value in condition.values if value not in there]:
        raise ArgumentError(f"There is no {condition.column} '{unknown[0]}' here.", there_are(unknown[0], there))


def _may_be_another(column: UnitColumn, piece: slice, condition: Condition) -> Mask:
    """(n,) which units of a piece have a value, so that it can be another one; all where that itself is asked."""
    values = column.values[piece]
    if not condition.values and condition.low is None and condition.high is None:
        return np.ones(len(values), bool)
    there: Mask = ~np.isnan(values) if column.categories is None else values != NO_CATEGORY
    return there


def _meets(column: UnitColumn, condition: Condition) -> Mask:
    if column.categories is None:
        return _in_range(column, condition)
    if condition.low is not None or condition.high is not None:
        raise ArgumentError(
            f"'{column.name}' has no numbers.", f"Ask for some of: {', '.join(column.categories[:20])}."
        )
    asked = frozenset(condition.values)
    places = [place for place, name in enumerate(column.categories) if name in asked]
    if len(places) == 1:
        one: Mask = column.values == places[0]
        return one
    table = np.zeros(len(column.categories) + 1, bool)
    table[places] = True
    return table[column.values]


def _as_numbers(column: UnitColumn, values: Sequence[str]) -> NDArray[np.float32]:
    try:
        return np.array([float(value) for value in values], np.float32)
    except ValueError:
        hint = f"Ask for a number, or a range such as {column.name}<8."
        raise ArgumentError(f"'{column.name}' has numbers only.", hint) from None


def _in_range(column: UnitColumn, condition: Condition) -> Mask:
    if condition.values:
        return np.isin(column.values, _as_numbers(column, condition.values))
    with np.errstate(over="ignore"):
        mask = ~np.isnan(column.values) if condition.low is None else column.values >= condition.low
        if condition.high is not None:
            mask &= column.values < condition.high
    return mask
