"""The words of a comparison page."""

from collections.abc import Sequence

from granview.core.number_format import format_count, three_digits
from granview.export.page_content import Detail
from granview.report.session_contents import real_device
from granview.store.rows import LaneRecord, ResultRow
from granview.tasks.base import TASKS, Column, Metrics, Task, finite_metrics


def caption_columns(task: Task) -> list[Column]:
    """The columns that captions name, in the order in which tables show them."""
    return [column for column in task.columns if column.name in task.caption_columns]


def model_line(lane: LaneRecord) -> str:
    """Size, variant and device, such as ``0.03 M parameters · fp32 · cpu``; ``saved`` where no model runs."""
    params = None if lane.facts is None else lane.facts.params
    if lane.facts is not None and params is None:
        return "saved predictions"
    size = [] if params is None else [f"{format_count(params)} parameters"]
    return " · ".join([*size, str(lane.spec.variant), real_device(lane)])


def time_line(result: ResultRow | None) -> str:
    """The forward pass's time, such as ``2.1 ms forward``."""
    timing = None if result is None else result.timing
    if timing is None or timing.forward_ms is None:
        return "forward time not measured"
    return f"{three_digits(timing.forward_ms)} ms forward" + (", warming up" if timing.warmup else "")


def writing_line(result: ResultRow | None) -> str:
    """How much was written and when it began, such as ``23 tokens · first after 12.0 ms``; empty where nothing was."""
    timing = None if result is None else result.timing
    if timing is None or timing.new_tokens is None:
        return ""
    first = "" if timing.first_token_ms is None else f" · first after {three_digits(timing.first_token_ms)} ms"
    return f"{timing.new_tokens:,} token{'' if timing.new_tokens == 1 else 's'}{first}"


def metrics_of(lane: LaneRecord, result: ResultRow | None) -> Metrics:
    """A lane's metrics for a sample; empty where it was not scored."""
    if result is None or not result.scored:
        return {}
    task = TASKS.get(lane.spec.task)
    return finite_metrics(task, result.unpacked_statistics(task))


def lane_details(
    lane: LaneRecord, result: ResultRow | None, of_lanes: Sequence[Metrics], index: int
) -> tuple[Detail, ...]:
    """The lines under a lane's name: what it is, what it took, and its metrics where any lane has them."""
    fixed = [line for line in (model_line(lane), time_line(result), writing_line(result)) if line]
    columns = [
        column
        for column in caption_columns(TASKS.get(lane.spec.task))
        if any(metrics.get(column.name) is not None for metrics in of_lanes)
    ]
    return (*map(Detail, fixed), *metric_lines(columns, of_lanes, index))


def metric_lines(columns: Sequence[Column], of_lanes: Sequence[Metrics], lane: int) -> list[Detail]:
    """A lane's metrics; the best of several lanes is strong, and says so. ``n/a`` where there is no value."""
    return [_metric_line(column, [metrics.get(column.name) for metrics in of_lanes], lane) for column in columns]


def _metric_line(column: Column, values: Sequence[float | None], lane: int) -> Detail:
    value = values[lane]
    if value is None:
        return Detail(f"{column.title} n/a")
    unit = f" {column.unit}" if column.unit else ""
    shown = f"{value:.{column.digits}f}"
    rivals = [f"{other:.{column.digits}f}" for other in values if other is not None]
    best = (max if column.better == "higher" else min)(rivals, key=float)
    is_best = bool(column.better) and len(set(rivals)) > 1 and shown == best
    return Detail(f"{column.title} {shown}{unit}" + (" · best" if is_best else ""), is_best)


def metric_notes(lanes: Sequence[LaneRecord], of_lanes: Sequence[Metrics]) -> tuple[str, ...]:
    """The convention of each metric that captions name, in words, once."""
    notes = (
        f"{column.title}: {column.description}"
        for lane, metrics in zip(lanes, of_lanes, strict=True)
        for column in caption_columns(TASKS.get(lane.spec.task))
        if metrics.get(column.name) is not None
    )
    return tuple(dict.fromkeys(notes))
