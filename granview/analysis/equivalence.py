"""Whether two lanes differ by no more than a margin, which "no difference shown" does not say.

Two one-sided tests (Schuirmann, "A Comparison of the Two One-Sided Tests Procedure and the Power Approach for Assessing
the Equivalence of Average Bioavailability", Journal of Pharmacokinetics and Biopharmaceutics 15(6), 1987): both that
the difference lies above -margin and that it lies below margin must be shown. With alpha 0.05 that is so exactly where
the 90 % interval lies within the margin. Intervals and p-values are those of the difference itself.
"""

from dataclasses import dataclass

from granview.analysis.paired_bootstrap import PairedDifference
from granview.core.errors import ArgumentError

ALPHA = 0.05


@dataclass(frozen=True)
class Equivalence:
    """Whether a difference lies within a margin.

    Attributes:
        margin: The largest difference that does not count, above 0, in the metric's unit.
        p_value: Of "the difference is as large as the margin, or larger"; the larger of both one-sided ones.
        low: Lower end of the interval with coverage 1 - 2 alpha.
        high: Its upper end.
        alpha: How often it may be said though it is not so.
    """

    margin: float
    p_value: float
    low: float
    high: float
    alpha: float = ALPHA

    @property
    def is_shown(self) -> bool:
        """Whether the lanes are shown to differ by less than the margin; False says that it is not known."""
        return self.p_value <= self.alpha


@dataclass(frozen=True)
class NoWorse:
    """Whether lane a is worse than lane b by less than a margin (non-inferiority).

    Attributes:
        margin: The largest loss that does not count, above 0, in the metric's unit.
        p_value: One-sided, of "it is worse by the margin, or more".
        worst: How much it may be better (above 0) or worse (below 0) at the worse end of the interval with coverage
            1 - 2 alpha.
        alpha: How often it may be said though it is not so.
    """

    margin: float
    p_value: float
    worst: float
    alpha: float = ALPHA

    @property
    def is_shown(self) -> bool:
        """Whether lane a is shown to be no worse; False says that it is not known."""
        return self.p_value <= self.alpha


def equivalence(difference: PairedDifference, margin: float, alpha: float = ALPHA) -> Equivalence | None:
    """Whether two lanes differ by less than a margin; None where the difference has no interval.

    Raises:
        ArgumentError: the margin is not above 0.
    """
    pivot = difference.pivot
    check_margin(margin)
    if pivot is None:
        return None
    interval = pivot.interval(1 - 2 * alpha)
    p_value = max(pivot.p_above(-margin), pivot.p_below(margin))
    return Equivalence(margin, p_value, interval.low, interval.high, alpha)


def no_worse(
    difference: PairedDifference, margin: float, is_higher_better: bool, alpha: float = ALPHA
) -> NoWorse | None:
    """Whether lane a is worse than lane b by less than a margin; None where the difference has no interval.

    Raises:
        ArgumentError: the margin is not above 0.
    """
    pivot = difference.pivot
    check_margin(margin)
    if pivot is None:
        return None
    interval = pivot.interval(1 - 2 * alpha)
    if is_higher_better:
        return NoWorse(margin, pivot.p_above(-margin), interval.low, alpha)
    return NoWorse(margin, pivot.p_below(margin), -interval.high, alpha)


def check_margin(margin: float) -> None:
    """Make sure that a margin is one.

    Raises:
        ArgumentError: it is not above 0, or no finite number.
    """
    if not 0 < margin < float("inf"):
        raise ArgumentError(
            f"A margin of {margin:g} is none.", "It is the largest difference that does not count, a number above 0."
        )
