"""Score against grain, lane by lane: at which size do they begin to differ?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.analysis.grain_crossover import GrainComparison, compare_grains
from granview.analysis.grain_profile import GrainProfile, UnitScores, grain_profile
from granview.core.unit import UnitTable
from granview.report.differences import BOOTSTRAP_SEED
from granview.store.reader import SessionReader
from granview.tasks.base import TASKS, GrainAxis


@dataclass(frozen=True)
class LaneUnits:
    """The units that a lane was scored on, by sample."""

    tables: dict[str, UnitTable]

    @classmethod
    def read(cls, session: SessionReader, lane: str) -> "LaneUnits":
        """All units of a lane, in sample order."""
        return cls(dict(_tables(session, lane)))

    def has(self, axis: GrainAxis) -> bool:
        """Whether there are units of the axis' kind."""
        return any(bool(_of_kind(table, axis.kind).any()) for table in self.tables.values())

    def scores(self, axis: GrainAxis) -> UnitScores:
        """Every unit of the axis' kind, sample by sample."""
        return _joined([*self.tables.values()], axis.kind)

    def profile(self, axis: GrainAxis) -> GrainProfile:
        """Mean score per bucket of the axis."""
        return grain_profile(self.scores(axis), axis.edges, axis.is_count, BOOTSTRAP_SEED)


def read_units(session: SessionReader, task: str) -> dict[str, LaneUnits]:
    """The units of each lane of a task that has some, in the order of the lanes."""
    names = [lane.name for lane in session.lanes() if lane.spec.task == task]
    read = {name: LaneUnits.read(session, name) for name in names}
    return {name: units for name, units in read.items() if units.tables}


def axes_of(task: str, lanes: Sequence[LaneUnits]) -> tuple[GrainAxis, ...]:
    """The task's measures of grain in which some unit of the lanes is measured."""
    return tuple(axis for axis in TASKS.get(task).grain_axes if any(units.has(axis) for units in lanes))


def compare(left: LaneUnits, right: LaneUnits, axis: GrainAxis) -> GrainComparison:
    """What the left lane has over the right one in each bucket of the axis, on the samples that both scored."""
    _, ours, theirs = paired_scores(left, right, axis)
    return compare_grains(ours, theirs, axis.edges, BOOTSTRAP_SEED)


def paired_scores(left: LaneUnits, right: LaneUnits, axis: GrainAxis) -> tuple[list[str], UnitScores, UnitScores]:
    """The units of the axis' kind on the samples that both lanes scored: row i is the same unit for both.

    Returns:
        The names of these samples, which the scores' ``sample`` numbers; the left lane's scores, and the right's.
    """
    pairs = [(name, ours, right.tables[name]) for name, ours in left.tables.items() if name in right.tables]
    same = [pair for pair in pairs if np.array_equal(pair[1].grain, pair[2].grain, equal_nan=True)]
    ours, theirs = ([ours for _, ours, _ in same], [theirs for _, _, theirs in same])
    return [name for name, _, _ in same], _joined(ours, axis.kind), _joined(theirs, axis.kind)


def _tables(session: SessionReader, lane: str) -> Iterator[tuple[str, UnitTable]]:
    for row in session.results(lane=lane):
        units = session.units(row.sample, lane) if row.scored else None
        if units is not None and len(units):
            yield row.sample, units


def _joined(tables: Sequence[UnitTable], kind: str) -> UnitScores:
    kept = [_of_kind(table, kind) for table in tables]
    none = np.empty(0, np.float32)
    return UnitScores(
        np.concatenate([none, *(table.grain[keep] for table, keep in zip(tables, kept, strict=True))]),
        np.concatenate([none, *(table.score[keep] for table, keep in zip(tables, kept, strict=True))]),
        np.repeat(np.arange(len(tables)), [np.count_nonzero(keep) for keep in kept]),
    )


def _of_kind(table: UnitTable, kind: str) -> NDArray[np.bool_]:
    return table.kind == table.kinds.index(kind) if kind in table.kinds else np.zeros(len(table), dtype=bool)
