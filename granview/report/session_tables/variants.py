"""What each variant keeps of its parent, and what it costs by it."""

from granview.report.column_descriptions import VARIANTS
from granview.report.report_table import ReportTable
from granview.report.session_table import SESSION_TABLES, SessionTable, TableRequest
from granview.report.variant_rows import COLUMNS, variant_rows
from granview.report.variants import has_variants


def _make(request: TableRequest) -> ReportTable:
    return ReportTable("variants", COLUMNS, lambda: variant_rows(request.session), descriptions=VARIANTS)


SESSION_TABLES.register("variants")(
    SessionTable(
        "a row per variant and metric, where a lane is a variant of another",
        _make,
        lambda request: has_variants(request.contents),
        is_usual=True,
    )
)
