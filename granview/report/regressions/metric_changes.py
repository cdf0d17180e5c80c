"""What a metric of a lane has become between two sessions, and whether that is a regression."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from granview.analysis.bootstrap_interval import MIN_SAMPLES
from granview.analysis.holm import holm
from granview.analysis.paired_bootstrap import PairedDifference
from granview.report.differences import LaneDifference, difference_of
from granview.report.margins import Margins
from granview.report.session_contents import SessionContents
from granview.tasks.base import Column

BEFORE: Final = "before"
AFTER: Final = "after"
"""What the two lanes of joined contents are called, see ``granview.report.regressions.joined_lanes``."""

LEVEL: Final = 0.95
_RESAMPLES: Final = 2000
_RESAMPLES_PER_COMPARISON: Final = 100
"""A bootstrap's smallest p-value is about 1 / resamples: with fewer, no corrected one of so many could be small."""


class ChangeVerdict(enum.StrEnum):
    """What can be said of a metric of a lane in B against A."""

    REGRESSED = "regressed"
    IMPROVED = "improved"
    NOT_BEYOND = "changed, not shown to be by more than the margin"
    NOT_SHOWN = "no change shown"
    FEW_DIFFER = "no change shown: too few samples differ"
    TOO_FEW = "too few samples"


@dataclass(frozen=True)
class MetricChange:
    """What B has over A in one metric of a lane, over the samples that both were scored on.

    Attributes:
        column: The metric.
        difference: B less A, with its 95 % interval; ``a`` is B's value, ``b`` A's.
        p_holm: The p-value of no difference, corrected (Holm) over everything that is compared; None where there is no
            interval.
        margin: How much worse it may become, in the metric's unit.
    """

    column: Column
    difference: PairedDifference
    p_holm: float | None
    margin: float

    @property
    def verdict(self) -> ChangeVerdict:
        """Regressed where the whole interval is worse than the margin, and the corrected p-value at most 0.05.

        Improved is the same in the other direction. What changed beyond chance, but perhaps by less than the margin, is
        neither.
        """
        low, high = self.difference.low, self.difference.high
        if low is None or high is None or self.p_holm is None:
            return ChangeVerdict.TOO_FEW if self.difference.n < MIN_SAMPLES else ChangeVerdict.FEW_DIFFER
        if self.column.better == "lower":
            low, high = -high, -low
        if self.p_holm > 1 - LEVEL:
            return ChangeVerdict.NOT_SHOWN
        if high < -self.margin:
            return ChangeVerdict.REGRESSED
        if low > self.margin:
            return ChangeVerdict.IMPROVED
        return ChangeVerdict.NOT_BEYOND if low > 0 or high < 0 else ChangeVerdict.NOT_SHOWN


def metric_changes(
    pairs: Sequence[SessionContents], metrics: Sequence[str], margins: Margins
) -> list[dict[str, MetricChange]]:
    """Of each pair of lanes, by name of the metric, those that both have a value of; corrected over all of them.

    Args:
        pairs: Contents of the two lanes each, called ``BEFORE`` and ``AFTER``.
        metrics: Names of the metrics; empty for all that are better in one direction and not for a second look.
        margins: How much worse each may become.
    """
    columns = [_columns(contents, metrics) for contents in pairs]
    resamples = max(_RESAMPLES, _RESAMPLES_PER_COMPARISON * sum(map(len, columns)))
    differences = [difference_of(contents, AFTER, BEFORE, resamples) for contents in pairs]
    compared = [_compared(*each) for each in zip(differences, columns, strict=True)]
    corrected = iter(holm([each.p_value for changes in compared for each in changes.values()]))
    return [
        {
            name: MetricChange(of[name], each, next(corrected), margins.margin(name) or 0.0)
            for name, each in changes.items()
        }
        for changes, of in zip(compared, columns, strict=True)
    ]


def _compared(difference: LaneDifference, columns: Mapping[str, Column]) -> dict[str, PairedDifference]:
    known = {name: difference.metrics.get(name) for name in columns}
    return {name: each for name, each in known.items() if each is not None and each.mean is not None}


def _columns(contents: SessionContents, metrics: Sequence[str]) -> dict[str, Column]:
    task = contents.tasks[AFTER]
    directed = [column for column in task.columns if column.better]
    wanted = [each for each in directed if (each.name in metrics if metrics else not each.is_further)]
    return {column.name: column for column in wanted}
