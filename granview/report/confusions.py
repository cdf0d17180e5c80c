"""Which class each lane took for which, over all samples."""

from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from granview.report.merged_statistics import comparable_statistics, merged_statistics
from granview.report.session_contents import SessionContents
from granview.store.reader import SessionReader


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
