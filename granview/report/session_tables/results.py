"""One row per sample and lane."""

from granview.report.report_table import ReportTable
from granview.report.results import result_columns, rows_of
from granview.report.session_table import SESSION_TABLES, SessionTable, TableRequest


def _make(request: TableRequest) -> ReportTable:
    contents = request.contents
    return ReportTable(
        "results", result_columns(contents), lambda: rows_of(contents), descriptions=request.descriptions
    )


SESSION_TABLES.register("results")(SessionTable("a row per sample and lane", _make, is_usual=True))
