"""Confidence and hits, bin by bin."""

from collections.abc import Iterator
from typing import Final

from granview.report.reliability import counts_calibration, reliabilities
from granview.report.report_table import ReportTable
from granview.report.results import Row
from granview.report.session_table import SESSION_TABLES, SessionTable, TableRequest

_COLUMNS: Final = {
    "task": "What the lane does.",
    "lane": "The lane.",
    "confidence": "Mean probability of what was said in the bin, 0 to 1.",
    "hits": "Share of it that was true, 0 to 1.",
    "n": "How much was said in the bin.",
    "ece": "Expected calibration error of the lane, over all of its bins.",
}


def _make(request: TableRequest) -> ReportTable:
    return ReportTable("calibration", tuple(_COLUMNS), lambda: _rows(request), descriptions=_COLUMNS)


def _rows(request: TableRequest) -> Iterator[Row]:
    tasks = {task.name: task for task in request.contents.tasks.values()}
    for name, task in tasks.items():
        for each in reliabilities(request.session, name) if counts_calibration(task) else []:
            for confidence, hits, n in zip(each.confidence, each.hits, each.counts, strict=True):
                yield {
                    "task": name,
                    "lane": each.lane,
                    "confidence": float(confidence),
                    "hits": float(hits),
                    "n": int(n),
                    "ece": each.error,
                }


SESSION_TABLES.register("calibration")(
    SessionTable(
        "a row per lane and bin of confidence, of tasks that count it",
        _make,
        lambda request: any(counts_calibration(task) for task in request.contents.tasks.values()),
    )
)
