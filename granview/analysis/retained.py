"""How much of its parent's quality a variant keeps, against the marks of MLPerf.

MLPerf Inference takes a compressed model that keeps 99 % or 99.9 % of the reference's quality (Reddi et al., "MLPerf
Inference Benchmark", ISCA 2020, section 4).
"""

import enum
from dataclasses import dataclass
from typing import Final

from granview.analysis.paired_bootstrap import DifferenceVerdict, PairedDifference


class Mark(enum.StrEnum):
    """How much is kept."""

    MOST = "keeps 99.9 %"
    MUCH = "keeps 99 %"
    BELOW = "below 99 %"


MARKS: Final = ((0.999, Mark.MOST), (0.99, Mark.MUCH))


@dataclass(frozen=True)
class Retained:
    """The share of the parent's quality that a variant has.

    Attributes:
        share: Its value by the parent's, of what is better the lower the parent's by its own; above 1 where it is
            better. None where there is no such share: the parent's value is not above 0, or either is unknown.
        low: The share at the worse end of the difference's interval, the parent's value taken as known; None without
            an interval, and where no sample differs: drawing anew what is all the same tells nothing of others.
    """

    share: float | None
    low: float | None

    @property
    def mark(self) -> Mark | None:
        """The best mark that the share reaches; None without a share."""
        return None if self.share is None else _mark(self.share)

    @property
    def sure_mark(self) -> Mark | None:
        """The best mark that it reaches even at the worse end of the interval; None without an interval."""
        return None if self.low is None else _mark(self.low)


def _mark(share: float) -> Mark:
    return next((mark for least, mark in MARKS if share >= least), Mark.BELOW)


def retained(difference: PairedDifference, is_higher_better: bool) -> Retained:
    """The share of the parent (lane b of the difference) that the variant (lane a) keeps."""
    worst = difference.low if is_higher_better else difference.high
    if difference.a is None or difference.b is None or difference.b <= 0:
        return Retained(None, None)
    share = _share(difference.a, difference.b, is_higher_better)
    return Retained(share, None if worst is None else _share(difference.b + worst, difference.b, is_higher_better))


def is_same(difference: PairedDifference) -> bool:
    """Whether both have the same on every sample, and there are enough of these to say so."""
    return difference.verdict is DifferenceVerdict.SAME


def _share(value: float, of_parent: float, is_higher_better: bool) -> float | None:
    if is_higher_better:
        return value / of_parent
    return of_parent / value if value > 0 else None
