"""Cells of tables about metrics, and the numbers in the rows that they are made of."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from granview.gui.language.below import localized, localized_head
from granview.gui.widgets.number_format import fixed
from granview.gui.widgets.table import TableCell, TableColumn, Tone
from granview.report.column_descriptions import COSTS
from granview.report.results import Row
from granview.tasks.base import Column

translate = QCoreApplication.translate


def number(row: Row, name: str) -> float | None:
    """The number in a column of a row; None where there is none."""
    value = row.get(name)
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


def numbers(rows: Sequence[Row], name: str) -> list[float]:
    """The numbers in a column, where there are any."""
    return [value for row in rows if (value := number(row, name)) is not None]


def head(column: Column) -> TableColumn:
    """The head of a metric's column, with what it is as tool tip."""
    better = {"higher": translate("Metrics", "Higher is better."), "lower": translate("Metrics", "Lower is better.")}
    unit = f" ({localized(column.unit)})" if column.unit else ""
    words = translate("Columns", column.description)
    return TableColumn(f"{localized_head(column.title)}{unit}", f"{words} {better.get(column.better, '')}".strip())


def cost_head(name: str, title: str) -> TableColumn:
    """The head of a cost's column, with what it is as tool tip."""
    return TableColumn(title, translate("Columns", COSTS[name]))


def by_lane(rows: Sequence[Row], name: str) -> dict[str, float | None]:
    """The numbers in a column, by lane."""
    return {str(row["lane"]): number(row, name) for row in rows}


def metric_cell(
    value: float | None,
    column: Column,
    is_best: bool,
    detail: str = "",
    tone: Tone = Tone.QUIET,
    tip: str = "",
) -> TableCell:
    """A metric's value; the tool tip says it with one digit more, and what it is."""
    words = (
        f"{localized(column.title)}: {fixed(value, column.digits + 1)}{tip}\n{translate('Columns', column.description)}"
    )
    return TableCell(fixed(value, column.digits), detail, tone, is_best, words, value)


def not_compared(n: int, every: int) -> str:
    """Why a lane's value takes no part in the choice of the best."""
    return translate(
        "Metrics", "Never marked as the best: it rests on {n} of the {every} samples that the lanes rest on."
    ).format(n=n, every=every)
