"""The tables of the metrics panel about one task, made from a session off the window's thread."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.core.sample import Sample
from granview.gui.metrics.cells import (
    by_outcome_note,
    coverage_note,
    difference_text,
    difference_tip,
    difference_tone,
    few_note,
    why_unscored,
)
from granview.gui.metrics.column_order import matter_first
from granview.gui.widgets.metric_cells import by_lane, cost_head, head, metric_cell, not_compared, number
from granview.gui.widgets.number_format import count_in_short, signed, significant
from granview.gui.widgets.table import Table, TableCell, TableColumn, TableRow
from granview.report import results, summary
from granview.report.best_lanes import Better, best_lanes, lanes_on_same_samples
from granview.report.differences import Differences, LaneDifference, differences_in
from granview.report.margins import Margins
from granview.report.results import Row
from granview.report.session_contents import SessionContents
from granview.report.summary import LaneSummary
from granview.report.verdict.session_verdicts import read_margins
from granview.store.reader import SessionReader
from granview.tasks.base import TASKS, Column

translate = QCoreApplication.translate

_COSTS: Final[Mapping[str, Better]] = {"forward_ms_p50": "lower", "tokens_per_s": "higher"}
"""Costs in the table of metrics whose best is marked."""


def lanes_table(
    session: SessionReader,
    task: str,
    pinned: str | None,
    agreement: Mapping[str, float],
    further: bool = False,
) -> Table:
    """One row per lane of a task over all samples: metrics, and the difference to the pinned lane with its interval.

    Args:
        session: The session.
        task: The task's name.
        pinned: The lane that others are compared with.
        agreement: How far each lane agrees with the others, in the task's measure.
        further: Whether columns for a second look are shown.
    """
    contents = SessionContents.read(session).of_task(task)
    lanes = [lane for lane in summary.summaries(contents) if lane.row["n"] or lane.row["failed"]]
    rows = [lane.row for lane in lanes]
    known = contents.shown_columns(rows, further=True)
    columns = [column for column in known if further or not column.is_further]
    costs = [_Ranked(lanes, name, better) for name, better in _COSTS.items()]
    metrics = {column.name: _Ranked(lanes, column.name, column.better, column.name) for column in columns}
    pinned_is_here = pinned is not None and any(row["lane"] == pinned for row in rows)
    tells = pinned is not None and pinned_is_here and not contents.is_by_outcome
    found = differences_in(contents, str(pinned)) if tells else {}
    margins = read_margins(session)
    agreed = TASKS.get(task).agreement_column if any(row["lane"] in agreement for row in rows) else None
    table = Table(
        translate("Metrics", "Lane"),
        (
            *_cost_columns(contents.writes_text),
            *(head(column) for column in columns),
            *((head(agreed),) if agreed else ()),
        ),
        tuple(
            TableRow(
                str(row["lane"]),
                (
                    *_cost_cells(row, costs, contents.writes_text),
                    *(
                        _metric_cell(row, metrics[column.name], column, found.get(str(row["lane"])), margins)
                        for column in columns
                    ),
                    *((_agreement_cell(agreed, agreement.get(str(row["lane"]))),) if agreed else ()),
                ),
                str(row["lane"]),
                _counted(row),
            )
            for row in rows
        ),
        "\n".join(filter(None, (by_outcome_note(contents), _note(contents, columns, lanes, found)))),
        has_details=True,
        is_unscored=bool(rows) and not columns,
        n_further=_n_further(known),
    )
    headlines = [head(column).title for column in columns if column.name in TASKS.get(task).headline]
    return matter_first(table, len(_cost_columns(contents.writes_text)), headlines)


def _note(
    contents: SessionContents, columns: Sequence[Column], lanes: Sequence[LaneSummary], differences: Differences
) -> str:
    if not columns:
        return why_unscored(contents) if lanes else ""
    samples = {lane.lane: frozenset[str]().union(*lane.counted.values()) for lane in lanes if lane.counted}
    return "\n".join(note for note in (coverage_note(samples), few_note(differences.values())) if note)


def sample_table(session: SessionReader, task: str, sample: Sample, pinned: str | None, further: bool = False) -> Table:
    """One row per lane of a task for one sample; with the columns for a second look where ``further``."""
    found = {(row.lane, row.sample): row for row in session.results(sample=sample.name)}
    contents = SessionContents((sample,), tuple(session.lanes()), found).of_task(task)
    rows = [row for row in results.rows_of(contents) if row["status"] == "ok"]
    known = contents.shown_columns(rows, further=True)
    columns = [column for column in known if further or not column.is_further]
    base = next((row for row in rows if row["lane"] == pinned), None)
    everyone = {str(row["lane"]) for row in rows}
    best = {column.name: best_lanes(by_lane(rows, column.name), column.better, everyone) for column in columns}
    return Table(
        translate("Metrics", "Lane"),
        (
            cost_head("forward_ms", translate("Metrics", "Forward ms")),
            *(head(column) for column in columns),
        ),
        tuple(_sample_row(row, best, columns, base) for row in rows),
        "" if columns or not rows else why_unscored(contents),
        has_details=base is not None and len(rows) > 1,
        is_unscored=bool(rows) and not columns,
        n_further=_n_further(known),
    )


def _n_further(columns: Sequence[Column]) -> int:
    return sum(column.is_further for column in columns)


def _cost_columns(writes_text: bool) -> tuple[TableColumn, ...]:
    writing = cost_head("tokens_per_s", translate("Metrics", "Tokens per s"))
    return (
        cost_head("params", translate("Metrics", "Params")),
        cost_head("forward_ms_p50", translate("Metrics", "Forward ms")),
        *((writing,) if writes_text else ()),
    )


class _Ranked:
    """A column, which samples it rests on, and which lanes are its best.

    Args:
        lanes: The lanes.
        name: The column's name.
        better: Which values are.
        metric: The metric whose samples count; None for those that the lanes were run on.
    """

    def __init__(self, lanes: Sequence[LaneSummary], name: str, better: Better, metric: str | None = None) -> None:
        samples = {lane.lane: lane.samples_of(metric) for lane in lanes}
        self._sizes = {lane: len(own) for lane, own in samples.items()}
        self._every = len(frozenset().union(*samples.values()))
        self._best = best_lanes(by_lane([lane.row for lane in lanes], name), better, lanes_on_same_samples(samples))

    def is_best(self, row: Row) -> bool:
        """Whether a lane's value is the best of those that can be compared."""
        return row["lane"] in self._best

    def tip(self, row: Row) -> str:
        """How many samples a lane's value rests on, and what follows where the others rest on more."""
        n = self._sizes[str(row["lane"])]
        return f" · n = {n}" + (f"\n{not_compared(n, self._every)}" if n < self._every else "")


def _cost_cells(row: Row, ranked: Sequence[_Ranked], writes_text: bool) -> tuple[TableCell, ...]:
    forward, writing = ranked
    params = number(row, "params")
    shown = TableCell(count_in_short(params), tip="" if params is None else f"{params:,.0f}", value=params)
    return (shown, _forward_cell(row, forward), *((_writing_cell(row, writing),) if writes_text else ()))


def _forward_cell(row: Row, ranked: _Ranked) -> TableCell:
    value, p90 = number(row, "forward_ms_p50"), number(row, "forward_ms_p90")
    detail = "" if p90 is None else f"p90 {significant(p90)}"
    return TableCell(significant(value), detail, is_best=ranked.is_best(row), value=value)


def _writing_cell(row: Row, ranked: _Ranked) -> TableCell:
    value, first_ms = number(row, "tokens_per_s"), number(row, "first_token_ms_p50")
    detail = "" if first_ms is None else translate("Metrics", "first {ms} ms").format(ms=significant(first_ms))
    return TableCell(significant(value), detail, is_best=ranked.is_best(row), value=value)


def _metric_cell(
    row: Row, ranked: _Ranked, column: Column, of_lane: LaneDifference | None, margins: Margins
) -> TableCell:
    value, best = number(row, column.name), ranked.is_best(row)
    difference = None if of_lane is None else of_lane.metrics.get(column.name)
    if of_lane is None or difference is None or difference.mean is None:
        return metric_cell(value, column, best, tip=ranked.tip(row))
    corrected, margin = of_lane.corrected.get(column.name), margins.margin(column.name)
    told = difference_tip(difference, of_lane.against, column.digits, corrected, margin)
    tip = f"{ranked.tip(row)}\n{told}"
    detail = difference_text(difference, column.digits, of_lane.is_partial(column.name))
    return metric_cell(value, column, best, detail, difference_tone(difference, column), tip)


def _agreement_cell(column: Column, value: float | None) -> TableCell:
    return metric_cell(value, column, is_best=False)


def _counted(row: Row) -> str:
    n = translate("Metrics", "n = {n}").format(n=row["n"])
    failed = translate("Metrics", "{n} failed").format(n=row["failed"]) if row["failed"] else ""
    scored = translate("Metrics", "{n} scored").format(n=row["scored"]) if row["scored"] not in (0, row["n"]) else ""
    return " · ".join(part for part in (n, scored, failed) if part)


def _sample_row(row: Row, best: Mapping[str, Collection[str]], columns: Sequence[Column], base: Row | None) -> TableRow:
    forward = number(row, "forward_ms")
    cells = [TableCell(significant(forward), value=forward)]
    for column in columns:
        value, own = number(row, column.name), None if base is None else number(base, column.name)
        is_compared = bool(column.better) and row is not base
        detail = signed(value - own, column.digits) if is_compared and value is not None and own is not None else ""
        cells.append(metric_cell(value, column, row["lane"] in best[column.name], detail))
    return TableRow(str(row["lane"]), tuple(cells), str(row["lane"]))
