"""Whether probabilities are what they say: the share of hits in each bin of them, for tasks that count it."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.report.merged_statistics import comparable_statistics, merged_statistics
from granview.report.session_contents import SessionContents
from granview.scoring.calibration import expected_calibration_error
from granview.store.reader import SessionReader
from granview.tasks.base import Task

_STATISTIC: Final = "calibration"
_COLUMN: Final = "ece"


@dataclass(frozen=True)
class Reliability:
    """One lane's reliability diagram; bins that hold nothing are left out.

    Attributes:
        lane: Its name.
        confidence: (n,) mean probability of what was said in each bin, 0 to 1, increasing.
        hits: (n,) share of it that was true, 0 to 1.
        counts: (n,) how much was said, int64.
        error: Expected calibration error over all bins.
    """

    lane: str
    confidence: NDArray[np.float64]
    hits: NDArray[np.float64]
    counts: NDArray[np.int64]
    error: float | None


def counts_calibration(task: Task) -> bool:
    """Whether a task measures its calibration: it has a column of the expected calibration error."""
    return any(column.name == _COLUMN for column in task.columns)


def reliabilities(session: SessionReader, task: str) -> list[Reliability]:
    """Those of each lane of a task that counts its calibration, in the order of the lanes."""
    contents = SessionContents.read(session).of_task(task)
    found = []
    for lane in contents.lanes:
        parts, _ = comparable_statistics(contents.tasks[lane.name], contents.of_lane(lane.name))
        sums = merged_statistics(parts).get(_STATISTIC)
        if sums is not None and sums[:, 0].any():
            found.append(_of(lane.name, sums[sums[:, 0] > 0]))
    return found


def _of(lane: str, sums: NDArray[np.float64]) -> Reliability:
    n, confidence, hits = sums.T
    return Reliability(lane, confidence / n, hits / n, n.astype(np.int64), expected_calibration_error(sums))
