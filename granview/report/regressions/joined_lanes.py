"""Two lanes of two sessions as two lanes of one, so that one way of comparing lanes serves both."""

from collections.abc import Sequence

import msgspec

from granview.core.sample import Sample
from granview.core.unit import UnitTable
from granview.report.regressions.metric_changes import AFTER, BEFORE
from granview.report.session_contents import SessionContents
from granview.report.task_units import TaskUnits
from granview.report.task_units import joined_units as side_by_side
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord

SamplePairs = Sequence[tuple[Sample, Sample]]


def joined_contents(
    a: SessionContents, b: SessionContents, lanes: tuple[LaneRecord, LaneRecord], pairs: SamplePairs
) -> SessionContents:
    """The samples that both sessions have, under A's names, in the lanes ``BEFORE`` and ``AFTER``."""
    before, after = lanes
    results = {}
    for ours, theirs in pairs:
        row_a, row_b = a.result(before.name, ours.name), b.result(after.name, theirs.name)
        if row_a is not None:
            results[BEFORE, ours.name] = row_a
        if row_b is not None:
            results[AFTER, ours.name] = row_b
    return SessionContents(tuple(ours for ours, _ in pairs), (_named(before, BEFORE), _named(after, AFTER)), results)


def joined_units(
    a: SessionReader, b: SessionReader, task: str, lanes: tuple[LaneRecord, LaneRecord], pairs: SamplePairs
) -> TaskUnits:
    """The units of both lanes on the samples that both sessions have, under A's names."""
    names = [ours.name for ours, _ in pairs]
    before = _tables(a, lanes[0].name, [(name, name) for name in names])
    after = _tables(b, lanes[1].name, [(ours.name, theirs.name) for ours, theirs in pairs])
    return side_by_side(task, names, {BEFORE: before, AFTER: after}, {})


def _tables(session: SessionReader, lane: str, names: Sequence[tuple[str, str]]) -> dict[str, UnitTable]:
    """A lane's units by the first of each pair of names, the second of which is the session's own."""
    scored = {row.sample for row in session.results(lane=lane) if row.scored}
    read = ((name, session.units(own, lane)) for name, own in names if own in scored)
    return {name: table for name, table in read if table is not None}


def _named(lane: LaneRecord, name: str) -> LaneRecord:
    return msgspec.structs.replace(lane, spec=msgspec.structs.replace(lane.spec, name=name))
