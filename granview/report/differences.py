"""What every lane has over another one, with an interval: is the difference real?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from granview.analysis.equivalence import equivalence, no_worse
from granview.analysis.holm import holm
from granview.analysis.no_interval import NoInterval
from granview.analysis.paired_bootstrap import PairedDifference, paired_statistics_bootstrap
from granview.analysis.power import samples_needed, smallest_detectable
from granview.analysis.studentised_bootstrap import RESAMPLES
from granview.core.errors import ArgumentError
from granview.core.unit import Statistics
from granview.report.margins import NO_MARGINS, Margins
from granview.report.merged_statistics import aligned_statistics
from granview.report.results import Row
from granview.report.session_contents import SessionContents
from granview.store.reader import SessionReader
from granview.tasks.base import Column, Metrics, Task, finite_metrics

BOOTSTRAP_SEED: Final = 0
"""Seed of every resampling, recorded with each run."""

COLUMNS: Final = (
    "lane", "against", "metric", "lane_value", "against_value", "difference", "low", "high", "p_value", "n",
    "lane_n", "against_n", "verdict", "p_holm", "smallest_detectable", "samples_needed",
    "margin", "equivalent", "p_equivalent", "no_worse", "p_no_worse",
)  # fmt: skip


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
        corrected: By name of the metric, the p-value corrected (Holm) over all that one table says; None without one.
    """

    lane: str
    against: str
    metrics: Mapping[str, PairedDifference]
    n_lane: Mapping[str, int]
    n_against: Mapping[str, int]
    corrected: Mapping[str, float | None] = field(default_factory=dict)

    def is_partial(self, metric: str) -> bool:
        """Whether one of them has samples that the other has not, so that their own values do not compare."""
        return self.metrics[metric].n < max(self.n_lane[metric], self.n_against[metric])


Differences = dict[str, LaneDifference]
"""By lane."""


def differences(session: SessionReader, pinned: str, resamples: int = RESAMPLES) -> Differences:
    """For each other lane of the same task, its metrics less the pinned lane's, over the samples that both scored.

    Metrics are of merged statistics: the estimand is ``granview.analysis.estimand.METRIC_DIFFERENCE``. What is better
    in neither direction, such as the share of void pixels, tells of no lane that it is better, and has no difference.
    P-values are corrected over all lanes and metrics together.

    Raises:
        ArgumentError: there is no such lane.
    """
    return differences_in(SessionContents.read(session), pinned, resamples)


def differences_in(contents: SessionContents, pinned: str, resamples: int = RESAMPLES) -> Differences:
    """As ``differences``, from contents that were read already."""
    tasks = contents.tasks
    if pinned not in tasks:
        raise ArgumentError(f"There is no lane '{pinned}'.", f"Lanes: {', '.join(tasks) or 'none'}.")
    others = [lane for lane, task in tasks.items() if lane != pinned and task is tasks[pinned]]
    return {
        each.lane: each for each in corrected([difference_of(contents, lane, pinned, resamples) for lane in others])
    }


def corrected(compared: Sequence[LaneDifference]) -> list[LaneDifference]:
    """The same with p-values corrected (Holm) over all that they say together."""
    places = [(place, name) for place, each in enumerate(compared) for name in each.metrics]
    p_values = holm([compared[place].metrics[name].p_among_many for place, name in places])
    of_lane: list[dict[str, float | None]] = [{} for _ in compared]
    for (place, name), p_value in zip(places, p_values, strict=True):
        of_lane[place][name] = p_value
    return [replace(each, corrected=found) for each, found in zip(compared, of_lane, strict=True)]


def first_lanes(contents: SessionContents) -> list[str]:
    """The first lane of each task: what the others are compared with where nobody chose one."""
    firsts = {task.name: lane for lane, task in reversed(contents.tasks.items())}
    return list(reversed(firsts.values()))


def has_pairs(contents: SessionContents) -> bool:
    """Whether there are two lanes of one task, which can be compared."""
    return len(first_lanes(contents)) < len(contents.lanes)


def difference_rows(contents: SessionContents, pinned: str | None = None, margins: Margins = NO_MARGINS) -> list[Row]:
    """One row per lane and metric that both lanes have and can be better in: those of ``differences.csv``.

    Args:
        contents: What the session holds.
        pinned: The lane that the others of its task are compared with; None for the first lane of each task.
        margins: The largest differences that do not count.

    Raises:
        ArgumentError: there is no such lane.
    """
    bases = first_lanes(contents) if pinned is None else [pinned]
    compared = corrected([each for base in bases for each in differences_in(contents, base).values()])
    return [row for each in compared for row in _rows(each, compared_metrics(contents.tasks[each.lane]), margins)]


def _rows(compared: LaneDifference, better: Mapping[str, str], margins: Margins) -> list[Row]:
    return [
        {
            "lane": compared.lane,
            "against": compared.against,
            "metric": metric,
            "lane_value": each.a,
            "against_value": each.b,
            "difference": each.mean,
            "low": each.low,
            "high": each.high,
            "p_value": each.p_value,
            "n": each.n,
            "lane_n": compared.n_lane[metric],
            "against_n": compared.n_against[metric],
            "verdict": each.verdict,
            "p_holm": compared.corrected.get(metric),
            "smallest_detectable": smallest_detectable(each),
            "samples_needed": samples_needed(each, each.mean),
            **_within(each, margins.margin(metric), better[metric] == "higher"),
        }
        for metric, each in compared.metrics.items()
        if each.mean is not None
    ]


def _within(difference: PairedDifference, margin: float | None, is_higher_better: bool) -> Row:
    """Whether a difference is within the margin; None where there is no margin, or no interval."""
    both = None if margin is None else equivalence(difference, margin)
    worse = None if margin is None else no_worse(difference, margin, is_higher_better)
    return {
        "margin": margin,
        "equivalent": None if both is None else int(both.is_shown),
        "p_equivalent": None if both is None else both.p_value,
        "no_worse": None if worse is None else int(worse.is_shown),
        "p_no_worse": None if worse is None else worse.p_value,
    }


def difference_of(contents: SessionContents, lane: str, against: str, resamples: int = RESAMPLES) -> LaneDifference:
    """What one lane has over another one of the same task, over the samples that both scored."""
    task = contents.tasks[lane]
    rows = [[contents.result(name, sample.name) for sample in contents.samples] for name in (lane, against)]
    (ours, theirs), _ = aligned_statistics(task, rows)
    metrics = paired_statistics_bootstrap(
        ours, theirs, partial(_directed, task), task.counted, seed=BOOTSTRAP_SEED, n=resamples
    )
    if contents.is_by_outcome:
        metrics = {name: each.by_outcome() for name, each in metrics.items()}
    farthest = {column.name: column.farthest for column in task.columns}
    metrics = {name: each.within(farthest.get(name)) for name, each in metrics.items()}
    metrics |= {name: metrics[name].untested(why) for name, why in _untested(task, ours, theirs).items()}
    n_lane, n_against = (Counter(name for part in side for name in task.counted(part)) for side in (ours, theirs))
    return LaneDifference(lane, against, metrics, n_lane, n_against)


def _untested(task: Task, ours: Sequence[Statistics], theirs: Sequence[Statistics]) -> dict[str, NoInterval]:
    """By name of the metric, why no difference of it can be tested on these samples."""
    found = {column.name: NoInterval.BIASED for column in task.columns if column.better and column.is_biased}
    pairs = [pair for pair in zip(ours, theirs, strict=True) if all(pair)]
    counted = [[task.counted(part) for part in pair] for pair in pairs]
    for column in task.columns:
        counts = [(_count(column, a), _count(column, b)) for a, b in pairs]
        if any(a and b and a != b for a, b in counts):
            found[column.name] = NoInterval.OTHER_TOKENS
        if column.leaves_out_perfect and any((column.name in a) is not (column.name in b) for a, b in counted):
            found[column.name] = NoInterval.BY_OUTCOME
    return found


def _count(column: Column, part: Statistics) -> float:
    """Of how many things a sample's value is a mean; 0 where it has none, and where that is not asked of the metric."""
    if not column.counted_in:
        return 0.0
    name, row = column.counted_in
    return float(part[name][row, 1]) if name in part else 0.0


def _directed(task: Task, statistics: Statistics) -> Metrics:
    """The metrics of which either higher or lower values are better."""
    values = finite_metrics(task, statistics)
    return {name: values[name] for name in compared_metrics(task)}


def compared_metrics(task: Task) -> dict[str, str]:
    """By name of a metric that is better in one direction, which values are: higher or lower."""
    return {column.name: column.better for column in task.columns if column.better}
