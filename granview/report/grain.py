"""Score against grain, lane by lane: at which size do they begin to differ?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.analysis.crossover import Crossover, crossover_grain
from granview.analysis.grain import GrainProfile, grain_profile
from granview.core.unit import UnitTable
from granview.report.differences import BOOTSTRAP_SEED
from granview.store.reader import SessionReader
from granview.tasks.base import TASKS, GrainAxis

Scores = tuple[NDArray[np.float32], NDArray[np.float32]]
"""(n,) grain and (n,) score of units."""


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

    def scores(self, axis: GrainAxis) -> Scores:
        """Grain and score of every unit of the axis' kind, sample by sample."""
        return _joined([*self.tables.values()], axis.kind)

    def profile(self, axis: GrainAxis) -> GrainProfile:
        """Mean score per bucket of the axis."""
        return grain_profile(*self.scores(axis), axis.edges, axis.is_count)


def read_units(session: SessionReader, task: str) -> dict[str, LaneUnits]:
    """The units of each lane of a task that has some, in the order of the lanes."""
    names = [lane.name for lane in session.lanes() if lane.spec.task == task]
    read = {name: LaneUnits.read(session, name) for name in names}
    return {name: units for name, units in read.items() if units.tables}


def axes_of(task: str, lanes: Sequence[LaneUnits]) -> tuple[GrainAxis, ...]:
    """The task's measures of grain in which some unit of the lanes is measured."""
    return tuple(axis for axis in TASKS.get(task).grain_axes if any(units.has(axis) for units in lanes))


def crossover(left: LaneUnits, right: LaneUnits, axis: GrainAxis) -> Crossover | None:
    """The grain at which two lanes begin to differ, from the easy end; None when they do not.

    Only samples that both scored count.
    """
    pairs = [(ours, right.tables[sample]) for sample, ours in left.tables.items() if sample in right.tables]
    pairs = [(ours, theirs) for ours, theirs in pairs if np.array_equal(ours.grain, theirs.grain)]
    grain, our_score = _joined([ours for ours, _ in pairs], axis.kind)
    _, their_score = _joined([theirs for _, theirs in pairs], axis.kind)
    return crossover_grain(
        grain, our_score, their_score, axis.edges, seed=BOOTSTRAP_SEED, from_small=axis.harder == "large"
    )


def _tables(session: SessionReader, lane: str) -> Iterator[tuple[str, UnitTable]]:
    for row in session.results(lane=lane):
        units = session.units(row.sample, lane) if row.scored else None
        if units is not None and len(units):
            yield row.sample, units


def _joined(tables: Sequence[UnitTable], kind: str) -> Scores:
    if not tables:
        return np.empty(0, np.float32), np.empty(0, np.float32)
    kept = [_of_kind(table, kind) for table in tables]
    grain = np.concatenate([table.grain[keep] for table, keep in zip(tables, kept, strict=True)])
    score = np.concatenate([table.score[keep] for table, keep in zip(tables, kept, strict=True)])
    return grain, score


def _of_kind(table: UnitTable, kind: str) -> NDArray[np.bool_]:
    return table.kind == table.kinds.index(kind) if kind in table.kinds else np.zeros(len(table), dtype=bool)
