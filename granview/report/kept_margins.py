"""The margins that a session keeps, for tables."""

from granview.report.margins import Margins
from granview.report.verdict.session_verdicts import read_margins
from granview.store.reader import SessionReader


def kept_margins(session: SessionReader) -> Margins:
    """Those that were set for its verdict; a margin of 0 lets no difference be small enough, and is left out."""
    return Margins(of_metric={name: value for name, value in read_margins(session).of_metric.items() if value > 0})
