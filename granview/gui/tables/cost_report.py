"""What the cost panel says, read from a session off the window's thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.gui.tables.numbers import count_in_short, significant
from granview.gui.tables.tables import Table, TableCell, TableColumn, TableRow
from granview.report.contents import Contents
from granview.report.results import Row
from granview.report.summary import rows_of
from granview.store.session import Session

translate = QCoreApplication.translate

QUALITIES: Final = ("miou",)


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
    )


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


def read_cost(session: Session) -> CostReport:
    """What every lane that has run costs, and how good it is."""
    contents = Contents.read(session)
    rows = tuple(row for row in rows_of(contents) if row["params"] is not None or row["n"])
    columns = {column.name: column.title for column in contents.metric_columns()}
    quality = next((name for name in (*QUALITIES, *columns) if name in columns), "")
    return CostReport(rows, quality, columns.get(quality, ""), _table(rows))


def points(report: CostReport, axis: str) -> list[CostPoint]:
    """The lanes for which both quality and this cost are known."""
    found = [(str(row["lane"]), _number(row, axis), _number(row, report.quality)) for row in report.rows]
    return [CostPoint(lane, cost, quality) for lane, cost, quality in found if cost and quality is not None]


def quantity(name: str) -> Quantity:
    """The quantity of that name."""
    return next(each for each in quantities() if each.name == name)


def _table(rows: Sequence[Row]) -> Table:
    return Table(
        translate("Cost", "Cost"),
        tuple(TableColumn(str(row["lane"]), str(row["model"]), str(row["lane"])) for row in rows),
        tuple(_row(each, rows) for each in quantities()),
    )


def _row(each: Quantity, rows: Sequence[Row]) -> TableRow:
    values = [_number(row, each.name) for row in rows]
    known = [value for value in values if value is not None]
    best = (max(known) if each.more_is_better else min(known)) if len(known) > 1 else None
    tip = each.tip
    cells = (
        TableCell(each.as_text(value), is_best=value is not None and value == best, tip=tip, value=value)
        for value in values
    )
    return TableRow(each.title, tuple(cells))


def _number(row: Row, name: str) -> float | None:
    value = row.get(name)
    return float(value) if isinstance(value, int | float) else None
