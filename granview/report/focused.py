"""What a slice leaves of a session: its units, and the samples that have at least one, for metrics of whole samples."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.core.slices import Slice
from granview.report.cached_units import read_task_units
from granview.report.slicing import sliced
from granview.report.task_units import TaskUnits
from granview.report.unit_columns import askable_columns
from granview.store.narrowed_reader import NarrowedReader
from granview.store.reader import SessionReader


@dataclass(frozen=True)
class Focused:
    """What is left of the units of a task.

    Attributes:
        wanted: The conditions that could be asked.
        unknown: Columns of conditions that this task's units have not, or have no more: these leave everything.
        units: Those that meet the conditions.
        n_units: All units of the task.
        n_samples: All samples that have units.
    """

    wanted: Slice
    unknown: tuple[str, ...]
    units: TaskUnits
    n_units: int
    n_samples: int

    @property
    def samples(self) -> frozenset[str]:
        """The samples that have at least one of the units."""
        return frozenset(self.units.samples[place] for place in np.unique(self.units.sample))

    @property
    def narrows(self) -> bool:
        """Whether any condition could be asked, so that something may be left out."""
        return bool(self.wanted.conditions) and self.n_units > 0


def focused(units: TaskUnits, wanted: Slice) -> Focused:
    """The units of a task that meet those conditions of a slice that can be asked of them.

    A focus outlives what it was made for: the lane is removed, or another task comes into view.
    """
    known = frozenset(askable_columns(units))
    asked = Slice(tuple(each for each in wanted.conditions if each.column in known), wanted.name)
    unknown = tuple(each.column for each in wanted.conditions if each.column not in known)
    return Focused(asked, unknown, sliced(units, asked), len(units), len(units.samples))


def read_focused(session: SessionReader, task: str, wanted: Slice) -> Focused:
    """As ``focused``, of a session."""
    return focused(read_task_units(session, task), wanted)


def left_in_slices(session: SessionReader, left: Mapping[str, TaskUnits]) -> SessionReader:
    """The session without all samples, and in the others without all units, but those that were found.

    Args:
        session: The whole session.
        left: By task, the units that are left of it.
    """
    names: set[str] = set()
    masks: dict[tuple[str, str], NDArray[np.bool_]] = {}
    for task, units in left.items():
        every = read_task_units(session, task)
        sizes = dict(zip(every.samples, np.bincount(every.sample, minlength=len(every.samples)).tolist(), strict=True))
        for place in np.unique(units.sample).tolist():
            name = units.samples[place]
            mask = np.zeros(sizes[name], bool)
            mask[units.place[units.sample == place]] = True
            names.add(name)
            masks |= {(name, lane): mask for lane in units.lanes}
    is_by_outcome = any(units.is_by_outcome for units in left.values())
    return NarrowedReader(session, names, masks, is_by_outcome=is_by_outcome)


def narrowed(session: SessionReader, task: str | None, wanted: Slice) -> SessionReader:
    """The session without the samples that have no unit in a slice; the session itself where nothing is left out."""
    if task is None or not wanted.conditions:
        return session
    found = read_focused(session, task, wanted)
    if not found.narrows:
        return session
    return NarrowedReader(session, found.samples, is_by_outcome=found.units.is_by_outcome)
