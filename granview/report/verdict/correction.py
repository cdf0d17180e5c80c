"""The correction over everything that one verdict says, and what so many samples could have shown."""

from collections.abc import Sequence
from dataclasses import replace

from granview.analysis.bootstrap_interval import least_p
from granview.analysis.exclusive_holm import exclusive_holm
from granview.analysis.power import samples_needed, smallest_detectable
from granview.analysis.within_reach import within_reach
from granview.report.verdict.statement import LEVEL, Statement
from granview.report.verdict.statements import Measured


def corrected(measured: Sequence[Measured]) -> tuple[list[Statement], int]:
    """All statements of a verdict with their p-values corrected as one family, and how many of them are tested.

    The family holds of every statement the p-value of "no difference" and that of "as large as the margin", which rule
    each other out. What is said over all weighs as much as all places together, so that looking into many places does
    not hide what holds over all. Places of so few samples that no difference could be shown among so many statements
    are not tested. What so many samples could have shown is told at the level that this leaves.
    """
    reached = _places_within_reach(measured)
    statements = [replace(each.statement, is_within_reach=known) for each, known in zip(measured, reached, strict=True)]
    pairs = [(each.p_value, each.outside_p) if each.is_within_reach else (None, None) for each in statements]
    weights = _weights(statements)
    tested = sum(weight for weight, pair in zip(weights, pairs, strict=True) if pair != (None, None))
    values = exclusive_holm(pairs, weights)
    corrected_statements = []
    for each, known, weight, (no_difference, outside) in zip(measured, statements, weights, values, strict=True):
        level = 1 - LEVEL * weight / (tested or 1.0)
        corrected_statements.append(
            replace(
                known,
                corrected=no_difference,
                outside_corrected=outside,
                detectable=smallest_detectable(each.difference, level=level),
                needed=samples_needed(each.difference, known.margin, level=level),
            )
        )
    return corrected_statements, sum(pair != (None, None) for pair in pairs)


def _places_within_reach(measured: Sequence[Measured]) -> list[bool]:
    """Whether each could be shown, or ruled out, among so many places; what is said over all always is tested."""
    tested = [
        place for place, each in enumerate(measured) if each.statement.place and each.statement.p_value is not None
    ]
    level = LEVEL / 2 if len(tested) < len(measured) else LEVEL
    known = dict(zip(tested, within_reach([_least(measured[place]) for place in tested], level), strict=True))
    return [known.get(place, True) for place in range(len(measured))]


def _least(each: Measured) -> float:
    """The smallest p-value that a statement could have: one-sided where it is asked what is ruled out."""
    pivot = each.difference.pivot
    least = least_p(each.statement.n_samples if pivot is None else pivot.n)
    return least if each.statement.outside_p is None else least / 2


def _weights(statements: Sequence[Statement]) -> list[float]:
    """1 for a place; over all so much that both have half of the level, and never less than a place."""
    tested = [each for each in statements if each.p_value is not None and each.is_within_reach]
    n_tested = {is_place: sum((each.place is not None) is is_place for each in tested) for is_place in (False, True)}
    over_all = max(1.0, n_tested[True] / max(n_tested[False], 1))
    return [over_all if each.place is None else 1.0 for each in statements]
