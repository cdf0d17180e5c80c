"""``cost.csv``: one row per lane, measure of quality and cost, and whether no other lane is cheaper and better."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from granview.analysis.pareto_front import pareto_front
from granview.core.catalogue import Ladder
from granview.report.lane_costs import NO_PRICES, QUANTITIES, HourlyPrices, lane_costs
from granview.report.lane_qualities import Quality, bucket_qualities, metric_qualities
from granview.report.results import Row
from granview.report.session_contents import SessionContents
from granview.report.summary import summaries
from granview.report.verdict.pairs import families_of
from granview.store.reader import SessionReader

COLUMNS: Final = (
    "task", "lane", "family", "device", "metric", "bucket", "value", "n", "cost", "cost_value", "cost_unit", "on_front",
)  # fmt: skip


def cost_rows(session: SessionReader, ladders: Sequence[Ladder] = (), prices: HourlyPrices = NO_PRICES) -> list[Row]:
    """The rows of all lanes that have run; a cost that is not known has none.

    Args:
        session: The session.
        ladders: The catalogue, by which families are known.
        prices: What an hour of a device costs.
    """
    whole = SessionContents.read(session)
    tasks = dict.fromkeys(task.name for task in whole.tasks.values())
    return [row for task in tasks for row in _of_task(session, whole.of_task(task), task, ladders, prices)]


def front(quality: Quality, costs: Mapping[str, float]) -> tuple[str, ...]:
    """The lanes that no other one beats in both, the cheapest first; only lanes that can be compared are among them."""
    lanes = [lane for lane in costs if lane in quality.values and lane in quality.fair]
    sign = -1.0 if quality.better == "lower" else 1.0
    places = pareto_front(
        np.array([costs[lane] for lane in lanes]), np.array([sign * quality.values[lane] for lane in lanes])
    )
    return tuple(lanes[place] for place in places)


def _of_task(
    session: SessionReader, contents: SessionContents, task: str, ladders: Sequence[Ladder], prices: HourlyPrices
) -> Iterator[Row]:
    lanes = [lane for lane in summaries(contents) if lane.row["n"]]
    family_of = {name: each.name for each in families_of(contents.lanes, ladders) for name in each.lanes}
    costs = {lane.lane: lane_costs(lane.row, prices) for lane in lanes}
    for quality in (*metric_qualities(contents, lanes), *bucket_qualities(session, task)):
        for cost, unit in QUANTITIES.items():
            known = {lane: value for lane, of_lane in costs.items() if (value := of_lane[cost]) is not None}
            best = front(quality, known)
            for lane in lanes:
                if lane.lane in known and lane.lane in quality.values:
                    yield {
                        "task": task,
                        "lane": lane.lane,
                        "family": family_of[lane.lane],
                        "device": lane.row["device"],
                        "metric": quality.metric,
                        "bucket": quality.bucket or None,
                        "value": quality.values[lane.lane],
                        "n": quality.n[lane.lane],
                        "cost": cost,
                        "cost_value": known[lane.lane],
                        "cost_unit": unit or None,
                        "on_front": int(lane.lane in best),
                    }
