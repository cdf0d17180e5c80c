"""``grain.csv``: one row per measure, bucket and lane: its mean score there, and what it has over another lane."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from granview.analysis.grain_crossover import GrainComparison
from granview.core.errors import ArgumentError
from granview.report.cached_units import read_task_units
from granview.report.grain_units import BucketedUnits, axes_of, axis_called, bucketed
from granview.report.results import Row
from granview.report.task_units import TaskUnits
from granview.store.reader import SessionReader

COLUMNS: Final = (
    "task", "axis", "kind", "column", "unit", "buckets", "bucket", "low", "high", "lane", "score", "score_low",
    "score_high", "score_no_interval", "n_units", "n_samples", "against", "difference", "difference_low",
    "difference_high", "difference_no_interval",
)  # fmt: skip


def grain_rows(
    session: SessionReader, axis: str | None = None, buckets: str = "", against: str | None = None
) -> list[Row]:
    """The rows of all tasks that have units.

    Args:
        session: The session.
        axis: A measure's name, or its column's; None for all that there are.
        buckets: A bucketing, or edges, see ``granview.report.bucketing``; empty for each measure's own. Of a measure
            that has no such bucketing its own is taken, where all are asked for.
        against: The lane that others of its task are compared with; None for the first of each task.

    Raises:
        ArgumentError: there is no such measure, bucketing or lane.
    """
    lanes = [lane.name for lane in session.lanes()]
    if against is not None and against not in lanes:
        raise ArgumentError(f"There is no lane '{against}'.", f"There are: {', '.join(lanes)}.")
    tasks = dict.fromkeys(lane.spec.task for lane in session.lanes())
    every = {task: units for task in tasks if len(units := read_task_units(session, task))}
    measured = [each for units in every.values() for each in _measured(units, axis, buckets)]
    if axis is not None and not measured:
        names = dict.fromkeys(each for units in every.values() for each in axes_of(units))
        axis_called(names, axis)
    return [row for each in measured for row in _rows(each, against)]


def _measured(units: TaskUnits, axis: str | None, buckets: str) -> Iterator[BucketedUnits]:
    axes = axes_of(units)
    if axis is not None:
        meant = [each for each in axes if axis in (each.name, each.column)][:1]
        yield from (bucketed(units, each, buckets) for each in meant)
        return
    for each in axes:
        try:
            yield bucketed(units, each, buckets)
        except ArgumentError:
            yield bucketed(units, each)


def _rows(units: BucketedUnits, against: str | None) -> Iterator[Row]:
    lanes = units.lanes
    base = against if against in lanes else next(iter(lanes), "")
    profiles = {lane: units.profile(lane) for lane in lanes}
    compared = {lane: units.compare(lane, base) for lane in lanes if lane != base}
    for place, title in enumerate(units.buckets.titles):
        condition = units.buckets.conditions[place]
        for lane, profile in profiles.items():
            yield {
                "task": units.units.task,
                "axis": units.axis.name,
                "kind": units.axis.kind,
                "column": units.axis.column,
                "unit": units.axis.unit or None,
                "buckets": units.buckets.name,
                "bucket": title,
                "low": condition.low,
                "high": condition.high,
                "lane": lane,
                "score": _number(profile.mean[place]),
                "score_low": _number(profile.low[place]),
                "score_high": _number(profile.high[place]),
                "score_no_interval": profile.why_none[place],
                "n_units": int(profile.n[place]),
                "n_samples": int(profile.n_samples[place]),
                **_difference(compared, lane, base, place),
            }


def _difference(compared: Mapping[str, GrainComparison], lane: str, base: str, place: int) -> Row:
    names: Sequence[str] = ("difference", "difference_low", "difference_high", "difference_no_interval")
    if lane not in compared:
        return {"against": None, **dict.fromkeys(names)}
    found = compared[lane].buckets[place].difference
    return {"against": base, **dict(zip(names, (found.mean, found.low, found.high, found.why_none), strict=True))}


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
