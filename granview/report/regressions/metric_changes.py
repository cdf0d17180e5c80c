"""What a metric of a lane has become between two sessions, and whether that is a regression."""

import enum
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from granview.analysis.holm import holm
from granview.analysis.no_interval import NoInterval
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
    SAME = "no change shown: no sample differs"
    TOO_FEW = "too few samples"
    BIASED = "not tested: chance alone moves such values to one side"
    OTHER_TOKENS = "not tested: A and B count other tokens"
    BY_OUTCOME = "not tested: other samples are perfect in A than in B, and left out"


UNTESTED: Final = frozenset(
    {ChangeVerdict.TOO_FEW, ChangeVerdict.BIASED, ChangeVerdict.OTHER_TOKENS, ChangeVerdict.BY_OUTCOME}
)
"""What says nothing of the metric, not even that no change is shown."""


@dataclass(frozen=True)
class MetricChange:
    """What B has over A in one metric of a lane, over the samples that both were scored on.

    Attributes:
        column: The metric.
        difference: B less A, with its 95 % interval; ``a`` is B's value, ``b`` A's.
        p_holm: The p-value of no difference, corrected (Holm) over everything that is compared; None where nothing can
            be tested.
        margin: How much worse it may become, in the metric's unit.
        p_beyond: Of "it changed by no more than the margin in this direction", two-sided and corrected in the same way;
            without a margin it is ``p_holm``.
    """

    column: Column
    difference: PairedDifference
    p_holm: float | None
    margin: float
    p_beyond: float | None

    @property
    def verdict(self) -> ChangeVerdict:
        """Regressed where it is worse by more than the margin, and the corrected p-value of that at most 0.05.

        Improved is the same in the other direction. What changed beyond chance, but perhaps by less than the margin, is
        neither. Intervals decide nothing: each is right for one metric by itself.
        """
        if self.p_holm is None or self.p_beyond is None:
            return _UNTESTED[self.difference.why_none or NoInterval.UNDEFINED]
        if self.p_beyond <= 1 - LEVEL:
            return ChangeVerdict.IMPROVED if self.is_better else ChangeVerdict.REGRESSED
        return ChangeVerdict.NOT_BEYOND if self.p_holm <= 1 - LEVEL else ChangeVerdict.NOT_SHOWN

    @property
    def is_better(self) -> bool:
        """Whether B has the better value."""
        return ((self.difference.mean or 0.0) > 0) == (self.column.better == "higher")


_UNTESTED: Final[Mapping[NoInterval, ChangeVerdict]] = {
    NoInterval.FEW: ChangeVerdict.TOO_FEW,
    NoInterval.FEW_DIFFER: ChangeVerdict.FEW_DIFFER,
    NoInterval.SAME: ChangeVerdict.SAME,
    NoInterval.UNDEFINED: ChangeVerdict.TOO_FEW,
    NoInterval.BY_OUTCOME: ChangeVerdict.BY_OUTCOME,
    NoInterval.BIASED: ChangeVerdict.BIASED,
    NoInterval.OTHER_TOKENS: ChangeVerdict.OTHER_TOKENS,
}


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
    margin_of = {name: margins.margin(name) or 0.0 for of in columns for name in of}
    flat = [(name, each) for changes in compared for name, each in changes.items()]
    no_change = iter(holm([each.p_value for _, each in flat]))
    beyond = iter(holm([p_beyond(each, margin_of[name]) for name, each in flat]))
    return [
        {
            name: MetricChange(of[name], each, next(no_change), margin_of[name], next(beyond))
            for name, each in changes.items()
        }
        for changes, of in zip(compared, columns, strict=True)
    ]


def p_beyond(difference: PairedDifference, margin: float) -> float | None:
    """Two-sided p-value of "it changed by no more than the margin"; None where nothing can be tested.

    Twice that of the one-sided test at the margin on whose side the change lies, so that improved and regressed are
    announced with 2.5 % each where neither is so. 1 where it lies within.
    """
    if difference.pivot is None or difference.mean is None:
        return None
    if abs(difference.mean) <= margin:
        return 1.0
    return difference.pivot.p_value(math.copysign(margin, difference.mean))


def _compared(difference: LaneDifference, columns: Mapping[str, Column]) -> dict[str, PairedDifference]:
    known = {name: difference.metrics.get(name) for name in columns}
    return {name: each for name, each in known.items() if each is not None and each.mean is not None}


def _columns(contents: SessionContents, metrics: Sequence[str]) -> dict[str, Column]:
    task = contents.tasks[AFTER]
    directed = [column for column in task.columns if column.better]
    wanted = [each for each in directed if (each.name in metrics if metrics else not each.is_further)]
    return {column.name: column for column in wanted}
