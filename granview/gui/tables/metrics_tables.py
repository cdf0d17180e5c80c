"""The tables of the metrics panel, made from a session off the window's thread."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.analysis.paired import PairedDifference
from granview.core.sample import Sample
from granview.gui.tables.numbers import count_in_short, fixed, signed, significant
from granview.gui.tables.tables import Table, TableCell, TableColumn, TableRow, Tone
from granview.report import results, summary
from granview.report.classes import class_rows
from granview.report.contents import Contents
from granview.report.differences import differences
from granview.report.results import Row
from granview.store.session import Session
from granview.tasks.base import Column

translate = QCoreApplication.translate

CLASS_METRICS: Final = ("iou", "dice", "recall", "precision", "boundary_iou", "boundary_f")
_DIGITS: Final = 3
_ENOUGH_FOR_INTERVAL: Final = 2

Differences = Mapping[str, Mapping[str, PairedDifference]]


def lanes_table(session: Session, pinned: str | None, agreement: Mapping[str, float]) -> Table:
    """One row per lane over all samples: metrics, and the difference to the pinned lane with its interval.

    ``agreement`` holds the mIoU of each lane's masks with those of the others.
    """
    contents = Contents.read(session)
    rows = [row for row in summary.rows_of(contents) if row["n"] or row["failed"]]
    columns = [column for column in contents.metric_columns() if any(row.get(column.name) is not None for row in rows)]
    found = differences(session, pinned) if pinned in {row["lane"] for row in rows} and pinned is not None else {}
    return Table(
        translate("Metrics", "Lane"),
        (*_cost_columns(), *(_head(column) for column in columns), *((_agreement_column(),) if agreement else ())),
        tuple(_lane_row(row, rows, columns, found.get(str(row["lane"]), {}), agreement) for row in rows),
        _note(rows, columns),
        has_details=True,
    )


def sample_table(session: Session, sample: Sample, pinned: str | None) -> Table:
    """One row per lane for one sample."""
    found = {(row.lane, row.sample): row for row in session.results(sample=sample.name)}
    contents = Contents((sample,), tuple(session.lanes()), found)
    rows = [row for row in results.rows_of(contents) if row["status"] == "ok"]
    columns = [column for column in contents.metric_columns() if any(row.get(column.name) is not None for row in rows)]
    base = next((row for row in rows if row["lane"] == pinned), None)
    return Table(
        translate("Metrics", "Lane"),
        (TableColumn(translate("Metrics", "Forward ms")), *(_head(column) for column in columns)),
        tuple(_sample_row(row, rows, columns, base) for row in rows),
        "" if columns or not rows else _no_reference(),
        has_details=base is not None and len(rows) > 1,
    )


def classes_table(session: Session, sample: str | None, metric: str) -> Table:
    """One row per class of the references, one column per lane."""
    rows = class_rows(session, sample)
    lanes = list(dict.fromkeys(str(row["lane"]) for row in rows))
    by_class: dict[str, dict[str, Row]] = {}
    for row in rows:
        by_class.setdefault(str(row["class"]), {})[str(row["lane"])] = row
    return Table(
        translate("Metrics", "Class"),
        (TableColumn(translate("Metrics", "Pixels")), *(TableColumn(lane, lane=lane) for lane in lanes)),
        tuple(_class_row(name, found, lanes, metric) for name, found in by_class.items()),
        "" if rows else _no_reference(),
    )


def _head(column: Column) -> TableColumn:
    better = {"higher": translate("Metrics", "Higher is better."), "lower": translate("Metrics", "Lower is better.")}
    unit = f" ({column.unit})" if column.unit else ""
    return TableColumn(f"{column.title}{unit}", f"{column.description} {better.get(column.better, '')}".strip())


def _cost_columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(translate("Metrics", "Params"), translate("Metrics", "Parameters of the model.")),
        TableColumn(
            translate("Metrics", "Forward ms"),
            translate("Metrics", "Median time of the forward pass of one sample, in milliseconds; without warm-up."),
        ),
    )


def _lane_row(
    row: Row,
    rows: Sequence[Row],
    columns: Sequence[Column],
    found: Mapping[str, PairedDifference],
    agreement: Mapping[str, float],
) -> TableRow:
    n = translate("Metrics", "n = {n}").format(n=row["n"])
    failed = translate("Metrics", "{n} failed").format(n=row["failed"]) if row["failed"] else ""
    cells = tuple(_metric_cell(row, rows, column, found.get(column.name)) for column in columns)
    cost = (_params_cell(row), _forward_cell(row, rows))
    lane = str(row["lane"])
    agreed = (TableCell(fixed(agreement.get(lane), _DIGITS), value=agreement.get(lane)),) if agreement else ()
    return TableRow(lane, (*cost, *cells, *agreed), lane, " · ".join(part for part in (n, failed) if part))


def _agreement_column() -> TableColumn:
    tip = translate("Metrics", "mIoU of its masks with those of each other lane; mean over lanes and samples.")
    return TableColumn(translate("Metrics", "Agreement"), tip)


def _params_cell(row: Row) -> TableCell:
    params = _number(row, "params")
    return TableCell(count_in_short(params), tip="" if params is None else f"{params:,.0f}", value=params)


def _forward_cell(row: Row, rows: Sequence[Row]) -> TableCell:
    value, p90 = _number(row, "forward_ms_p50"), _number(row, "forward_ms_p90")
    detail = "" if p90 is None else f"p90 {significant(p90)}"
    best = value is not None and value == min(_numbers(rows, "forward_ms_p50")) and len(rows) > 1
    return TableCell(significant(value), detail, is_best=best, value=value)


def _metric_cell(row: Row, rows: Sequence[Row], column: Column, difference: PairedDifference | None) -> TableCell:
    value = _number(row, column.name)
    tip = f"{column.title}: {fixed(value, 4)} · n = {row['n']}"
    if difference is None or difference.mean is None:
        return TableCell(fixed(value, column.digits), is_best=_is_best(value, rows, column), tip=tip, value=value)
    return TableCell(
        fixed(value, column.digits),
        _difference_text(difference, column.digits),
        _tone(difference, column),
        _is_best(value, rows, column),
        f"{tip}\n{_difference_tip(difference, column.digits)}",
        value,
    )


def _difference_text(difference: PairedDifference, digits: int) -> str:
    text = signed(difference.mean, digits)
    if difference.low is None or difference.high is None:
        return text
    half = (difference.high - difference.low) / 2
    return f"{text} ±{half:.{digits}f}"


def _difference_tip(difference: PairedDifference, digits: int) -> str:
    if difference.low is None or difference.high is None:
        return translate("Metrics", "Difference to the pinned lane; too few samples for an interval.")
    text = translate(
        "Metrics", "Difference to the pinned lane: {mean}, 95 % interval {low} to {high}, over {n} samples (bootstrap)."
    ).format(
        mean=signed(difference.mean, digits + 1),
        low=signed(difference.low, digits + 1),
        high=signed(difference.high, digits + 1),
        n=difference.n,
    )
    verdict = (
        translate("Metrics", "More than chance.") if difference.significant else translate("Metrics", "May be chance.")
    )
    return f"{text} {verdict}"


def _tone(difference: PairedDifference, column: Column) -> Tone:
    if not difference.significant or difference.mean is None or not column.better:
        return Tone.QUIET
    return Tone.GOOD if (difference.mean > 0) == (column.better == "higher") else Tone.BAD


def _sample_row(row: Row, rows: Sequence[Row], columns: Sequence[Column], base: Row | None) -> TableRow:
    forward = _number(row, "forward_ms")
    cells = [TableCell(significant(forward), value=forward)]
    for column in columns:
        value, own = _number(row, column.name), None if base is None else _number(base, column.name)
        known = value is not None and own is not None and row is not base
        detail = signed(value - own, column.digits) if known and value is not None and own is not None else ""
        tip = f"{column.title}: {fixed(value, 4)}"
        cells.append(
            TableCell(fixed(value, column.digits), detail, is_best=_is_best(value, rows, column), tip=tip, value=value)
        )
    return TableRow(str(row["lane"]), tuple(cells), str(row["lane"]))


def _class_row(name: str, found: Mapping[str, Row], lanes: Sequence[str], metric: str) -> TableRow:
    values = [_number(found[lane], metric) if lane in found else None for lane in lanes]
    best = max((value for value in values if value is not None), default=None)
    pixels = next((value for row in found.values() if (value := _number(row, "pixels")) is not None), None)
    cells = tuple(
        TableCell(fixed(value, _DIGITS), is_best=value is not None and value == best and len(lanes) > 1, value=value)
        for value in values
    )
    return TableRow(name, (TableCell(count_in_short(pixels), value=pixels), *cells))


def _is_best(value: float | None, rows: Sequence[Row], column: Column) -> bool:
    values = _numbers(rows, column.name)
    if value is None or not column.better or len(values) < _ENOUGH_FOR_INTERVAL:
        return False
    return value == (max(values) if column.better == "higher" else min(values))


def _number(row: Row, name: str) -> float | None:
    value = row.get(name)
    return float(value) if isinstance(value, int | float) else None


def _numbers(rows: Sequence[Row], name: str) -> list[float]:
    return [value for row in rows if (value := _number(row, name)) is not None]


def _note(rows: Sequence[Row], columns: Sequence[Column]) -> str:
    return "" if columns or not rows else _no_reference()


def _no_reference() -> str:
    return translate(
        "Metrics", "No reference masks, so nothing to score against. Add references, or see where lanes differ (X)."
    )
