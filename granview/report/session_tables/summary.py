"""One row per lane."""

from granview.report.report_table import ReportTable
from granview.report.session_table import SESSION_TABLES, SessionTable, TableRequest
from granview.report.summary import rows_of, summary_columns


def _make(request: TableRequest) -> ReportTable:
    contents = request.contents
    return ReportTable(
        "summary", summary_columns(contents), lambda: rows_of(contents), descriptions=request.descriptions
    )


SESSION_TABLES.register("summary")(SessionTable("a row per lane", _make, is_usual=True))
