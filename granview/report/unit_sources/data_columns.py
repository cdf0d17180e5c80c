"""What the data set says of samples besides: numbers, or categories where any of a column's values is a text."""

from collections.abc import Iterator
from typing import cast

import numpy as np

from granview.report.sample_columns import SampleColumn, columns_of_samples
from granview.report.task_units import TaskUnits, UnitColumn
from granview.report.unit_source import UNIT_SOURCES, of_samples
from granview.store.reader import SessionReader


def data_columns(session: SessionReader, units: TaskUnits) -> Iterator[UnitColumn]:
    """One for each column that a sample has a value in."""
    for column in columns_of_samples(session.samples()):
        yield (_categories if column.is_text else _numbers)(units, column)


def _categories(units: TaskUnits, column: SampleColumn) -> UnitColumn:
    return of_samples(units, column.name, [cast("str | None", column.values.get(each)) for each in units.samples])


def _numbers(units: TaskUnits, column: SampleColumn) -> UnitColumn:
    of_sample = np.array([column.values.get(sample, np.nan) for sample in units.samples], np.float32)
    return UnitColumn(column.name, of_sample[units.sample])


UNIT_SOURCES.register("data-columns")(data_columns)
