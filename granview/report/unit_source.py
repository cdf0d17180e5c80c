"""Where columns of units come from that are not in the units themselves: a file each in ``unit_sources``.

A source is a function of the session and the units; what it yields can be asked for by slices, listed by choosers and
shown by tables at once.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

import numpy as np

from granview.core.registry import Registry
from granview.report.task_units import NO_CATEGORY, TaskUnits, UnitColumn
from granview.store.reader import SessionReader

UnitSource = Callable[[SessionReader, TaskUnits], Iterable[UnitColumn]]
"""Columns of n units, (n,) each; none where there is nothing to tell."""

UNIT_SOURCES: Final[Registry[UnitSource]] = Registry("granview.report.unit_sources", "source of columns of units")


def with_sources(session: SessionReader, units: TaskUnits) -> TaskUnits:
    """The units with the columns of every source."""
    if not len(units):
        return units
    return units.with_columns(column for source in UNIT_SOURCES.all().values() for column in source(session, units))


def of_samples(units: TaskUnits, name: str, values: Sequence[str | None]) -> UnitColumn:
    """A column of categories that is known of whole samples.

    Args:
        units: The units.
        name: The column's name.
        values: One for each of ``units.samples``; None for none.
    """
    places = {value: place for place, value in enumerate(dict.fromkeys(each for each in values if each is not None))}
    of_sample = np.array([NO_CATEGORY if value is None else places[value] for value in values], np.int32)
    return UnitColumn(name, of_sample[units.sample], tuple(places))
