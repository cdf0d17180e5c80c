"""The tables of the metrics panel about one task, made from a session off the window's thread."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from granview.analysis.paired import PairedDifference
from granview.core.sample import Sample
from granview.gui.tables.cells import head, metric_cell, number, numbers
from granview.gui.tables.difference_cells import difference_text, difference_tip, difference_tone
from granview.gui.tables.numbers import count_in_short, fixed, signed, significant
from granview.gui.tables.tables import Table, TableCell, TableColumn, TableRow
from granview.report import results, summary
from granview.report.contents import Contents
from granview.report.differences import differences
from granview.report.results import Row
from granview.store.session import Session
from granview.tasks.base import TASKS, Column

translate = QCoreApplication.translate


def lanes_table(session: Session, task: str, pinned: str | None, agreement: Mapping[str, float]) -> Table:
    """One row per lane of a task over all samples: metrics, and the difference to the pinned lane with its interval.

    ``agreement`` holds how far each lane agrees with the others, in the task's measure.
    """
    contents = Contents.read(session).of_task(task)
    rows = [row for row in summary.rows_of(contents) if row["n"] or row["failed"]]
    columns = _known(contents, rows)
    pinned_is_here = pinned is not None and any(row["lane"] == pinned for row in rows)
    found = differences(session, pinned) if pinned is not None and pinned_is_here else {}
    agreed = TASKS.get(task).agreement_column if any(row["lane"] in agreement for row in rows) else None
    return Table(
        translate("Metrics", "Lane"),
        (
            *_cost_columns(contents.writes_text),
            *(head(column) for column in columns),
            *((head(agreed),) if agreed else ()),
        ),
        tuple(
            TableRow(
                str(row["lane"]),
                (
                    *_cost_cells(row, rows, contents.writes_text),
                    *(_metric_cell(row, rows, column, found.get(str(row["lane"]), {})) for column in columns),
                    *((_agreement_cell(agreed, agreement.get(str(row["lane"]))),) if agreed else ()),
                ),
                str(row["lane"]),
                _counted(row),
            )
            for row in rows
        ),
        "" if columns or not rows else no_reference(),
        has_details=True,
    )


def sample_table(session: Session, task: str, sample: Sample, pinned: str | None) -> Table:
    """One row per lane of a task for one sample."""
    found = {(row.lane, row.sample): row for row in session.results(sample=sample.name)}
    contents = Contents((sample,), tuple(session.lanes()), found).of_task(task)
    rows = [row for row in results.rows_of(contents) if row["status"] == "ok"]
    columns = _known(contents, rows)
    base = next((row for row in rows if row["lane"] == pinned), None)
    return Table(
        translate("Metrics", "Lane"),
        (TableColumn(translate("Metrics", "Forward ms")), *(head(column) for column in columns)),
        tuple(_sample_row(row, rows, columns, base) for row in rows),
        "" if columns or not rows else no_reference(),
        has_details=base is not None and len(rows) > 1,
    )


def no_reference() -> str:
    """Why there are no metrics, and what to do."""
    return translate(
        "Metrics", "No references, so nothing to score against. Add references, or see where lanes differ (X)."
    )


def _known(contents: Contents, rows: Sequence[Row]) -> list[Column]:
    """The metrics that some row has."""
    return [column for column in contents.metric_columns() if numbers(rows, column.name)]


def _cost_columns(writes_text: bool) -> tuple[TableColumn, ...]:
    writing = TableColumn(
        translate("Metrics", "Tokens per s"),
        translate("Metrics", "Tokens written per second of forward passes; without warm-up."),
    )
    return (
        TableColumn(translate("Metrics", "Params"), translate("Metrics", "Parameters of the model.")),
        TableColumn(
            translate("Metrics", "Forward ms"),
            translate("Metrics", "Median time of the forward pass of one sample, in milliseconds; without warm-up."),
        ),
        *((writing,) if writes_text else ()),
    )


def _cost_cells(row: Row, rows: Sequence[Row], writes_text: bool) -> tuple[TableCell, ...]:
    params = number(row, "params")
    shown = TableCell(count_in_short(params), tip="" if params is None else f"{params:,.0f}", value=params)
    return (shown, _forward_cell(row, rows), *((_writing_cell(row, rows),) if writes_text else ()))


def _forward_cell(row: Row, rows: Sequence[Row]) -> TableCell:
    value, p90 = number(row, "forward_ms_p50"), number(row, "forward_ms_p90")
    detail = "" if p90 is None else f"p90 {significant(p90)}"
    best = value is not None and value == min(numbers(rows, "forward_ms_p50")) and len(rows) > 1
    return TableCell(significant(value), detail, is_best=best, value=value)


def _writing_cell(row: Row, rows: Sequence[Row]) -> TableCell:
    value, first_ms = number(row, "tokens_per_s"), number(row, "first_token_ms_p50")
    best = value is not None and value == max(numbers(rows, "tokens_per_s")) and len(rows) > 1
    detail = "" if first_ms is None else translate("Metrics", "first {ms} ms").format(ms=significant(first_ms))
    return TableCell(significant(value), detail, is_best=best, value=value)


def _metric_cell(row: Row, rows: Sequence[Row], column: Column, found: Mapping[str, PairedDifference]) -> TableCell:
    counted, difference = f" · n = {row['scored']}", found.get(column.name)
    if difference is None or difference.mean is None:
        return metric_cell(row, rows, column, tip=counted)
    tip = f"{counted}\n{difference_tip(difference, column.digits)}"
    detail, tone = difference_text(difference, column.digits), difference_tone(difference, column)
    return metric_cell(row, rows, column, detail, tone, tip)


def _agreement_cell(column: Column, value: float | None) -> TableCell:
    return TableCell(fixed(value, column.digits), value=value)


def _counted(row: Row) -> str:
    n = translate("Metrics", "n = {n}").format(n=row["n"])
    failed = translate("Metrics", "{n} failed").format(n=row["failed"]) if row["failed"] else ""
    scored = translate("Metrics", "{n} scored").format(n=row["scored"]) if row["scored"] not in (0, row["n"]) else ""
    return " · ".join(part for part in (n, scored, failed) if part)


def _sample_row(row: Row, rows: Sequence[Row], columns: Sequence[Column], base: Row | None) -> TableRow:
    forward = number(row, "forward_ms")
    cells = [TableCell(significant(forward), value=forward)]
    for column in columns:
        value, own = number(row, column.name), None if base is None else number(base, column.name)
        known = value is not None and own is not None and row is not base
        detail = signed(value - own, column.digits) if known and value is not None and own is not None else ""
        cells.append(metric_cell(row, rows, column, detail))
    return TableRow(str(row["lane"]), tuple(cells), str(row["lane"]))
