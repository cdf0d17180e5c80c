"""What the queue holds, read from a session off the window's thread."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from granview.core.slices import EVERYTHING, Slice
from granview.gui.disagreement.errors_report import ErrorsReport, read_errors
from granview.gui.model.focus import UnitPlace
from granview.report.cached_units import read_task_units
from granview.report.disagreement import Disagreement, Group, SortKey, disagreement, ordered
from granview.report.task_units import TaskUnits
from granview.store.reader import SessionReader


@dataclass(frozen=True)
class QueueRequest:
    """What is asked for.

    Attributes:
        task: The task.
        first: The lane on the left; the smallest that has units where this one has none.
        second: The lane on the right; the largest other one.
        by_size: The task's lanes, the smallest first.
        kind: Kind of the units; the task's first one where there are none of it.
        group: Which of them; None: all.
        sort_by: By what they are ordered.
        falling: The greatest first.
        wanted: What everything is narrowed to.
        shown: The unit that is looked at.
        with_errors: Whether it is asked too what the lanes' errors have in common.
    """

    task: str
    first: str | None = None
    second: str | None = None
    by_size: tuple[str, ...] = ()
    kind: str | None = None
    group: Group | None = "only second"
    sort_by: SortKey = "difference"
    falling: bool = True
    wanted: Slice = EVERYTHING
    shown: UnitPlace | None = None
    with_errors: bool = False


@dataclass(frozen=True)
class QueueReport:
    """The queue.

    Attributes:
        asked: What was asked.
        compared: What the lanes make of the units; None where no two lanes of the task have units.
        rows: (k,) those in the queue, in order: rows of ``compared.units``.
        kinds: Kinds of units that there are.
        lanes: Lanes that have units.
        place: Where the unit that is looked at stands in ``rows``; None where it does not.
        n_scored: Units of the task.
        errors: What the lanes' errors have in common, where that was asked.
    """

    asked: QueueRequest
    compared: Disagreement | None = None
    rows: NDArray[np.int32] = field(default_factory=lambda: np.empty(0, np.int32))
    kinds: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()
    place: int | None = None
    n_scored: int = 0
    errors: ErrorsReport | None = None

    def count(self, group: Group | None) -> int:
        """How many units are in a group; None: in all."""
        if self.compared is None:
            return 0
        return len(self.compared.rows) if group is None else self.compared.counts[group]

    def unit_at(self, place: int) -> UnitPlace:
        """The unit at a place of the queue."""
        assert self.compared is not None
        units, row = self.compared.units, int(self.rows[place])
        return UnitPlace(units.task, units.samples[int(units.sample[row])], int(units.place[row]))


def read_queue(session: SessionReader, asked: QueueRequest) -> QueueReport:
    """Compare two lanes of a task, and put the units of a group in order."""
    units = read_task_units(session, asked.task)
    kinds = tuple(name for name in units.categories.get("kind", ()) if units.is_category("kind", name).any())
    pair = lane_pair(asked, units)
    if pair is None or not kinds:
        return QueueReport(asked, lanes=units.lanes, kinds=kinds, n_scored=len(units))
    kind = asked.kind if asked.kind in kinds else kinds[0]
    compared = disagreement(units, *pair, kind, asked.wanted)
    group = asked.group if compared.has_verdicts or asked.group != "both wrong" else None
    rows = ordered(compared, group, asked.sort_by, falling=asked.falling)
    place = _place_of(asked.shown, units, rows)
    errors = read_errors(compared, asked.wanted) if asked.with_errors else None
    return QueueReport(asked, compared, rows, kinds, units.lanes, place, len(units), errors)


def lane_pair(asked: QueueRequest, units: TaskUnits) -> tuple[str, str] | None:
    """The lanes that are compared: those asked for, or else the smallest and the largest; None without two."""
    by_size = [lane for lane in asked.by_size if lane in units.scores]
    by_size += [lane for lane in units.lanes if lane not in by_size]
    if len(by_size) < 2:
        return None
    first = asked.first if asked.first in by_size else None
    second = asked.second if asked.second in by_size and asked.second != first else None
    first = first or next(lane for lane in by_size if lane != second)
    return first, second or next(lane for lane in reversed(by_size) if lane != first)


def _place_of(shown: UnitPlace | None, units: TaskUnits, rows: NDArray[np.int32]) -> int | None:
    if shown is None or shown.task != units.task or shown.sample not in units.samples:
        return None
    of_sample = units.sample[rows] == units.samples.index(shown.sample)
    compared = np.flatnonzero(of_sample & (units.place[rows] == shown.place))
    return int(compared[0]) if len(compared) else None
