"""The metrics of each class, lane by lane."""

from granview.report.class_tables import rows_of
from granview.report.report_table import ReportTable
from granview.report.results import Row
from granview.report.session_table import SESSION_TABLES, SessionTable, TableRequest


def _make(request: TableRequest) -> ReportTable:
    columns = {
        column.name: column.description
        for task in request.contents.tasks.values()
        for column in (*task.class_columns, *([task.class_size] if task.class_size else []))
    }
    names = ("lane", "class", *columns)
    return ReportTable("classes", names, lambda: _rows(request, names), descriptions=columns)


def _rows(request: TableRequest, names: tuple[str, ...]) -> list[Row]:
    empty: Row = dict.fromkeys(names)
    return [
        {name: value for name, value in (empty | row).items() if name in empty} for row in rows_of(request.contents)
    ]


SESSION_TABLES.register("classes")(
    SessionTable(
        "a row per lane and class, of tasks with classes",
        _make,
        lambda request: any(task.class_columns for task in request.contents.tasks.values()),
    )
)
