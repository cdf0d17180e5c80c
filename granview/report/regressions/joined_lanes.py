"""Two lanes of two sessions as two lanes of one, so that one way of comparing lanes serves both."""

from collections.abc import Sequence

import msgspec

from granview.core.sample import Sample
from granview.core.unit import UnitTable
from granview.report.grain_units import LaneUnits
from granview.report.regressions.metric_changes import AFTER, BEFORE
from granview.report.session_contents import SessionContents
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
    a: SessionReader, b: SessionReader, lanes: tuple[LaneRecord, LaneRecord], pairs: SamplePairs
) -> tuple[LaneUnits, LaneUnits]:
    """The units of both lanes on the samples that both sessions have, under A's names."""
    before, after = LaneUnits.read(a, lanes[0].name), LaneUnits.read(b, lanes[1].name)
    return LaneUnits(_picked(before, [(ours.name, ours.name) for ours, _ in pairs])), LaneUnits(
        _picked(after, [(ours.name, theirs.name) for ours, theirs in pairs])
    )


def _picked(units: LaneUnits, names: Sequence[tuple[str, str]]) -> dict[str, UnitTable]:
    return {name: units.tables[own] for name, own in names if own in units.tables}


def _named(lane: LaneRecord, name: str) -> LaneRecord:
    return msgspec.structs.replace(lane, spec=msgspec.structs.replace(lane.spec, name=name))
