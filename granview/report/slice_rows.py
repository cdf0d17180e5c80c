"""What lanes score on the units of a slice, with intervals; whole samples are drawn anew, with all their units."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from granview.analysis.clustered_bootstrap import clustered_means
from granview.analysis.no_interval import NoInterval
from granview.core.errors import ArgumentError
from granview.core.near_names import there_are
from granview.core.slices import Slice
from granview.core.task_trait import traits_of
from granview.report.cached_units import read_task_units
from granview.report.differences import BOOTSTRAP_SEED
from granview.report.results import Row
from granview.report.slicing import refuse_unknown_values, sliced
from granview.report.task_units import TaskUnits
from granview.report.unit_columns import askable_columns, column_names, unit_column
from granview.store.reader import SessionReader

COLUMNS: Final = (
    "task", "kind", "lane", "n_units", "n_samples", "score", "low", "high", "no_interval", "right_share",
    "against", "difference", "difference_low", "difference_high", "difference_no_interval",
)  # fmt: skip

_SCORE: Final = ("score", "low", "high", "no_interval")
_DIFFERENCE: Final = ("difference", "difference_low", "difference_high", "difference_no_interval")


def slice_units(session: SessionReader, wanted: Slice) -> dict[str, TaskUnits]:
    """By task, the units that meet all conditions; tasks whose units have not all the columns are left out.

    Raises:
        ArgumentError: no task has them all, or none has a value that is asked for; the hint lists those that there are.
    """
    tasks = dict.fromkeys(lane.spec.task for lane in session.lanes())
    every = {task: units for task in tasks if len(units := read_task_units(session, task))}
    asked = {condition.column for condition in wanted.conditions}
    fitting = {task: sliced(units, wanted) for task, units in every.items() if asked <= {*askable_columns(units)}}
    if every and not fitting:
        known = {name for units in every.values() for name in column_names(units)}
        lacking = sorted(asked - known) or sorted(asked)
        there = (name for units in every.values() for name in column_names(units))
        raise ArgumentError(f"No task has the column '{lacking[0]}'.", there_are(lacking[0], there))
    for condition in wanted.conditions:
        refuse_unknown_values(condition, [unit_column(every[task], condition.column) for task in fitting])
    return fitting


def slice_rows(session: SessionReader, wanted: Slice) -> list[Row]:
    """A row for each task, kind of units and lane: its mean score on the slice, and what it has over the first lane.

    ``difference`` is of the units that both lanes have a score of; None where the slice takes units by what a lane
    makes of them (``granview.report.unit_columns.is_by_outcome``), so that the lanes differ by that choice. Intervals
    hold 95 %, those of scores within 0 and 1; where there is none the columns of ``no_interval`` say why, see
    ``granview.analysis.no_interval``.
    """
    return [row for task, units in slice_units(session, wanted).items() for row in _rows(task, units)]


def _rows(task: str, units: TaskUnits) -> Iterator[Row]:
    right_above, is_chosen = traits_of(task).right_above, units.is_by_outcome
    for kind in units.categories["kind"]:
        of_kind = units.of_kind(kind)
        first = of_kind.lanes[0] if of_kind.lanes else ""
        for lane in of_kind.lanes if len(of_kind) else ():
            score = of_kind.scores[lane]
            known = score[~np.isnan(score)]
            yield {
                "task": task,
                "kind": kind,
                "lane": lane,
                **_mean(of_kind, score, _SCORE),
                "right_share": None if right_above is None or not len(known) else float((known > right_above).mean()),
                "against": None if lane == first or is_chosen else first,
                **_difference(of_kind, lane, lane if is_chosen else first),
            }


def _difference(units: TaskUnits, lane: str, first: str) -> Row:
    if lane == first:
        return dict.fromkeys(_DIFFERENCE)
    found = _mean(units, units.scores[lane] - units.scores[first], _DIFFERENCE, usual=0.0)
    return {name: found[name] for name in _DIFFERENCE}


def _mean(
    units: TaskUnits,
    values: "np.ndarray[tuple[int], np.dtype[np.float32]]",
    names: tuple[str, str, str, str],
    usual: float | None = None,
) -> Row:
    known = ~np.isnan(values)
    sample, reals = units.sample[known], values[known].astype(np.float64)
    if not len(reals):
        return {"n_units": 0, "n_samples": 0, **dict.fromkeys(names)}
    means = clustered_means(sample, np.zeros(len(reals), np.intp), reals, 1, BOOTSTRAP_SEED, usual=usual)
    interval = None if units.is_by_outcome else means.interval(0)
    why = NoInterval.BY_OUTCOME if units.is_by_outcome else means.why_none(0)
    low, high = (None, None) if interval is None else (interval.low, interval.high)
    if usual is None and low is not None and high is not None:
        low, high = max(low, 0.0), min(high, 1.0)
    return {
        "n_units": len(reals),
        "n_samples": int(means.n_samples[0]),
        **dict(zip(names, (float(means.mean[0]), low, high, why), strict=True)),
    }
