"""The places that a verdict looks into: buckets of grain, classes and saved slices, each a slice of the units."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from granview.analysis.bucket_columns import bucket_index
from granview.core.slices import Condition, Slice
from granview.report.task_units import TaskUnits
from granview.report.unit_columns import column_names, is_by_outcome
from granview.report.verdict.statement import Dimension, Subgroup
from granview.tasks.base import GRAIN, GrainAxis, Task

MAIN_COLUMNS: Final = frozenset({GRAIN, "thinness", "negations"})
"""Measures whose buckets a verdict looks into: each one more makes all others harder to show."""


def places_of(units: TaskUnits, task: Task, slices: Sequence[Slice] = ()) -> list[Subgroup]:
    """Every place of a task's units, in the order in which they are told.

    Where all units of a kind lie in one bucket, or are of one class, that says what is said over all once more, and is
    left out.

    Args:
        units: All units of the task.
        task: The task.
        slices: Those that the user has saved; slices on columns that these units lack are left out, and those of units
            that were chosen by what a lane makes of them, see ``granview.report.unit_columns.is_by_outcome``.
    """
    kinds = units.categories.get("kind", ())
    axes = [axis for axis in task.grain_axes if axis.kind in kinds and axis.column in MAIN_COLUMNS & set(units.columns)]
    known = frozenset(column_names(units))
    askable = [
        each
        for each in slices
        if all(condition.column in known for condition in each.conditions) and not is_by_outcome(each, units.lanes)
    ]
    return [
        *(place for axis in axes for place in _buckets(axis) if _is_divided(units, axis)),
        *_classes(units, axes[:1]),
        *map(_saved, askable),
    ]


def _is_divided(units: TaskUnits, axis: GrainAxis) -> bool:
    """Whether the units of an axis lie in more than one of its buckets."""
    values = units.of_kind(axis.kind).columns[axis.column]
    return len(np.unique(bucket_index(values[~np.isnan(values)], axis.edges))) > 1


def _buckets(axis: GrainAxis) -> Iterator[Subgroup]:
    of_kind = Condition("kind", (axis.kind,))
    for low, high in pairwise(axis.edges):
        end = None if np.isinf(high) else high
        asked = Slice((of_kind, Condition(axis.column, low=low, high=end)))
        yield Subgroup(Dimension.GRAIN, axis.title, axis.kind, asked, low, end, axis.unit, axis.is_count)


def _classes(units: TaskUnits, axes: Sequence[GrainAxis]) -> Iterator[Subgroup]:
    """The classes of the units of the first axis' kind: others are of the same things once more."""
    if not axes or "class" not in units.categories:
        return
    kind = axes[0].kind
    present = np.unique(units.of_kind(kind).columns["class"])
    for index in present[present >= 0].tolist() if len(present) > 1 else ():
        name = units.categories["class"][index]
        asked = Slice((Condition("kind", (kind,)), Condition("class", (name,))))
        yield Subgroup(Dimension.CLASS, "class", kind, asked, name=name)


def _saved(saved: Slice) -> Subgroup:
    return Subgroup(Dimension.SLICE, saved.name or str(saved), "", saved, name=saved.name or str(saved))
