"""Marks as a column of units: their own, or else that of their sample."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from granview.core.mark import MARK_KINDS, UnitMark
from granview.report.task_units import TaskUnits, UnitColumn
from granview.report.unit_columns import MARK
from granview.report.unit_source import UNIT_SOURCES
from granview.store.reader import SessionReader

NOT_MARKED: Final = "none"
"""The category of units without a mark, so that slices can ask for these alone."""


@UNIT_SOURCES.register("marks")
def mark_columns(session: SessionReader, units: TaskUnits) -> Iterator[UnitColumn]:
    """Which mark each unit has."""
    marks = [mark for mark in session.marks() if mark.of.task in ("", units.task)]
    categories = (NOT_MARKED, *MARK_KINDS)
    values = np.zeros(len(units), np.int8)
    starts = sample_starts(units)
    places = {name: place for place, name in enumerate(units.samples)}
    for mark in sorted(marks, key=lambda each: not each.of.is_sample):
        if mark.of.sample not in places:
            continue
        start, end = starts[places[mark.of.sample] : places[mark.of.sample] + 2]
        rows = slice(start, end) if mark.of.is_sample else marked_rows(units, mark, start, end)
        values[rows] = categories.index(mark.mark)
    yield UnitColumn(MARK, values, categories)


def sample_starts(units: TaskUnits) -> "np.ndarray[tuple[int], np.dtype[np.intp]]":
    """(samples + 1,) the first row of each sample, and the number of rows."""
    return np.searchsorted(units.sample, np.arange(len(units.samples) + 1))


def marked_rows(units: TaskUnits, mark: UnitMark, start: int, end: int) -> slice:
    """The row of a marked unit among those of its sample; none where the unit of that place is another one by now."""
    row = start + mark.of.place
    if row >= end:
        return slice(0, 0)
    kind = units.categories["kind"][int(units.columns["kind"][row])]
    grain = float(units.columns["grain"][row])
    same_grain = mark.grain is None if np.isnan(grain) else mark.grain is not None and np.float32(mark.grain) == grain
    return slice(row, row + 1) if kind == mark.unit_kind and same_grain else slice(0, 0)
