"""What a run found, for a terminal."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from granview.cli.table import interval_text, number_text, signed_text, text_table
from granview.core.messages import NOT_SCORED
from granview.io.search_events import Doubt, Problem, RefusedReference
from granview.report.differences import LaneDifference, differences_in, first_lanes
from granview.report.session_contents import SessionContents
from granview.report.summary import rows_of
from granview.store.rows import ResultRow
from granview.store.session import Session
from granview.tasks.base import Column, Task

_FIXED: Final = {
    "lane": 0, "n": 0, "failed": 0, "scored": 0, "params": 0, "load_s": 2, "forward_ms_p50": 1, "peak_rss_mb": 0,
}  # fmt: skip
"""Columns shown for every task, with their digits after the point."""

_NOTICES: Final = 5


def summary_text(session: Session) -> str:
    """One line per lane: the most telling columns of ``summary.csv``."""
    contents = SessionContents.read(session)
    rows = rows_of(contents)
    shown = _FIXED | {column.name: column.digits for column in contents.shown_columns(rows)}
    cells = [[number_text(row[name], digits) for name, digits in shown.items()] for row in rows]
    return text_table(tuple(shown), cells, frozenset(range(1, len(shown))))


def difference_lines(session: Session) -> list[str]:
    """A line for each lane: what it has over the first lane of its task, in the task's headline metric.

    Values are those over the samples that both lanes were scored on, so they need not be those of the summary.
    """
    contents = SessionContents.read(session)
    return [
        _difference_line(difference, metric)
        for first in first_lanes(contents)
        for difference in differences_in(contents, first).values()
        if (metric := _headline(contents.tasks[first], difference)) is not None
    ]


def _headline(task: Task, difference: LaneDifference) -> Column | None:
    columns = {column.name: column for column in task.columns}
    known = [name for name in task.headline if name in difference.metrics]
    return next((columns[name] for name in known if difference.metrics[name].mean is not None), None)


def _difference_line(difference: LaneDifference, metric: Column) -> str:
    each, digits = difference.metrics[metric.name], metric.digits
    values = f"{number_text(each.a, digits)} − {number_text(each.b, digits)} = {_signed(each.mean, digits)}"
    interval = f", 95 % interval {interval_text(each.low, each.high, digits)}" if each.low is not None else ""
    n = _samples(each.n) + (" of both" if difference.is_partial(metric.name) else "")
    return f"{difference.lane} against {difference.against}, {metric.name}: {values}{interval}, {n}: {each.verdict}"


def _signed(value: float | None, digits: int) -> str:
    return number_text(None) if value is None else signed_text(value, digits)


def failure_lines(session: Session) -> list[str]:
    """One line for each sample that a lane could not run; one in all where a lane failed on all for one reason."""
    return _listed("failed", session.results(), lambda row: f"{row.error} {row.hint}" if row.status == "failed" else "")


def refused_lines(session: Session, problems: Sequence[Problem]) -> list[str]:
    """One line for each reference that was not used, and for each sample that was not scored though it has one."""
    refused = [problem for problem in problems if isinstance(problem, RefusedReference)]
    lines = [f"reference not used: {problem.path}: {problem.error} {problem.hint}".rstrip() for problem in refused]
    return lines + _listed("not scored", session.results(), _why_not_scored)


def doubt_lines(problems: Sequence[Problem]) -> list[str]:
    """One line for each thing that was guessed, is not certain and changes the numbers, with what settles it."""
    doubts = [problem for problem in problems if isinstance(problem, Doubt)]
    return [f"warning: {doubt.path}: {doubt.error} {doubt.hint}".rstrip() for doubt in doubts]


def _why_not_scored(row: ResultRow) -> str:
    return next((notice.removeprefix(NOT_SCORED) for notice in row.notices if notice.startswith(NOT_SCORED)), "")


def _listed(what: str, rows: Sequence[ResultRow], why: Callable[[ResultRow], str]) -> list[str]:
    """A line for each row with a reason; one in all for a lane whose rows all have the same."""
    lines: list[str] = []
    for lane in dict.fromkeys(row.lane for row in rows):
        own = [(row, why(row).strip()) for row in rows if row.lane == lane]
        reasons = {reason for _, reason in own}
        if len(own) > 1 and len(reasons) == 1 and reasons != {""}:
            lines.append(f"{what}: all {len(own)} samples in {lane}: {reasons.pop()}")
        else:
            lines += [f"{what}: {row.sample} in {lane}: {reason}" for row, reason in own if reason]
    return lines


def notice_lines(session: Session) -> list[str]:
    """What must be known of results beside their numbers: each notice once for a lane, with how many samples have it.

    Those that most samples have come first; what ``refused_lines`` says is left out. Beyond the first few of a lane it
    is said how many more there are.
    """
    lines: list[str] = []
    of_lanes: dict[str, Counter[str]] = {}
    for row in session.results():
        told = {notice for notice in row.notices if not notice.startswith(NOT_SCORED)}
        of_lanes.setdefault(row.lane, Counter()).update(told)
    for lane, counts in of_lanes.items():
        lines += [f"{lane}, {_samples(n)}: {notice}" for notice, n in counts.most_common(_NOTICES)]
        if len(counts) > _NOTICES:
            lines.append(f"{lane}: {_more_notices(len(counts) - _NOTICES)} beside the samples in the session")
    return lines


def _more_notices(n: int) -> str:
    return "1 more notice is" if n == 1 else f"{n} more notices are"


def _samples(n: int) -> str:
    return "1 sample" if n == 1 else f"{n} samples"
