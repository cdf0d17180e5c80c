"""The correction over everything that one verdict says, and what so many samples could have shown."""

import math
from collections.abc import Sequence
from dataclasses import replace
from statistics import NormalDist
from typing import Final

from granview.analysis.exclusive_holm import exclusive_holm
from granview.report.verdict.facts import LEVEL, Statement

POWER: Final = 0.8
"""In so many cases a difference of the size that is called detectable would be shown."""

_NORMAL: Final = NormalDist()


def corrected(statements: Sequence[Statement]) -> tuple[list[Statement], int]:
    """All statements of a verdict with their p-values corrected as one family, and how many of them are tested.

    The family holds of every statement the p-value of "no difference" and that of "as large as the margin", which rule
    each other out.
    """
    values = exclusive_holm([(each.p_value, each.outside_p) for each in statements])
    n_compared = sum(pair != (None, None) for pair in values)
    return [
        replace(
            each,
            corrected=1.0 if each.is_same else no_difference,
            outside_corrected=outside,
            detectable=_detectable(each, n_compared),
            needed=_needed(each, n_compared),
        )
        for each, (no_difference, outside) in zip(statements, values, strict=True)
    ], n_compared


def _reach(n_compared: int) -> float:
    """How many standard errors off 0 a difference must be to be shown, among so many comparisons, with ``POWER``."""
    return _NORMAL.inv_cdf(1 - LEVEL / (2 * max(n_compared, 1))) + _NORMAL.inv_cdf(POWER)


def _detectable(each: Statement, n_compared: int) -> float | None:
    return None if each.error is None else _reach(n_compared) * each.error


def _needed(each: Statement, n_compared: int) -> int | None:
    """Samples with which a difference of the margin's size would be shown: the error falls with their square root."""
    if each.error is None or each.margin <= 0:
        return None
    return math.ceil(each.n_samples * (_reach(n_compared) * each.error / each.margin) ** 2)
