"""How alike the maps of two lanes are."""

from granview.report.column_descriptions import EXPLAINED
from granview.report.explanations import SIMILARITY_COLUMNS, similarity_rows
from granview.report.report_table import ReportTable
from granview.report.session_table import SESSION_TABLES, SessionTable, TableRequest


def _make(request: TableRequest) -> ReportTable:
    return ReportTable(
        "explanation_similarity", SIMILARITY_COLUMNS, lambda: similarity_rows(request.session), descriptions=EXPLAINED
    )


SESSION_TABLES.register("explanation_similarity")(
    SessionTable(
        "a row per question and two lanes, where lanes were asked",
        _make,
        lambda request: bool(request.session.explanations()),
    )
)
