"""How small a difference so many samples could show, and how many samples a difference would take.

Of a paired comparison, two-sided, with the scatter of the differences as it was measured. The distance that is shown
with a power of 80 % is that which the interval reaches, and beyond it the 80 % quantile of Student's t times the
standard error; of plain means that is within 1 % of what the noncentral t distribution says (Julious, "Sample Sizes for
Clinical Trials with Normal Data", Statistics in Medicine 23(12), 2004, section 3).
"""

import math
from bisect import bisect_left
from statistics import NormalDist
from typing import Final

from granview.analysis.bootstrap_interval import MIN_SAMPLES
from granview.analysis.paired_bootstrap import PairedDifference
from granview.analysis.student_t import two_sided_quantile

POWER: Final = 0.8
LEVEL: Final = 0.95

MOST_NEEDED: Final = 100_000_000
"""More samples than this nobody is asked for."""

_LARGE: Final = 2000
"""From so many samples on Student's t is the normal distribution, but for a tenth of a percent."""

_NORMAL: Final = NormalDist()


def smallest_detectable(difference: PairedDifference, power: float = POWER, level: float = LEVEL) -> float | None:
    """The true difference that as many samples would show with that power; None where there is no interval.

    Above 0, in the metric's unit. Where it is larger than what matters, "may be chance" says little.
    """
    pivot = difference.pivot
    if pivot is None or not pivot.error:
        return None
    interval = pivot.interval(level)
    return (interval.high - interval.low) / 2 + _quantile(power, pivot.n) * pivot.error


def samples_needed(difference: PairedDifference, size: float, power: float = POWER, level: float = LEVEL) -> int | None:
    """How many samples would show a true difference of ``size`` with that power; None where that cannot be told.

    Samples like those at hand, at least ``MIN_SAMPLES``. By how much the interval at hand is wider than Student's t is
    what skew and few samples cost, and falls with their number. None without an interval, for a size of 0, and beyond
    ``MOST_NEEDED``, as of a size that rounding left over.
    """
    pivot = difference.pivot
    if pivot is None or not pivot.error or not size:
        return None
    spread = pivot.error * math.sqrt(difference.n) / abs(size)
    interval = pivot.interval(level)
    student = _quantile((1 + level) / 2, pivot.n)
    excess = max((interval.high - interval.low) / (2 * pivot.error * student) - 1, 0.0) * difference.n

    def is_shown(n: int) -> bool:
        reach = _quantile((1 + level) / 2, n) * (1 + excess / n) + _quantile(power, n)
        return reach * spread <= math.sqrt(n)

    if not is_shown(MOST_NEEDED):
        return None
    places = range(MIN_SAMPLES, MOST_NEEDED + 1)
    return places[bisect_left(places, True, key=is_shown)]


def _quantile(probability: float, n: int) -> float:
    """Student's t with n - 1 degrees of freedom."""
    if n > _LARGE:
        return _NORMAL.inv_cdf(probability)
    return two_sided_quantile(round(2 * (1 - probability), 12), n - 1)
