"""What each lane has over the first one of its task."""

from granview.report.column_descriptions import DIFFERENCES
from granview.report.differences import COLUMNS, difference_rows, has_pairs
from granview.report.margins import NO_MARGINS
from granview.report.report_table import ReportTable
from granview.report.results import Row
from granview.report.session_table import SESSION_TABLES, SessionTable, TableRequest
from granview.report.verdict.session_verdicts import read_margins


def _make(request: TableRequest) -> ReportTable:
    return ReportTable("differences", COLUMNS, lambda: _rows(request), descriptions=DIFFERENCES)


def _rows(request: TableRequest) -> list[Row]:
    """With the margins that were chosen, or else those that the session keeps."""
    margins = read_margins(request.session) if request.margins == NO_MARGINS else request.margins
    return difference_rows(request.contents, margins=margins)


SESSION_TABLES.register("differences")(
    SessionTable(
        "a row per lane and metric, where two lanes do one task",
        _make,
        lambda request: has_pairs(request.contents),
        is_usual=True,
    )
)
