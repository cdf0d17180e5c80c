"""The numbers of every explanation."""

from granview.report.column_descriptions import EXPLAINED
from granview.report.explanations import explanation_columns, explanation_rows
from granview.report.report_table import ReportTable
from granview.report.session_table import SESSION_TABLES, SessionTable, TableRequest
from granview.store.rows import ExplanationRow


def _make(request: TableRequest) -> ReportTable:
    rows = _asked(request)
    return ReportTable(
        "explanations", explanation_columns(rows), lambda: explanation_rows(rows), descriptions=EXPLAINED
    )


def _asked(request: TableRequest) -> list[ExplanationRow]:
    places = {lane.name: place for place, lane in enumerate(request.contents.lanes)}
    return sorted(
        (row for row in request.session.explanations() if row.lane in places), key=lambda row: places[row.lane]
    )


SESSION_TABLES.register("explanations")(
    SessionTable("a row per question and lane, where lanes were asked", _make, lambda request: bool(_asked(request)))
)
