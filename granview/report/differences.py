"""What every lane has over another one, with an interval: is the difference real?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from granview.analysis.paired_bootstrap import PairedDifference, paired_statistics_bootstrap
from granview.core.errors import ArgumentError
from granview.core.unit import Statistics
from granview.report.merged_statistics import aligned_statistics
from granview.report.results import Row
from granview.report.session_contents import SessionContents
from granview.store.reader import SessionReader
from granview.tasks.base import Metrics, Task, finite_metrics

BOOTSTRAP_SEED: Final = 0
"""Seed of every resampling, recorded with each run."""

COLUMNS: Final = (
    "lane", "against", "metric", "lane_value", "against_value", "difference", "low", "high", "p_value", "n",
    "lane_n", "against_n", "verdict",
)  # fmt: skip

_RESAMPLES = 2000


@dataclass(frozen=True)
class LaneDifference:
    """What a lane has over another one of its task.

    Attributes:
        lane: The lane.
        against: The other one.
        metrics: By name of the metric, over the samples that count for it in both lanes; only of metrics that are
            better in one direction.
        n_lane: By name of the metric, samples that count for it in the lane.
        n_against: The same of the other one.
    """

    lane: str
    against: str
    metrics: Mapping[str, PairedDifference]
    n_lane: Mapping[str, int]
    n_against: Mapping[str, int]

    def is_partial(self, metric: str) -> bool:
        """Whether one of them has samples that the other has not, so that their own values do not compare."""
        return self.metrics[metric].n < max(self.n_lane[metric], self.n_against[metric])


Differences = dict[str, LaneDifference]
"""By lane."""


def differences(session: SessionReader, pinned: str, resamples: int = _RESAMPLES) -> Differences:
    """For each other lane of the same task, its metrics less the pinned lane's, over the samples that both scored.

    Metrics are of merged statistics, resampled by sample (see ``granview.analysis.paired_bootstrap``). What is better
    in neither direction, such as the share of void pixels, tells of no lane that it is better, and has no difference.

    Raises:
        ArgumentError: there is no such lane.
    """
    return differences_in(SessionContents.read(session), pinned, resamples)


def differences_in(contents: SessionContents, pinned: str, resamples: int = _RESAMPLES) -> Differences:
    """As ``differences``, from contents that were read already."""
    tasks = contents.tasks
    if pinned not in tasks:
        raise ArgumentError(f"There is no lane '{pinned}'.", f"Lanes: {', '.join(tasks) or 'none'}.")
    others = [lane for lane, task in tasks.items() if lane != pinned and task is tasks[pinned]]
    return {lane: difference_of(contents, lane, pinned, resamples) for lane in others}


def first_lanes(contents: SessionContents) -> list[str]:
    """The first lane of each task: what the others are compared with where nobody chose one."""
    firsts = {task.name: lane for lane, task in reversed(contents.tasks.items())}
    return list(reversed(firsts.values()))


def has_pairs(contents: SessionContents) -> bool:
    """Whether there are two lanes of one task, which can be compared."""
    return len(first_lanes(contents)) < len(contents.lanes)


def difference_rows(contents: SessionContents, pinned: str | None = None) -> list[Row]:
    """One row per lane and metric that both lanes have and can be better in: those of ``differences.csv``.

    Args:
        contents: What the session holds.
        pinned: The lane that the others of its task are compared with; None for the first lane of each task.

    Raises:
        ArgumentError: there is no such lane.
    """
    bases = first_lanes(contents) if pinned is None else [pinned]
    lane_difference = (difference for base in bases for difference in differences_in(contents, base).values())
    return [row for difference in lane_difference for row in _rows(difference)]


def _rows(lane_difference: LaneDifference) -> list[Row]:
    return [
        {
            "lane": lane_difference.lane,
            "against": lane_difference.against,
            "metric": metric,
            "lane_value": each.a,
            "against_value": each.b,
            "difference": each.mean,
            "low": each.low,
            "high": each.high,
            "p_value": each.p_value,
            "n": each.n,
            "lane_n": lane_difference.n_lane[metric],
            "against_n": lane_difference.n_against[metric],
            "verdict": each.verdict,
        }
        for metric, each in lane_difference.metrics.items()
        if each.mean is not None
    ]


def difference_of(contents: SessionContents, lane: str, against: str, resamples: int = _RESAMPLES) -> LaneDifference:
    """What one lane has over another one of the same task, over the samples that both scored."""
    task = contents.tasks[lane]
    rows = [[contents.result(name, sample.name) for sample in contents.samples] for name in (lane, against)]
    (ours, theirs), _ = aligned_statistics(task, rows)
    metrics = paired_statistics_bootstrap(
        ours, theirs, partial(_directed, task), task.counted, seed=BOOTSTRAP_SEED, n=resamples
    )
    n_lane, n_against = (Counter(name for part in side for name in task.counted(part)) for side in (ours, theirs))
    return LaneDifference(lane, against, metrics, n_lane, n_against)


def _directed(task: Task, statistics: Statistics) -> Metrics:
    """The metrics of which either higher or lower values are better."""
    values = finite_metrics(task, statistics)
    return {column.name: values[column.name] for column in task.columns if column.better}
