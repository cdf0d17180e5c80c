"""What the data set says of samples besides: numbers, or categories where any of a column's values is a text."""

from collections.abc import Iterator, Mapping

import numpy as np

from granview.report.sample_columns import PREFIX
from granview.report.task_units import TaskUnits, UnitColumn
from granview.report.unit_source import UNIT_SOURCES, of_samples
from granview.store.reader import SessionReader

_Values = Mapping[str, float | str]
"""By sample."""


def data_columns(session: SessionReader, units: TaskUnits) -> Iterator[UnitColumn]:
    """One for each column that a sample has a value in."""
    by_column: dict[str, dict[str, float | str]] = {}
    for sample in session.samples():
        for name, value in sample.columns:
            by_column.setdefault(name, {})[sample.name] = value
    for name, values in by_column.items():
        is_text = any(isinstance(value, str) for value in values.values())
        yield (_categories if is_text else _numbers)(units, PREFIX + name, values)


def _categories(units: TaskUnits, name: str, values: _Values) -> UnitColumn:
    return of_samples(units, name, [_text(values.get(sample)) for sample in units.samples])


def _numbers(units: TaskUnits, name: str, values: _Values) -> UnitColumn:
    of_sample = np.array([values.get(sample, np.nan) for sample in units.samples], np.float32)
    return UnitColumn(name, of_sample[units.sample])


def _text(value: float | str | None) -> str | None:
    return f"{value:g}" if isinstance(value, int | float) else value


UNIT_SOURCES.register("data-columns")(data_columns)
