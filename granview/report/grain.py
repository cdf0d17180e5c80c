"""Score against grain, lane by lane: at which size do they begin to differ?"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.analysis.crossover import Crossover, crossover_grain
from granview.analysis.grain import DEFAULT_EDGES, GrainProfile, grain_profile
from granview.core.unit import UnitTable
from granview.report.differences import BOOTSTRAP_SEED
from granview.store.reader import SessionReader

GRAIN_KINDS: Final = frozenset({"region"})
"""The kinds of units whose grain is the size of a thing; that of a boundary is its tolerance."""

Scores = tuple[NDArray[np.float32], NDArray[np.float32]]
"""(n,) grain and (n,) score of units."""


def grain_profiles(session: SessionReader, edges: Sequence[float] = DEFAULT_EDGES) -> dict[str, GrainProfile]:
    """The profile of each lane over all its scored samples; lanes without units are left out."""
    scores = {lane.name: lane_scores(session, lane.name) for lane in session.lanes()}
    return {lane: grain_profile(*found, edges) for lane, found in scores.items() if len(found[0])}


def lane_scores(session: SessionReader, lane: str) -> Scores:
    """Grain and score of every unit of a lane, sample by sample."""
    tables = [table for _, table in _tables(session, lane)]
    return _joined(tables)


def crossover(session: SessionReader, left: str, right: str) -> Crossover | None:
    """The grain at which two lanes begin to differ, over the samples that both scored; None when they do not."""
    tables = dict(_tables(session, left))
    pairs = [(tables[sample], table) for sample, table in _tables(session, right) if sample in tables]
    pairs = [(ours, theirs) for ours, theirs in pairs if np.array_equal(ours.grain, theirs.grain)]
    grain, our_score = _joined([ours for ours, _ in pairs])
    _, their_score = _joined([theirs for _, theirs in pairs])
    return crossover_grain(grain, our_score, their_score, seed=BOOTSTRAP_SEED)


def _tables(session: SessionReader, lane: str) -> Iterator[tuple[str, UnitTable]]:
    for row in session.results(lane=lane):
        units = session.units(row.sample, lane) if row.scored else None
        if units is not None and len(units):
            yield row.sample, units


def _joined(tables: Sequence[UnitTable]) -> Scores:
    if not tables:
        return np.empty(0, np.float32), np.empty(0, np.float32)
    kept = [np.isin(table.kind, _wanted_kinds(table)) for table in tables]
    grain = np.concatenate([table.grain[keep] for table, keep in zip(tables, kept, strict=True)])
    score = np.concatenate([table.score[keep] for table, keep in zip(tables, kept, strict=True)])
    return grain, score


def _wanted_kinds(table: UnitTable) -> list[int]:
    return [index for index, name in enumerate(table.kinds) if name in GRAIN_KINDS]
