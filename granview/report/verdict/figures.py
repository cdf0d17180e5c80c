"""The numbers of sentences as they are written, the same in every language."""

from dataclasses import dataclass
from typing import Final

from granview.analysis.unseen_failures import most_failing
from granview.report.verdict.cost_facts import CostFact, CostKind
from granview.report.verdict.rounding import digits_for, probability, rounded, two_digits
from granview.report.verdict.statement import Statement, Subgroup

NO_BREAK: Final = "\u00a0"
"""A space at which no line ends."""

ALIKE: Final = 0.05
"""Costs that differ by a smaller part are called the same."""

_STEPS: Final = ((1e9, " B"), (1e6, " M"), (1e3, " k"))


@dataclass(frozen=True)
class Figures:
    """A statement's numbers; empty where there is none.

    Attributes:
        larger: The larger lane's value, with its unit.
        smaller: The smaller lane's.
        change: Larger less smaller, with its sign.
        size: The same without its sign.
        low: Lower end of the interval, with its sign.
        high: Upper end.
        near: The end of the interval that is nearer to 0, without its sign; where the interval excludes 0.
        far: The other end, likewise.
        p: The corrected p-value of what is said: that there is no difference, or, of one that is ruled out to count,
            that it is as large as the margin.
        margin: The smallest difference that counts.
        detectable: What so many samples could have shown.
        needed: How many would show a difference of the margin's size.
        n_samples: Samples.
        n_units: Units.
    """

    larger: str
    smaller: str
    change: str
    size: str
    low: str
    high: str
    near: str
    far: str
    p: str
    margin: str
    detectable: str
    needed: str
    n_samples: str
    n_units: str


def figures_of(statement: Statement) -> Figures:
    """A statement's numbers, all with as many digits as its interval says."""
    each, unit = statement, statement.measure.unit
    digits = digits_for(each.low, each.high, each.measure.digits)
    difference = each.difference

    def plain(value: float | None, sign: str = "") -> str:
        return "" if value is None else _with_unit(rounded(value, digits, sign), unit)

    return Figures(
        plain(each.larger),
        plain(each.smaller),
        plain(difference, "+"),
        plain(None if difference is None else abs(difference)),
        "" if each.low is None else rounded(each.low, digits, "+"),
        plain(each.high, "+"),
        *_ends_without_sign(each, digits),
        _p(each),
        _with_unit(f"{each.margin:g}", unit),
        "" if each.detectable is None else _with_unit(two_digits(each.detectable), unit),
        "" if each.needed is None else counted(_two_leading(each.needed)),
        counted(each.n_samples),
        "" if each.n_units is None else counted(each.n_units),
    )


def _ends_without_sign(each: Statement, digits: int) -> tuple[str, str]:
    if each.low is None or each.high is None:
        return "", ""
    near, far = sorted((abs(each.low), abs(each.high)))
    return rounded(near, digits), _with_unit(rounded(far, digits), each.measure.unit)


def _p(each: Statement) -> str:
    p_value = each.outside_corrected if each.is_within else each.corrected
    return "" if p_value is None else probability(p_value).replace(" ", NO_BREAK)


def counted(number: int) -> str:
    """A count, with commas between thousands."""
    return f"{number:,}"


def unseen_text(n: int) -> str:
    """The largest share of samples that may fail though none of n did, in percent."""
    return two_digits(100 * most_failing(n))


def cost_text(fact: CostFact, value: float | None) -> str:
    """One lane's cost with its unit; empty where it is not known."""
    if value is None:
        return ""
    if fact.kind is CostKind.PARAMETERS:
        return short_count(value)
    if fact.kind is CostKind.MEMORY:
        return _with_unit(f"{value:,.0f}", fact.unit)
    return _with_unit(two_digits(value), fact.unit)


def ratio_text(ratio: float) -> str:
    """By how many times one cost is the other."""
    return two_digits(ratio)


def short_count(count: float) -> str:
    """A count with a letter for its size and two digits that matter: ``30 k``, ``4.2 M``."""
    size, letter = next(((size, letter) for size, letter in _STEPS if count >= size), (1.0, ""))
    return f"{two_digits(count / size)}{letter}"


def bucket_ends(place: Subgroup) -> tuple[str, str]:
    """The ends of a bucket as they are written; empty for one that it does not have: no lower one where it is 0.

    Of whole numbers both ends are in it: ``1`` and ``2`` of the bucket from 1 up to 3.
    """
    low, high = place.low or 0.0, place.high
    if place.is_count:
        return f"{low:g}", "" if high is None else f"{high - 1:g}"
    return f"{low:g}" if low > 0 else "", "" if high is None else f"{high:g}"


def _with_unit(text: str, unit: str) -> str:
    return f"{text} {unit}" if unit else text


def _two_leading(number: int) -> int:
    """A count of which the first two digits alone matter, never less than it: 3,121 as 3,200."""
    step: int = 10 ** max(len(str(number)) - 2, 0)
    return -(-number // step) * step
