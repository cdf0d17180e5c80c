"""What each lane costs beside how good it is, in every metric and bucket."""

from granview.io.catalogue_file import read_catalogue
from granview.report.column_descriptions import COSTS_OF_QUALITY
from granview.report.cost_rows import COLUMNS, cost_rows
from granview.report.report_table import ReportTable
from granview.report.session_table import SESSION_TABLES, SessionTable, TableRequest


def _make(request: TableRequest) -> ReportTable:
    return ReportTable(
        "cost",
        COLUMNS,
        lambda: cost_rows(request.session, read_catalogue(), request.prices),
        descriptions=COSTS_OF_QUALITY,
    )


SESSION_TABLES.register("cost")(SessionTable("a row per lane, measure of quality and cost", _make, is_usual=True))
