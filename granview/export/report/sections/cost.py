"""Quality against what it costs: a figure for each cost that two lanes or more were measured by."""

from collections.abc import Iterator
from typing import Final

from granview.export.report.document import Block, Figure, Paragraph, SubHeading
from granview.export.report.plots.cost_quality import CostDot, cost_quality
from granview.export.report.source import ReportSource, TaskSource
from granview.export.report.words import Words
from granview.tasks.base import Column

_COSTS: Final = {"forward_ms_p50": "cost.time", "params": "cost.params"}


def cost_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """The figures of each task that has a headline metric."""
    for each in source.tasks:
        figures = [] if each.headline is None else list(_figures(each, each.headline, words))
        if figures and len(source.tasks) > 1:
            yield SubHeading(words.name(each.task.title))
        yield from figures
        if figures and _timed_apart(each):
            yield Paragraph(words("cost.apart"), "warn")


def _figures(source: TaskSource, metric: Column, words: Words) -> Iterator[Figure]:
    for name, key in _COSTS.items():
        dots = list(_dots(source, name, metric.name))
        if len(dots) > 1:
            quality, cost = words.metric(metric), words(key)
            drawing = cost_quality(dots, cost, quality, metric.better == "higher", metric.top)
            told = words("cost.words", n=len(dots), metric=quality, cost=cost)
            yield Figure(drawing, words("cost.figure", metric=quality, cost=cost), told)


def _dots(source: TaskSource, cost: str, metric: str) -> Iterator[CostDot]:
    for summary in source.summaries:
        x, y = source.value(summary, cost), source.value(summary, metric)
        if x is not None and x > 0 and y is not None:
            yield CostDot(summary.lane, source.series[summary.lane], x, y)


def _timed_apart(source: TaskSource) -> bool:
    """Whether no run timed all lanes together."""
    runs = [{row.run_id for row in source.contents.of_lane(lane.name) if row.timing} for lane in source.contents.lanes]
    timed = [each for each in runs if each]
    return len(timed) > 1 and not set.intersection(*timed)
