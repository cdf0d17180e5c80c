"""What was compared: every lane as it really ran."""

from collections.abc import Iterator

from granview.core.number_format import format_count, three_digits
from granview.export.report.document import Block, Head, SubHeading, Table, TableCell
from granview.export.report.numbers import NO_VALUE, number
from granview.export.report.source import ReportSource, TaskSource
from granview.export.report.words import Words
from granview.report.best_lanes import Better, best_lanes, lanes_on_same_samples
from granview.report.session_contents import real_device
from granview.report.summary import LaneSummary
from granview.store.rows import LaneRecord


def lanes_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """A table for each task."""
    for each in source.tasks:
        if len(source.tasks) > 1:
            yield SubHeading(words.task(each.task.title))
        yield _table(each, words)


def _table(source: TaskSource, words: Words) -> Table:
    heads = [
        Head(words("lanes.lane")),
        Head(words("lanes.model")),
        Head(words("lanes.ran")),
        Head(words("lanes.device")),
    ]
    metric = source.headline
    if metric is not None:
        heads.append(Head(words.name(metric.title), True, words.name(metric.unit)))
        heads.append(Head(words("lanes.scored"), True))
    heads += [
        Head(words("lanes.time"), True, "ms"),
        Head(words("lanes.params"), True),
        Head(words("lanes.weights"), True, "MB"),
        Head(words("lanes.memory"), True, "MB"),
        Head(words("lanes.n"), True),
        Head(words("lanes.failed"), True),
    ]
    best = {
        "": frozenset[str](),
        "forward_ms_p50": _best(source, "forward_ms_p50", None, "lower"),
        **({metric.name: _best(source, metric.name, metric.name, metric.better)} if metric else {}),
    }
    rows = [
        _row(source, summary, lane, best, words)
        for summary, lane in zip(source.summaries, source.contents.lanes, strict=True)
    ]
    return Table(tuple(heads), tuple(rows), words("lanes.caption"))


def _best(source: TaskSource, name: str, counted: str | None, better: Better) -> frozenset[str]:
    fair = lanes_on_same_samples({each.lane: each.samples_of(counted) for each in source.summaries})
    return best_lanes({each.lane: source.value(each, name) for each in source.summaries}, better, fair)


def _row(
    source: TaskSource, summary: LaneSummary, lane: LaneRecord, best: dict[str, frozenset[str]], words: Words
) -> tuple[TableCell, ...]:
    row, metric = summary.row, source.headline
    cells = [
        TableCell(lane.name, swatch=source.series[lane.name]),
        TableCell(lane.spec.model),
        TableCell(ran_as(lane, words)),
        TableCell(real_device(lane)),
    ]
    if metric is not None:
        value = source.value(summary, metric.name)
        cells.append(TableCell(number(value, metric.digits), lane.name in best[metric.name]))
        cells.append(TableCell(f"{len(summary.samples_of(metric.name))}"))
    time, params = source.value(summary, "forward_ms_p50"), source.value(summary, "params")
    cells.append(TableCell(NO_VALUE if time is None else three_digits(time), lane.name in best["forward_ms_p50"]))
    cells.append(TableCell(NO_VALUE if params is None else format_count(params)))
    for name in ("weights_mb", "peak_rss_mb"):
        value = source.value(summary, name)
        cells.append(TableCell(NO_VALUE if value is None else three_digits(value)))
    return (*cells, TableCell(f"{row['n']}"), TableCell(f"{row['failed']}"))


def ran_as(lane: LaneRecord, words: Words) -> str:
    """How a lane really ran, such as ``bf16 · torch 2.15.0``; as it was asked for where that is not known."""
    facts = lane.facts
    if facts is not None and facts.params is None:
        return words("lanes.saved")
    ran = None if facts is None else facts.ran
    if ran is None:
        return str(lane.spec.variant)
    asked = str(lane.spec.variant)
    precision = asked if not ran.precision or ran.precision == asked else f"{asked} → {ran.precision}"
    return f"{precision} · {ran.engine}" if ran.engine else precision
