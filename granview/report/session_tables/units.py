"""One row per unit and lane."""

from collections.abc import Iterator

from granview.report.column_descriptions import OF_DATA, UNITS
from granview.report.report_table import ReportTable
from granview.report.results import Row
from granview.report.sample_columns import is_sample_column
from granview.report.session_table import SESSION_TABLES, SessionTable, TableRequest
from granview.report.units import unit_columns, unit_frames


def _make(request: TableRequest) -> ReportTable:
    columns = unit_columns(request.contents)
    of_data = {name: OF_DATA for name in columns if is_sample_column(name)}
    return ReportTable(
        "units",
        columns,
        lambda: _rows(request),
        lambda: unit_frames(request.session),
        {**request.descriptions, **UNITS, **of_data},
    )


def _rows(request: TableRequest) -> Iterator[Row]:
    return (row for frame in unit_frames(request.session) for row in frame.iter_rows(named=True))


SESSION_TABLES.register("units")(SessionTable("a row per unit and lane", _make, is_usual=True))
