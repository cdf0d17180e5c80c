"""Units that a variant has wrong and its parent had right, and the other way about."""

from granview.report.column_descriptions import UNITS, VARIANTS
from granview.report.report_table import ReportTable
from granview.report.results import Row
from granview.report.session_table import SESSION_TABLES, SessionTable, TableRequest
from granview.report.variant_flips import COLUMNS
from granview.report.variants import flips_of, has_variants, parents


def _make(request: TableRequest) -> ReportTable:
    return ReportTable("flips", ("lane", *COLUMNS), lambda: _rows(request), descriptions={**UNITS, **VARIANTS})


def _rows(request: TableRequest) -> list[Row]:
    return [{"lane": lane, **row} for lane in parents(request.contents) for row in flips_of(request.session, lane)]


SESSION_TABLES.register("flips")(
    SessionTable(
        "a row per variant and unit that flipped, where a lane is a variant of another",
        _make,
        lambda request: has_variants(request.contents),
    )
)
