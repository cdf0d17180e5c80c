"""Additive statistics of many samples as one, whatever label sets their references use."""

from collections.abc import Iterable, Sequence

from granview.core.labels import LabelSet, normalized
from granview.core.unit import Statistics, merge_statistics
from granview.store.rows import ResultRow
from granview.tasks.base import Task


def merged_labels(label_sets: Iterable[LabelSet]) -> LabelSet:
    """The classes of all label sets, each name once, in order of first appearance, with the colour it had there."""
    found: dict[str, tuple[str, tuple[int, int, int]]] = {}
    for labels in label_sets:
        for name, color in zip(labels.names, labels.colors, strict=True):
            found.setdefault(normalized(name), (name, color))
    return LabelSet(tuple(name for name, _ in found.values()), tuple(color for _, color in found.values()))


def comparable(task: Task, rows: Iterable[ResultRow]) -> tuple[list[Statistics], LabelSet]:
    """The statistics of the rows that were scored, counted in one label set, in the order of the rows.

    Rows that failed, were not scored, or had nothing to compare are left out. References of several label sets are
    brought together by class name.
    """
    scored = [(row, row.unpacked_statistics()) for row in rows if row.scored]
    used = [(row.reference_labels, statistics) for row, statistics in scored if statistics and row.reference_labels]
    distinct = list(dict.fromkeys(labels for labels, _ in used))
    if len(distinct) <= 1:
        return [statistics for _, statistics in used], distinct[0] if distinct else LabelSet((), ())
    wanted = merged_labels(distinct)
    return [task.relabel(statistics, labels, wanted) for labels, statistics in used], wanted


def merged(parts: Sequence[Statistics]) -> Statistics:
    """The sum of comparable statistics; empty when there are none."""
    return merge_statistics(parts)
