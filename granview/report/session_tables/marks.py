"""What people have marked."""

from granview.report.marks import COLUMNS, mark_rows
from granview.report.report_table import ReportTable
from granview.report.session_table import SESSION_TABLES, SessionTable, TableRequest


def _make(request: TableRequest) -> ReportTable:
    return ReportTable("marks", COLUMNS, lambda: mark_rows(request.session))


SESSION_TABLES.register("marks")(
    SessionTable(
        "a row per mark, where something is marked", _make, lambda request: bool(request.session.marks()), is_usual=True
    )
)
