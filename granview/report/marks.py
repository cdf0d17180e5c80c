"""``marks.csv``: what people have marked, and whether it is still there."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from granview.core.mark import UnitMark
from granview.report.cached_units import read_task_units
from granview.report.results import Row
from granview.report.task_units import TaskUnits
from granview.report.unit_sources.marks import marked_rows, sample_starts
from granview.store.reader import SessionReader

COLUMNS: Final = ("sample", "task", "unit", "kind", "grain", "class", "mark", "note", "is_current")


def mark_rows(session: SessionReader) -> list[Row]:
    """A row for each mark; ``task``, ``unit``, ``kind`` and ``grain`` are None where a whole sample is marked.

    ``is_current`` is 0 where a marked unit is not there any more: its sample has another reference by now, or no result
    that was scored.
    """
    marks = session.marks()
    tasks = dict.fromkeys(mark.of.task for mark in marks if not mark.of.is_sample)
    units = {task: read_task_units(session, task) for task in tasks}
    return [_row(mark, units) for mark in marks]


def _row(mark: UnitMark, units: Mapping[str, TaskUnits]) -> Row:
    of, is_sample = mark.of, mark.of.is_sample
    found = None if is_sample else unit_row(units[of.task], mark)
    return {
        "sample": of.sample,
        "task": None if is_sample else of.task,
        "unit": None if is_sample else of.place,
        "kind": mark.unit_kind or None,
        "grain": mark.grain,
        "class": None if found is None else _class_name(units[of.task], found),
        "mark": mark.mark,
        "note": mark.note,
        "is_current": int(is_sample or found is not None),
    }


def unit_row(units: TaskUnits, mark: UnitMark) -> int | None:
    """The row of a marked unit; None where it is not there any more."""
    if mark.of.sample not in units.samples:
        return None
    place = units.samples.index(mark.of.sample)
    start, end = sample_starts(units)[place : place + 2].tolist()
    rows = marked_rows(units, mark, start, end)
    return rows.start if rows.stop > rows.start else None


def _class_name(units: TaskUnits, row: int) -> str | None:
    if "class" not in units.categories:
        return None
    place = int(np.asarray(units.columns["class"])[row])
    return units.categories["class"][place] if place >= 0 else None
