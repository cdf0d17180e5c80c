"""What the cost panel says, read from a session off the window's thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.gui.widgets.metric_cells import by_lane, not_compared, number, numbers
from granview.gui.widgets.number_format import count_in_short, significant
from granview.gui.widgets.table import Table, TableCell, TableColumn, TableRow
from granview.report.best_lanes import best_lanes, lanes_on_same_samples
from granview.report.column_descriptions import COSTS
from granview.report.results import Row
from granview.report.session_contents import SessionContents
from granview.report.summary import LaneSummary, summaries
from granview.store.reader import SessionReader
from granview.tasks.base import Column, Task

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Quantity:
    """Something that a lane costs.

    Attributes:
        name: Its column in ``summary.csv``.
        title: As shown, with its unit.
        as_text: How its values are written.
        more_is_better: For throughput alone.
        of_model: Whether the model alone decides it, whatever samples it is run on.
    """

    name: str
    title: str
    as_text: Callable[[float | None], str] = significant
    more_is_better: bool = False
    of_model: bool = False

    @property
    def tip(self) -> str:
        """What it is, and how it is measured."""
        return translate("Columns", COSTS[self.name])


AXES: Final = ("forward_ms_p50", "params", "flops", "peak_rss_mb")
WRITING: Final = ("first_token_ms_p50", "tokens_per_s")
"""What only lanes that write text cost."""


def quantities() -> tuple[Quantity, ...]:
    """What the table lists, in its order; those on the plot's axis are ``AXES``."""
    return (
        Quantity("params", translate("Cost", "Parameters"), count_in_short, of_model=True),
        Quantity("weights_mb", translate("Cost", "Weights, MB"), of_model=True),
        Quantity("flops", translate("Cost", "FLOPs"), count_in_short),
        Quantity("load_s", translate("Cost", "Load, s"), of_model=True),
        Quantity("forward_ms_p50", translate("Cost", "Forward p50, ms")),
        Quantity("forward_ms_p90", translate("Cost", "Forward p90, ms")),
        Quantity("throughput_per_s", translate("Cost", "Samples per s"), more_is_better=True),
        Quantity("peak_rss_mb", translate("Cost", "Peak RSS, MB")),
        Quantity("peak_cuda_mb", translate("Cost", "Peak CUDA, MB")),
        Quantity("energy_j", translate("Cost", "Energy, J")),
        Quantity("first_token_ms_p50", translate("Cost", "First token p50, ms")),
        Quantity("tokens_per_s", translate("Cost", "Tokens per s"), more_is_better=True),
    )


def axes_for(task: Task | None) -> list[str]:
    """The costs that the plot can have on its horizontal axis for lanes of a task."""
    return [*AXES, *(WRITING[:1] if task is not None and task.writes_text else ())]


@dataclass(frozen=True)
class CostPoint:
    """A lane in the plot.

    Attributes:
        lane: Its name.
        cost: What it costs, above 0.
        quality: How good it is.
        note: Why it cannot be compared with the others, so that it is not on the front; empty where it can.
    """

    lane: str
    cost: float
    quality: float
    note: str = ""


@dataclass(frozen=True)
class CostReport:
    """The lanes' rows, and the table made of them.

    Attributes:
        rows: Of ``summary.csv``.
        notes: By lane, why it cannot be compared with the others, where it cannot.
        quality: The name of the metric that says how good they are; empty where there is none.
        quality_title: Its title.
        table: All costs.
    """

    rows: tuple[Row, ...]
    notes: Mapping[str, str]
    quality: str
    quality_title: str
    table: Table


def read_cost(session: SessionReader, task: str | None) -> CostReport:
    """What every lane of a task that has run costs, and how good it is by the task's headline metric."""
    whole = SessionContents.read(session)
    contents = whole if task is None else whole.of_task(task)
    lanes = [lane for lane in summaries(contents) if lane.row["params"] is not None or lane.row["n"]]
    rows = tuple(lane.row for lane in lanes)
    quality = _quality(contents, rows)
    return CostReport(
        rows,
        {} if quality is None else _notes(lanes, quality.name),
        "" if quality is None else quality.name,
        "" if quality is None else quality.title,
        _table(lanes, contents.writes_text),
    )


def _notes(lanes: Sequence[LaneSummary], metric: str) -> dict[str, str]:
    """Of the lanes that rest on fewer samples than all lanes together, that they do."""
    samples = {lane.lane: lane.samples_of(metric) for lane in lanes if lane.samples_of(metric)}
    every, fair = len(frozenset().union(*samples.values())), lanes_on_same_samples(samples)
    return {lane: not_compared(len(own), every) for lane, own in samples.items() if lane not in fair}


def _quality(contents: SessionContents, rows: Sequence[Row]) -> Column | None:
    """The first headline metric that a lane has a value of, and more of which is better."""
    columns = {column.name: column for column in contents.metric_columns()}
    headlines = (columns[name] for task in contents.tasks.values() for name in task.headline)
    higher = [column for column in headlines if column.better == "higher"]
    return next((column for column in higher if numbers(rows, column.name)), next(iter(higher), None))


def points(report: CostReport, axis: str) -> list[CostPoint]:
    """The lanes for which both quality and this cost are known."""
    found = [(str(row["lane"]), number(row, axis), number(row, report.quality)) for row in report.rows]
    return [
        CostPoint(lane, cost, quality, report.notes.get(lane, ""))
        for lane, cost, quality in found
        if cost and quality is not None
    ]


def quantity(name: str) -> Quantity:
    """The quantity of that name."""
    return next(each for each in quantities() if each.name == name)


def _table(lanes: Sequence[LaneSummary], writes_text: bool) -> Table:
    shown = (each for each in quantities() if writes_text or each.name not in WRITING)
    return Table(
        translate("Cost", "Cost"),
        tuple(TableColumn(lane.lane, str(lane.row["model"]), lane.lane) for lane in lanes),
        tuple(_row(each, lanes) for each in shown),
    )


def _row(each: Quantity, lanes: Sequence[LaneSummary]) -> TableRow:
    values = by_lane([lane.row for lane in lanes], each.name)
    best = _best(each, lanes, values)
    cells = (
        TableCell(each.as_text(value), is_best=lane in best, tip=each.tip, value=value)
        for lane, value in values.items()
    )
    return TableRow(each.title, tuple(cells))


def _best(each: Quantity, lanes: Sequence[LaneSummary], values: Mapping[str, float | None]) -> frozenset[str]:
    """Among lanes that ran the same samples; a lane that failed where others did not is never the best of anything."""
    fair = lanes_on_same_samples({lane.lane: lane.ran for lane in lanes})
    best = best_lanes(values, "higher" if each.more_is_better else "lower", list(values) if each.of_model else fair)
    return frozenset(lane.lane for lane in lanes if lane.lane in best and (lane.lane in fair or not lane.row["failed"]))
