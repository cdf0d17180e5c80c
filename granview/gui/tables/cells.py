"""Cells of tables about metrics, and the numbers in the rows that they are made of."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from granview.gui.tables.numbers import fixed
from granview.gui.tables.tables import TableCell, TableColumn, Tone
from granview.report.results import Row
from granview.tasks.base import Column

translate = QCoreApplication.translate


def number(row: Row, name: str) -> float | None:
    """The number in a column of a row; None where there is none."""
    value = row.get(name)
    return float(value) if isinstance(value, int | float) else None


def numbers(rows: Sequence[Row], name: str) -> list[float]:
    """The numbers in a column, where there are any."""
    return [value for row in rows if (value := number(row, name)) is not None]


def head(column: Column) -> TableColumn:
    """The head of a metric's column, with what it is as tool tip."""
    better = {"higher": translate("Metrics", "Higher is better."), "lower": translate("Metrics", "Lower is better.")}
    unit = f" ({column.unit})" if column.unit else ""
    return TableColumn(f"{column.title}{unit}", f"{column.description} {better.get(column.better, '')}".strip())


def metric_cell(
    row: Row, rows: Sequence[Row], column: Column, detail: str = "", tone: Tone = Tone.QUIET, tip: str = ""
) -> TableCell:
    """A metric's value, marked where it is the best of its column; the tool tip says it with one digit more."""
    value = number(row, column.name)
    words = f"{column.title}: {fixed(value, column.digits + 1)}{tip}"
    return TableCell(fixed(value, column.digits), detail, tone, is_best(value, rows, column), words, value)


def is_best(value: float | None, rows: Sequence[Row], column: Column) -> bool:
    """Whether a value is the best of at least two in its column."""
    values = numbers(rows, column.name)
    if value is None or not column.better or len(values) < 2:
        return False
    return value == (max(values) if column.better == "higher" else min(values))
