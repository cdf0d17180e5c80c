"""What the cost panel says, read from a session off the window's thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.gui.tables.cells import number, numbers
from granview.gui.tables.numbers import count_in_short, significant
from granview.gui.tables.tables import Table, TableCell, TableColumn, TableRow
from granview.report.contents import Contents
from granview.report.results import Row
from granview.report.summary import rows_of
from granview.store.session import Session
from granview.tasks.base import Column, Task

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Quantity:
    """Something that a lane costs.

    Attributes:
        name: Its column in ``summary.csv``.
        title: As shown, with its unit.
        tip: What it is.
        as_text: How its values are written.
        more_is_better: For throughput alone.
    """

    name: str
    title: str
    tip: str = ""
    as_text: Callable[[float | None], str] = significant
    more_is_better: bool = False


AXES: Final = ("forward_ms_p50", "params", "flops", "peak_rss_mb")
WRITING: Final = ("first_token_ms_p50", "tokens_per_s")
"""What only lanes that write text cost."""


def quantities() -> tuple[Quantity, ...]:
    """What the table lists, in its order; those on the plot's axis are ``AXES``."""
    return (
        Quantity("params", translate("Cost", "Parameters"), as_text=count_in_short),
        Quantity(
            "weights_mb",
            translate("Cost", "Weights, MB"),
            translate("Cost", "Size of the weight files on disk."),
        ),
        Quantity(
            "flops",
            translate("Cost", "FLOPs"),
            translate("Cost", "Of one forward pass, by torch's own counter."),
            count_in_short,
        ),
        Quantity("load_s", translate("Cost", "Load, s")),
        Quantity(
            "forward_ms_p50",
            translate("Cost", "Forward p50, ms"),
            translate("Cost", "Median of the forward passes."),
        ),
        Quantity(
            "forward_ms_p90",
            translate("Cost", "Forward p90, ms"),
            translate("Cost", "Nine of ten passes are faster."),
        ),
        Quantity(
            "throughput_per_s",
            translate("Cost", "Samples per s"),
            translate("Cost", "In forward passes."),
            more_is_better=True,
        ),
        Quantity(
            "peak_rss_mb",
            translate("Cost", "Peak RSS, MB"),
            translate("Cost", "Of the lane's own process."),
        ),
        Quantity(
            "peak_cuda_mb",
            translate("Cost", "Peak CUDA, MB"),
            translate("Cost", "Held by torch on the device."),
        ),
        Quantity("energy_j", translate("Cost", "Energy, J"), translate("Cost", "Of the GPU, by NVML.")),
        Quantity(
            "first_token_ms_p50",
            translate("Cost", "First token p50, ms"),
            translate("Cost", "Median time from the start of a pass to the first token written."),
        ),
        Quantity(
            "tokens_per_s",
            translate("Cost", "Tokens per s"),
            translate("Cost", "Written, in forward passes."),
            more_is_better=True,
        ),
    )


def axes_for(task: Task | None) -> list[str]:
    """The costs that the plot can have on its horizontal axis for lanes of a task."""
    return [*AXES, *(WRITING[:1] if task is not None and task.writes_text else ())]


@dataclass(frozen=True)
class CostPoint:
    """A lane in the plot: what it costs, above 0, and how good it is."""

    lane: str
    cost: float
    quality: float


@dataclass(frozen=True)
class CostReport:
    """The lanes' rows, and the table made of them."""

    rows: tuple[Row, ...]
    quality: str
    quality_title: str
    table: Table


def read_cost(session: Session, task: str | None) -> CostReport:
    """What every lane of a task that has run costs, and how good it is by the task's headline metric."""
    whole = Contents.read(session)
    contents = whole if task is None else whole.of_task(task)
    rows = tuple(row for row in rows_of(contents) if row["params"] is not None or row["n"])
    quality = _quality(contents, rows)
    return CostReport(
        rows,
        "" if quality is None else quality.name,
        "" if quality is None else quality.title,
        _table(rows, contents.writes_text),
    )


def _quality(contents: Contents, rows: Sequence[Row]) -> Column | None:
    """The first headline metric that a lane has a value of, and more of which is better."""
    columns = {column.name: column for column in contents.metric_columns()}
    headlines = (columns[name] for task in contents.tasks.values() for name in task.headline)
    higher = [column for column in headlines if column.better == "higher"]
    return next((column for column in higher if numbers(rows, column.name)), next(iter(higher), None))


def points(report: CostReport, axis: str) -> list[CostPoint]:
    """The lanes for which both quality and this cost are known."""
    found = [(str(row["lane"]), number(row, axis), number(row, report.quality)) for row in report.rows]
    return [CostPoint(lane, cost, quality) for lane, cost, quality in found if cost and quality is not None]


def quantity(name: str) -> Quantity:
    """The quantity of that name."""
    return next(each for each in quantities() if each.name == name)


def _table(rows: Sequence[Row], writes_text: bool) -> Table:
    shown = (each for each in quantities() if writes_text or each.name not in WRITING)
    return Table(
        translate("Cost", "Cost"),
        tuple(TableColumn(str(row["lane"]), str(row["model"]), str(row["lane"])) for row in rows),
        tuple(_row(each, rows) for each in shown),
    )


def _row(each: Quantity, rows: Sequence[Row]) -> TableRow:
    values = [number(row, each.name) for row in rows]
    known = [value for value in values if value is not None]
    best = (max(known) if each.more_is_better else min(known)) if len(known) > 1 else None
    tip = each.tip
    cells = (
        TableCell(each.as_text(value), is_best=value is not None and value == best, tip=tip, value=value)
        for value in values
    )
    return TableRow(each.title, tuple(cells))
