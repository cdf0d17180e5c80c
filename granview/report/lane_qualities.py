"""How good lanes are, in every metric and in every bucket of grain: what costs are set against."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from granview.report.best_lanes import lanes_on_same_samples
from granview.report.cached_units import read_task_units
from granview.report.grain_units import axes_of, bucketed
from granview.report.session_contents import SessionContents
from granview.report.summary import LaneSummary
from granview.store.reader import SessionReader
from granview.tasks.base import Column, Task


@dataclass(frozen=True)
class Quality:
    """One measure of how good lanes are.

    Attributes:
        metric: The name of a metric, or ``score`` of units.
        bucket: The bucket of grain that it is of; empty for all samples.
        title: As shown.
        better: Whether higher or lower values are better.
        top: What no value is above; None where there is no such bound.
        values: By lane; lanes without a value lack.
        n: By lane, the samples that its value rests on.
        fair: The lanes that can be compared: those that rest on the same samples.
    """

    metric: str
    bucket: str
    title: str
    better: Literal["higher", "lower"]
    top: float | None
    values: Mapping[str, float]
    n: Mapping[str, int] = field(default_factory=dict)
    fair: frozenset[str] = frozenset()


def metric_qualities(contents: SessionContents, lanes: Sequence[LaneSummary]) -> list[Quality]:
    """Of lanes of one task, a quality for each metric that any has a value of; the headline first."""
    tasks = list(contents.tasks.values())
    if not tasks:
        return []
    columns = [column for column in tasks[0].columns if column.better]
    ordered = sorted(columns, key=lambda column: _rank(tasks[0], column))
    found = (_of_metric(column, lanes) for column in ordered)
    return [quality for quality in found if quality.values]


def bucket_qualities(session: SessionReader, task: str) -> Iterator[Quality]:
    """For each bucket of the task's first measure of grain, the mean score of its units."""
    units = read_task_units(session, task)
    axis = next(iter(axes_of(units)), None)
    if axis is None:
        return
    measured = bucketed(units, axis)
    profiles = {lane: measured.profile(lane) for lane in measured.lanes}
    for place in range(len(measured.buckets)):
        values = {lane: float(profile.mean[place]) for lane, profile in profiles.items() if profile.n[place]}
        n = {lane: int(profile.n_samples[place]) for lane, profile in profiles.items() if profile.n[place]}
        if values:
            most = max(int(profile.n[place]) for profile in profiles.values())
            fair = frozenset(lane for lane in values if profiles[lane].n[place] == most)
            title = f"{axis.title} {measured.title(place)}"
            yield Quality("score", measured.buckets.titles[place], title, "higher", 1.0, values, n, fair)


def _of_metric(column: Column, lanes: Sequence[LaneSummary]) -> Quality:
    values = {lane.lane: value for lane in lanes if (value := _number(lane.row.get(column.name))) is not None}
    samples = {lane.lane: lane.samples_of(column.name) for lane in lanes if lane.lane in values}
    is_bounded = column.better == "higher" and all(0 <= value <= column.top for value in values.values())
    return Quality(
        column.name,
        "",
        f"{column.title}, {column.unit}" if column.unit else column.title,
        "lower" if column.better == "lower" else "higher",
        column.top if is_bounded else None,
        values,
        {lane: len(own) for lane, own in samples.items()},
        lanes_on_same_samples(samples),
    )


def _rank(task: Task, column: Column) -> int:
    return task.headline.index(column.name) if column.name in task.headline else len(task.headline)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and np.isfinite(value) else None
