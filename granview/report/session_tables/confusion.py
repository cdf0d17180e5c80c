"""Which class each lane took for which."""

from collections.abc import Iterator
from typing import Final

from granview.report.class_tables import Confusion, confusions
from granview.report.report_table import ReportTable
from granview.report.results import Row
from granview.report.session_table import SESSION_TABLES, SessionTable, TableRequest

_COLUMNS: Final = {
    "task": "What the lane does.",
    "lane": "The lane.",
    "class": "The class in the reference; empty where the reference has nothing there.",
    "taken_for": "What the lane took it for; empty where it has missed it.",
    "n": "How often: pixels, objects, samples or tokens, as the task counts.",
}


def _make(request: TableRequest) -> ReportTable:
    return ReportTable("confusion", tuple(_COLUMNS), lambda: _rows(request), descriptions=_COLUMNS)


def _rows(request: TableRequest) -> Iterator[Row]:
    for task in dict.fromkeys(task.name for task in request.contents.tasks.values()):
        for each in confusions(request.session, task):
            yield from _of_lane(task, each)


def _of_lane(task: str, confusion: Confusion) -> Iterator[Row]:
    names: list[str | None] = [*confusion.classes]
    names += [None] * (len(confusion.counts) - len(names))
    for place, taken in zip(*confusion.counts.nonzero(), strict=True):
        n = confusion.counts[place, taken].item()
        yield {"task": task, "lane": confusion.lane, "class": names[place], "taken_for": names[taken], "n": n}


SESSION_TABLES.register("confusion")(
    SessionTable(
        "a row per lane and two classes of which one was taken for the other",
        _make,
        lambda request: any(task.has_confusion for task in request.contents.tasks.values()),
    )
)
