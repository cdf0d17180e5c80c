"""Quality against cost: a plot for each cost that two lanes or more were measured by, as the Cost panel has."""

from collections.abc import Iterator, Mapping
from typing import Final

from granview.export.report.document import Block, Figure, Paragraph, SubHeading
from granview.export.report.grid import rows_of
from granview.export.report.plots.cost_quality import WIDTH, CostDot, CostPlot, cost_quality
from granview.export.report.plots.side_by_side import GAP, side_by_side
from granview.export.report.source import ReportSource, TaskSource
from granview.export.report.words import Words
from granview.report.cost_rows import front
from granview.report.lane_costs import QUANTITIES, HourlyPrices, lane_costs
from granview.report.lane_qualities import Quality, metric_qualities
from granview.tasks.base import Column

_IN_A_ROW: Final = 2


def cost_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """The plots of each task that has a headline metric."""
    for each in source.tasks:
        figures = [] if each.headline is None else _figures(each, each.headline, source.options.prices, words)
        if not figures:
            continue
        if len(source.tasks) > 1:
            yield SubHeading(words.task(each.task.title))
        yield from figures
        if _timed_apart(each):
            yield Paragraph(words("cost.apart"), "warn")


def _figures(source: TaskSource, metric: Column, prices: HourlyPrices, words: Words) -> list[Figure]:
    """A plot for each cost, in rows of which the last has the caption; none where no two lanes have one."""
    qualities = metric_qualities(source.contents, source.summaries)
    quality = next((each for each in qualities if each.metric == metric.name), None)
    if quality is None:
        return []
    costs = {each.lane: lane_costs(each.row, prices) for each in source.summaries}
    known = {name: {lane: value for lane, own in costs.items() if (value := own[name])} for name in QUANTITIES}
    plots = {name: plot for name in QUANTITIES if (plot := _plot(source, metric, quality, name, known[name], words))}
    if not plots:
        return []
    columns = min(len(plots), _IN_A_ROW)
    width = (WIDTH - GAP * (columns - 1)) / columns
    names = words.listed([words(f"cost.{name}") for name in plots])
    spoken = words("cost.words", n=len(quality.values), metric=words.metric(metric), cost=names)
    caption = words("cost.figure", metric=words.metric(metric), cost=names)
    drawn = [cost_quality(plot, width) for plot in plots.values()]
    rows = [side_by_side(row, columns) for row in rows_of(drawn, columns)]
    return [
        Figure(drawing, caption if place == len(rows) else "", spoken, is_row=len(rows) > 1)
        for place, drawing in enumerate(rows, start=1)
    ]


def _plot(
    source: TaskSource, metric: Column, quality: Quality, name: str, costs: Mapping[str, float], words: Words
) -> CostPlot | None:
    dots = tuple(
        CostDot(lane, source.series[lane], cost, quality.values[lane])
        for lane, cost in costs.items()
        if lane in quality.values
    )
    if len(dots) < 2:
        return None
    axis = words.with_unit(words(f"cost.{name}"), words("cost.logarithmic"))
    is_higher_better = metric.better == "higher"
    return CostPlot(dots, front(quality, costs), axis, words.metric(metric), is_higher_better, metric.top)


def _timed_apart(source: TaskSource) -> bool:
    """Whether no run timed all lanes together."""
    runs = [{row.run_id for row in source.contents.of_lane(lane.name) if row.timing} for lane in source.contents.lanes]
    timed = [each for each in runs if each]
    return len(timed) > 1 and not set.intersection(*timed)
