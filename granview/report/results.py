"""``results.csv``: one row per sample and lane."""

from typing import Final

from granview.core.measurements import Timing
from granview.core.sample import Sample
from granview.report.session_contents import SessionContents, real_device, real_variant
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord, ResultRow
from granview.tasks.base import Metrics, Task, finite_metrics

Cell = str | int | float | None
Row = dict[str, Cell]

NOT_RUN: Final = "not run"
"""Status of a sample that a lane has not been run on."""

COLUMNS: Final = (
    "sample", "lane", "model", "variant", "device", "status", "error", "preprocess_ms", "forward_ms", "postprocess_ms",
)  # fmt: skip
WRITING_COLUMNS: Final = ("first_token_ms", "new_tokens")
"""After the metrics, where a lane of the session writes text."""

ORIGIN_COLUMNS: Final = ("path", "record", "notices")
"""The last ones: the sample's file, which of its records it is, from 1, and what must be said of the result."""


def result_columns(contents: SessionContents) -> tuple[str, ...]:
    """The headers: the common ones, the tasks' metrics, what is measured of writing where a lane writes, the origin."""
    writing = WRITING_COLUMNS if contents.writes_text else ()
    first, last = contents.metric_names()
    return (*COLUMNS, *first, *writing, *last, *ORIGIN_COLUMNS)


def result_rows(session: SessionReader) -> list[Row]:
    """One row per sample and lane, in sample order, then lane order. What was not measured is None.

    A sample that is not for a lane, as an image is not for a lane that reads texts, has no row for it.
    """
    return rows_of(SessionContents.read(session))


def rows_of(contents: SessionContents) -> list[Row]:
    """As ``result_rows``, from contents that were read already."""
    columns = result_columns(contents)
    return [
        _row(contents, columns, sample, lane)
        for sample in contents.samples
        for lane in contents.lanes
        if contents.is_for(sample, lane.name)
    ]


def _row(contents: SessionContents, columns: tuple[str, ...], sample: Sample, lane: LaneRecord) -> Row:
    result = contents.result(lane.name, sample.name)
    row: Row = dict.fromkeys(columns)
    row |= {
        "sample": sample.name,
        "lane": lane.name,
        "model": lane.spec.model,
        "variant": real_variant(lane),
        "device": real_device(lane),
        "status": NOT_RUN if result is None else result.status,
        "path": sample.path or None,
        "record": None if sample.record is None else sample.record + 1,
    }
    if result is not None:
        row |= _measured(contents, result)
        row |= _writing(contents, result)
    return row


def _measured(contents: SessionContents, result: ResultRow) -> Row:
    timing = result.timing or Timing()
    measured: Row = {
        "error": f"{result.error} {result.hint}".strip() or None,
        "preprocess_ms": timing.preprocess_ms,
        "forward_ms": timing.forward_ms,
        "postprocess_ms": timing.postprocess_ms,
        "notices": " | ".join(result.notices) or None,
    }
    if result.scored:
        measured |= _metrics(contents.tasks[result.lane], result)
    return measured


def _metrics(task: Task, result: ResultRow) -> Metrics:
    return finite_metrics(task, result.unpacked_statistics(task))


def _writing(contents: SessionContents, result: ResultRow) -> Row:
    timing = result.timing
    if timing is None or not contents.writes_text:
        return {}
    return {"first_token_ms": timing.first_token_ms, "new_tokens": timing.new_tokens}
