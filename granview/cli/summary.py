"""What a run found, for a terminal."""

from collections import Counter
from typing import Final

from granview.cli.table import number_text, text_table
from granview.report.contents import Contents
from granview.report.summary import rows_of
from granview.store.session import Session

_FIXED: Final = {
    "lane": 0, "n": 0, "failed": 0, "scored": 0, "params": 0, "load_s": 2, "forward_ms_p50": 1, "peak_rss_mb": 0,
}  # fmt: skip
"""Columns shown for every task, with their digits after the point."""

_NOTICES: Final = 5


def summary_text(session: Session) -> str:
    """One line per lane: the most telling columns of ``summary.csv``."""
    contents = Contents.read(session)
    metrics = {column.name: column.digits for column in contents.metric_columns()}
    rows = rows_of(contents)
    scored = {name: digits for name, digits in metrics.items() if any(row[name] is not None for row in rows)}
    shown = _FIXED | scored
    cells = [[number_text(row[name], digits) for name, digits in shown.items()] for row in rows]
    return text_table(tuple(shown), cells, frozenset(range(1, len(shown))))


def failure_lines(session: Session) -> list[str]:
    """One line for each sample that a lane could not run; one in all where a lane failed on all for one reason."""
    rows = session.results()
    lines: list[str] = []
    for lane in dict.fromkeys(row.lane for row in rows):
        own = [row for row in rows if row.lane == lane]
        failed = [row for row in own if row.status == "failed"]
        reasons = {f"{row.error} {row.hint}".rstrip() for row in failed}
        if len(failed) == len(own) > 1 and len(reasons) == 1:
            lines.append(f"failed: all {len(own)} samples in {lane}: {reasons.pop()}")
        else:
            lines += [f"failed: {row.sample} in {lane}: {row.error} {row.hint}".rstrip() for row in failed]
    return lines


def notice_lines(session: Session) -> list[str]:
    """What must be known of results beside their numbers: each notice once for a lane, with how many samples have it.

    Those that most samples have come first. Beyond the first few of a lane it is said how many more there are.
    """
    lines: list[str] = []
    of_lanes: dict[str, Counter[str]] = {}
    for row in session.results():
        of_lanes.setdefault(row.lane, Counter()).update(set(row.notices))
    for lane, counts in of_lanes.items():
        lines += [f"{lane}, {_samples(n)}: {notice}" for notice, n in counts.most_common(_NOTICES)]
        if len(counts) > _NOTICES:
            lines.append(f"{lane}: {len(counts) - _NOTICES} more notices are beside the samples in the session")
    return lines


def _samples(n: int) -> str:
    return "1 sample" if n == 1 else f"{n} samples"
