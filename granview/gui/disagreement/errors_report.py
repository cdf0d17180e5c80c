"""What the errors of two lanes have in common: counted, and which classes were taken for which."""

from dataclasses import dataclass

from granview.analysis.error_overlap import ErrorOverlap, error_overlap
from granview.core.slices import Slice
from granview.report.disagreement import Disagreement
from granview.report.error_classes import TakenFor, taken_for
from granview.report.unit_columns import is_by_outcome
from granview.report.verdicts import BOTH_RIGHT, ONLY_FIRST, ONLY_SECOND


@dataclass(frozen=True)
class ErrorsReport:
    """Of the units that both lanes have a score of.

    Attributes:
        first: The lane on the left.
        second: The lane on the right.
        overlap: Who has which right; None where units are neither right nor wrong.
        classes: Which class was taken for which, the most frequent first; empty without classes.
        is_by_outcome: Whether the units in focus were chosen by what lanes have right, so that nothing follows.
    """

    first: str
    second: str
    overlap: ErrorOverlap | None
    classes: tuple[TakenFor, ...]
    is_by_outcome: bool = False


def read_errors(compared: Disagreement, wanted: Slice) -> ErrorsReport:
    """Count the errors among the units in focus, which ``wanted`` has chosen."""
    lanes = (compared.first, compared.second)
    units = compared.units.taken(compared.rows)
    first_right = (compared.outcome == BOTH_RIGHT) | (compared.outcome == ONLY_FIRST)
    second_right = (compared.outcome == BOTH_RIGHT) | (compared.outcome == ONLY_SECOND)
    overlap = error_overlap(first_right, second_right, units.sample) if compared.has_verdicts else None
    return ErrorsReport(*lanes, overlap, tuple(taken_for(units, lanes)), is_by_outcome(wanted, compared.units.lanes))
