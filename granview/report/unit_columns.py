"""Every column by which units can be asked for: what they hold, and what follows from their lanes' scores."""

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np

from granview.core.errors import ArgumentError
from granview.core.slices import Slice
from granview.report.task_units import CLASS_BY, NO_CATEGORY, TaskUnits, UnitColumn
from granview.report.verdicts import lane_verdicts, verdict_names

SAMPLE: Final = "sample"
"""The column of a sample's name, by which whole samples are asked for."""

SCORE_OF: Final = "score of "
"""What the columns of lanes' scores are called, before the lane's name."""

MARK: Final = "mark"
"""The column of people's marks; see ``granview.report.unit_sources.marks``."""

IS: Final = " is"
"""What the columns of lanes' verdicts are called, after the lane's name."""

_MATCHES: Final = ("iou", "overlap", "exact")
"""Columns of lanes that say how well they match a reference."""

_MOST_CATEGORIES: Final = 500
"""As many as choosers list, the most frequent first."""


def column_names(units: TaskUnits) -> list[str]:
    """Every column's name, those of the units first, then those of their lanes."""
    return [
        *units.columns,
        *(f"{lane}{IS}" for lane in units.lanes),
        *(f"{SCORE_OF}{lane}" for lane in units.lanes),
        SAMPLE,
    ]


def askable_columns(units: TaskUnits) -> list[str]:
    """What ``unit_column`` takes: every column's name, and those of lanes, which mean what these have right."""
    return [*column_names(units), *units.scores]


def unit_column(units: TaskUnits, name: str) -> UnitColumn:
    """A column by its name; a lane's name alone means what it has right.

    Raises:
        ArgumentError: there is none of that name; the hint lists those that there are.
    """
    if name in units.columns:
        return UnitColumn(name, units.columns[name], units.categories.get(name))
    if name == SAMPLE:
        return UnitColumn(name, units.sample, units.samples)
    if (lane := name.removeprefix(SCORE_OF)) != name and lane in units.scores:
        return UnitColumn(name, units.scores[lane])
    if (lane := name.removesuffix(IS)) in units.scores:
        return UnitColumn(name, lane_verdicts(units, lane), verdict_names(units.task))
    known = ", ".join(column_names(units))
    raise ArgumentError(
        f"There is no column '{name}' of units.", f"There are: {known}." if known else "There are no units."
    )


def is_by_outcome(wanted: Slice, lanes: Iterable[str]) -> bool:
    """Whether a slice takes units by what a lane has right, scores, or takes them for.

    Among such units lanes differ because they were chosen so: no test and no interval says anything of other units.
    """
    columns = {name for lane in lanes for name in _outcomes_of(lane)}
    return any(condition.column in columns for condition in wanted.conditions)


def _outcomes_of(lane: str) -> tuple[str, ...]:
    """The columns that tell how well a lane does; a lane's name alone is one."""
    return lane, f"{lane}{IS}", f"{SCORE_OF}{lane}", f"{CLASS_BY}{lane}", *(f"{each} of {lane}" for each in _MATCHES)


def category_counts(column: UnitColumn) -> dict[str, int]:
    """How many units are of each category, the most frequent first; categories of none are left out."""
    if column.categories is None:
        return {}
    counts = np.bincount(column.values[column.values != NO_CATEGORY], minlength=len(column.categories))
    order = np.argsort(-counts, kind="stable")[:_MOST_CATEGORIES]
    return {column.categories[place]: int(counts[place]) for place in order if counts[place]}


def number_range(column: UnitColumn) -> tuple[float, float] | None:
    """The least and the greatest number; None where there is none."""
    if column.categories is not None or not len(column.values):
        return None
    with np.errstate(invalid="ignore"):
        low, high = np.fmin.reduce(column.values), np.fmax.reduce(column.values)
    return None if np.isnan(low) else (float(low), float(high))


def all_columns(units: TaskUnits) -> Iterator[UnitColumn]:
    """Every column, one after the other, so that one is held at a time."""
    return (unit_column(units, name) for name in column_names(units))
