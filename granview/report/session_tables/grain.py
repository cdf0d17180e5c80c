"""What each lane scores in each bucket of each measure of units."""

from granview.report.column_descriptions import GRAIN
from granview.report.grain_rows import COLUMNS, grain_rows
from granview.report.report_table import ReportTable
from granview.report.session_table import SESSION_TABLES, SessionTable, TableRequest


def _make(request: TableRequest) -> ReportTable:
    return ReportTable(
        "grain", COLUMNS, lambda: grain_rows(request.session, buckets=request.buckets), descriptions=GRAIN
    )


SESSION_TABLES.register("grain")(SessionTable("a row per measure, bucket and lane", _make, is_usual=True))
