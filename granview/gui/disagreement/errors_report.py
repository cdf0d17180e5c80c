"""What the errors of two lanes have in common: counted, and which classes were taken for which."""

from dataclasses import dataclass

from granview.analysis.error_overlap import ErrorOverlap, error_overlap
from granview.report.disagreement import Disagreement
from granview.report.error_classes import TakenFor, taken_for
from granview.report.verdicts import BOTH_RIGHT, ONLY_FIRST, ONLY_SECOND


@dataclass(frozen=True)
class ErrorsReport:
    """Of the units that both lanes have a score of.

    Attributes:
        first: The lane on the left.
        second: The lane on the right.
        overlap: Who has which right; None where units are neither right nor wrong.
        classes: Which class was taken for which, the most frequent first; empty without classes.
    """

    first: str
    second: str
    overlap: ErrorOverlap | None
    classes: tuple[TakenFor, ...]


def read_errors(compared: Disagreement) -> ErrorsReport:
    """Count the errors among the units in focus."""
    lanes = (compared.first, compared.second)
    units = compared.units.taken(compared.rows)
    first_right = (compared.outcome == BOTH_RIGHT) | (compared.outcome == ONLY_FIRST)
    second_right = (compared.outcome == BOTH_RIGHT) | (compared.outcome == ONLY_SECOND)
    overlap = error_overlap(first_right, second_right, units.sample) if compared.has_verdicts else None
    return ErrorsReport(*lanes, overlap, tuple(taken_for(units, lanes)))
