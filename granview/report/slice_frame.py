"""The units of a slice as a table: one row per unit, with the score of every lane beside it."""

from typing import TYPE_CHECKING

import numpy as np

from granview.core.slices import Slice
from granview.report.slice_rows import slice_units
from granview.report.task_units import TaskUnits, UnitColumn
from granview.report.unit_columns import SAMPLE, all_columns
from granview.store.reader import SessionReader

if TYPE_CHECKING:
    import polars


def slice_frame(session: SessionReader, wanted: Slice) -> "polars.DataFrame":
    """One row per unit: ``task``, ``sample``, ``unit`` as in ``units.csv``, then every column; null for none.

    Raises:
        ArgumentError: no task has the columns that are asked for.
    """
    import polars

    frames = [unit_frame(units) for units in slice_units(session, wanted).values()]
    return polars.concat(frames, how="diagonal_relaxed") if frames else polars.DataFrame()


def unit_frame(units: TaskUnits) -> "polars.DataFrame":
    """The units of a task, as ``slice_frame`` has them."""
    import polars

    columns = {column.name: _series(column) for column in all_columns(units) if column.name != SAMPLE}
    head = {
        "task": polars.Series([units.task], dtype=polars.String).new_from_index(0, len(units)),
        "sample": _series(UnitColumn(SAMPLE, units.sample, units.samples)),
        "unit": polars.Series(units.place),
    }
    return polars.DataFrame({**head, **columns})


def _series(column: UnitColumn) -> "polars.Series":
    import polars

    if column.categories is None:
        numbers = polars.Series(column.values)
        return numbers.fill_nan(None) if numbers.dtype.is_float() else numbers
    names = polars.Series([*column.categories, None], dtype=polars.String)
    values = column.values.astype(np.int64)
    return names.gather(np.where(values < 0, len(column.categories), values))
