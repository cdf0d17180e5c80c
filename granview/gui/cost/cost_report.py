"""What the cost panel says, read from a session off the window's thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.gui.widgets.metric_cells import by_lane, not_compared
from granview.gui.widgets.number_format import count_in_short, operations_in_short, significant
from granview.gui.widgets.table import Table, TableCell, TableColumn, TableRow
from granview.io.catalogue_file import read_catalogue
from granview.report.best_lanes import best_lanes, lanes_on_same_samples
from granview.report.column_descriptions import COSTS
from granview.report.cost_rows import front
from granview.report.lane_costs import ENERGY, MONEY, NO_PRICES, QUANTITIES, HourlyPrices, lane_costs
from granview.report.lane_qualities import Quality, bucket_qualities, metric_qualities
from granview.report.session_contents import SessionContents
from granview.report.summary import LaneSummary, summaries
from granview.report.verdict.pairs import families_of
from granview.store.reader import SessionReader

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


_ONLY_KNOWN: Final = frozenset({ENERGY, MONEY})
"""What has no row where it is known of no lane."""

WRITING: Final = ("first_token_ms_p50", "tokens_per_s")
"""What only lanes that write text cost."""


def quantities() -> tuple[Quantity, ...]:
    """What the table lists, in its order; those of ``QUANTITIES`` can be on the plot's axis."""
    return (
        Quantity("params", translate("Cost", "Parameters"), count_in_short, of_model=True),
        Quantity("weights_mb", translate("Cost", "Weights, MB"), of_model=True),
        Quantity("flops", translate("Cost", "FLOPs"), operations_in_short),
        Quantity("load_s", translate("Cost", "Load, s"), of_model=True),
        Quantity("forward_ms_p50", translate("Cost", "Forward p50, ms")),
        Quantity("forward_ms_p90", translate("Cost", "Forward p90, ms")),
        Quantity("throughput_per_s", translate("Cost", "Samples per s"), more_is_better=True),
        Quantity("peak_rss_mb", translate("Cost", "Peak RSS, MB")),
        Quantity("peak_cuda_mb", translate("Cost", "Peak CUDA, MB")),
        Quantity("energy_j", translate("Cost", "Energy, J")),
        Quantity(ENERGY, translate("Cost", "Energy of 1,000 samples, J")),
        Quantity(MONEY, translate("Cost", "Price of a million samples")),
        Quantity("first_token_ms_p50", translate("Cost", "First token p50, ms")),
        Quantity("tokens_per_s", translate("Cost", "Tokens per s"), more_is_better=True),
    )


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
class CostPoints:
    """What the plot shows.

    Attributes:
        points: The lanes for which both quality and cost are known.
        front: Those that no other lane beats in both, the cheapest first.
        families: Lanes of one architecture, smallest first; those with two lanes or more in the plot.
        lacking: The lanes of which the cost or the quality is not known.
        better: Whether higher or lower quality is better.
        top: What no quality is above; None where there is no such bound.
    """

    points: tuple[CostPoint, ...] = ()
    front: tuple[str, ...] = ()
    families: tuple[tuple[str, ...], ...] = ()
    lacking: tuple[str, ...] = ()
    better: str = "higher"
    top: float | None = None


@dataclass(frozen=True)
class CostReport:
    """What lanes cost, how good they are, and the table made of them.

    Attributes:
        costs: By lane and quantity; None for what is not known.
        qualities: In which ways it is known how good they are, the headline metric first.
        families: Lanes of one architecture, smallest first.
        table: All costs.
    """

    costs: Mapping[str, Mapping[str, float | None]]
    qualities: tuple[Quality, ...]
    families: tuple[tuple[str, ...], ...]
    table: Table

    @property
    def axes(self) -> list[str]:
        """The costs of which some lane's is known, and those that everyone asks for."""
        known = {name for costs in self.costs.values() for name, value in costs.items() if value is not None}
        return [name for name in QUANTITIES if name in known or name == MONEY]


def read_cost(session: SessionReader, task: str | None, prices: HourlyPrices = NO_PRICES) -> CostReport:
    """What every lane of a task that has run costs, and how good it is by every metric and in every bucket of grain."""
    whole = SessionContents.read(session)
    contents = whole if task is None else whole.of_task(task)
    lanes = [lane for lane in summaries(contents) if lane.row["params"] is not None or lane.row["n"]]
    costs = {lane.lane: lane_costs(lane.row, prices) for lane in lanes}
    buckets = () if task is None else bucket_qualities(session, task)
    return CostReport(
        costs,
        (*metric_qualities(contents, lanes), *buckets),
        tuple(family.lanes for family in families_of(contents.lanes, read_catalogue())),
        _table(lanes, costs, contents.writes_text),
    )


def points(report: CostReport, axis: str, quality: Quality) -> CostPoints:
    """The lanes for which both quality and this cost are known, and what joins them."""
    costs = {lane: value for lane, of_lane in report.costs.items() if (value := of_lane[axis]) is not None}
    there = [lane for lane in report.costs if lane in costs and lane in quality.values]
    every = max(quality.n.values(), default=0)
    families = (tuple(lane for lane in family if lane in there) for family in report.families)
    return CostPoints(
        tuple(CostPoint(lane, costs[lane], quality.values[lane], _note(lane, quality, every)) for lane in there),
        front(quality, costs),
        tuple(family for family in families if len(family) > 1),
        tuple(lane for lane in report.costs if lane not in there),
        quality.better,
        quality.top,
    )


def _note(lane: str, quality: Quality, every: int) -> str:
    return "" if lane in quality.fair else not_compared(quality.n.get(lane, 0), every)


def quantity(name: str) -> Quantity:
    """The quantity of that name."""
    return next(each for each in quantities() if each.name == name)


def _table(lanes: Sequence[LaneSummary], costs: Mapping[str, Mapping[str, float | None]], writes_text: bool) -> Table:
    shown = [each for each in quantities() if writes_text or each.name not in WRITING]
    shown = [each for each in shown if each.name not in _ONLY_KNOWN or any(c[each.name] for c in costs.values())]
    return Table(
        translate("Cost", "Cost"),
        tuple(TableColumn(lane.lane, str(lane.row["model"]), lane.lane) for lane in lanes),
        tuple(_row(each, lanes, costs) for each in shown),
    )


def _row(each: Quantity, lanes: Sequence[LaneSummary], costs: Mapping[str, Mapping[str, float | None]]) -> TableRow:
    values = by_lane([{**lane.row, **costs[lane.lane]} for lane in lanes], each.name)
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
