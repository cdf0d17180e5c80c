"""Whether probabilities are what they say, for tasks that count it."""

from collections.abc import Iterator

from granview.export.report.document import Block, Figure, Head, SubHeading, Table, TableCell
from granview.export.report.numbers import number
from granview.export.report.plots.reliability_diagram import reliability_diagram
from granview.export.report.source import ReportSource
from granview.export.report.words import Words
from granview.report.reliability import counts_calibration, reliabilities


def calibration_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """The diagram and the errors of each task that counts its calibration."""
    for each in source.tasks:
        found = reliabilities(source.session, each.task.name) if counts_calibration(each.task) else []
        if not found:
            continue
        if len(source.tasks) > 1:
            yield SubHeading(words.task(each.task.title))
        lanes = [(one, each.series[one.lane]) for one in found]
        drawing = reliability_diagram(lanes, words("calibration.confidence"), words("calibration.hits"))
        yield Figure(drawing, words("calibration.figure"), words("calibration.figure"))
        heads = (
            Head(words("lanes.lane")),
            Head(words("calibration.error"), True),
            Head(words("calibration.n"), True),
        )
        rows = tuple(
            (
                TableCell(one.lane, swatch=place),
                TableCell(number(one.error, 3)),
                TableCell(f"{int(one.counts.sum()):,}"),
            )
            for one, place in lanes
        )
        yield Table(heads, rows)
