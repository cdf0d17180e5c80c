"""Tables of classes: metrics class by class, and which class each lane took for which."""

from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from granview.report.merged_statistics import comparable_statistics, merged_statistics
from granview.report.results import Row
from granview.report.session_contents import SessionContents
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord
from granview.tasks.base import without_nonfinite


def class_rows(session: SessionReader, sample: str | None = None, task: str | None = None) -> list[Row]:
    """Rows with ``lane``, ``class`` and the task's metrics of that class, over one sample or all of them.

    ``task`` asks for the lanes of one task alone.
    """
    return rows_of(SessionContents.read(session), sample, task)


def rows_of(contents: SessionContents, sample: str | None = None, task: str | None = None) -> list[Row]:
    """As ``class_rows``, from contents that were read already."""
    lanes = [lane for lane in contents.lanes if task in (None, lane.spec.task)]
    return [row for lane in lanes for row in _rows(contents, lane, sample)]


def _rows(contents: SessionContents, lane: LaneRecord, sample: str | None) -> list[Row]:
    task = contents.tasks[lane.name]
    results = (row for row in contents.of_lane(lane.name) if sample in (None, row.sample))
    parts, labels = comparable_statistics(task, results)
    if not parts:
        return []
    metrics = map(without_nonfinite, task.class_metrics(merged_statistics(parts)))
    return [{"lane": lane.name, "class": name} | values for name, values in zip(labels.names, metrics, strict=True)]


@dataclass(frozen=True)
class Confusion:
    """What one lane confused.

    Attributes:
        lane: Its name.
        classes: The names of the classes, in the order of rows and columns.
        counts: (n, n), or (n + 1, n + 1) with what was missed in the last column and invented in the last row.
    """

    lane: str
    classes: tuple[str, ...]
    counts: NDArray[Any]


def confusions(session: SessionReader, task: str) -> list[Confusion]:
    """Those of each lane of a task, for which such are counted, in the order of the lanes."""
    contents = SessionContents.read(session).of_task(task)
    found = []
    for lane in contents.lanes:
        known = contents.tasks[lane.name]
        parts, labels = comparable_statistics(known, contents.of_lane(lane.name))
        counts = known.confusion(merged_statistics(parts))
        if counts is not None:
            found.append(Confusion(lane.name, labels.names, counts))
    return found
