"""Additive statistics of many samples as one, whatever label sets their references use."""

from collections.abc import Iterable, Sequence

from granview.core.labels import LabelSet
from granview.core.unit import Statistics, merge_statistics
from granview.scoring.label_space import joint_labels
from granview.store.rows import ResultRow
from granview.tasks.base import Task


def comparable_statistics(task: Task, rows: Iterable[ResultRow]) -> tuple[list[Statistics], LabelSet]:
    """The statistics of the rows that have some, counted in one label set, in the order of the rows.

    Rows that failed, were not scored, or had nothing to compare are left out. References of several label sets are
    brought together by class name.
    """
    (parts,), labels = aligned_statistics(task, [list(rows)])
    return [part for part in parts if part], labels


def aligned_statistics(
    task: Task, lanes: Sequence[Sequence[ResultRow | None]]
) -> tuple[list[list[Statistics]], LabelSet]:
    """As ``comparable_statistics``, for several lanes at once; an empty entry where a row has no statistics."""
    distinct = dict.fromkeys(row.reference_labels for rows in lanes for row in rows if row is not None)
    label_sets = [labels for labels in distinct if labels is not None]
    wanted = label_sets[0] if len(label_sets) == 1 else joint_labels(label_sets)
    return [[_counted_in(task, row, wanted) for row in rows] for rows in lanes], wanted


def _counted_in(task: Task, row: ResultRow | None, wanted: LabelSet) -> Statistics:
    if row is None or row.reference_labels is None:
        return {}
    statistics = row.unpacked_statistics(task)
    return task.relabel(statistics, row.reference_labels, wanted) if statistics else {}


def merged_statistics(parts: Sequence[Statistics]) -> Statistics:
    """The sum of comparable statistics; empty when there are none."""
    return merge_statistics(parts)
