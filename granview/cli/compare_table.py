"""Two sessions beside each other, for a terminal."""

from collections.abc import Iterator, Sequence
from typing import Final

from granview.cli.table import interval_text, number_text, signed_text, text_table
from granview.core.number_format import three_digits
from granview.report.regressions.compare_sessions import LaneChange, SessionChanges
from granview.report.regressions.metric_changes import MetricChange
from granview.report.verdict.rounding import probability

_HEADS: Final = ("lane", "metric", "A", "B", "B - A", "95 % interval", "n", "p (Holm)", "p beyond", "verdict")
_RIGHT: Final = frozenset(range(2, 9))
_LISTED: Final = 10
_CORRECTED: Final = (
    "p (Holm): of no change; p beyond: of a change by no more than the margin, on which regressed and improved rest.\n"
    "Both are corrected over all rows that can be tested; each interval is right for its row by itself."
)


def change_lines(changes: SessionChanges) -> Iterator[str]:
    """What was compared, the table of metrics, then flips, failures and times of each lane."""
    yield from _matched(changes)
    rows = [_row(each, metric) for each in changes.changes for metric in each.metrics.values()]
    if rows:
        yield from ("", text_table(_HEADS, rows, _RIGHT), "", _CORRECTED, "")
    else:
        yield "No metric has a value in both sessions: were the samples scored against references?"
    for each in changes.changes:
        yield from _of_lane(each)


def _matched(changes: SessionChanges) -> Iterator[str]:
    samples, lanes = changes.samples, changes.lanes
    yield f"{_samples(len(samples.pairs))} of both sessions compared"
    yield from _left_out("have another content in B", [ours.name for ours, _ in samples.changed])
    yield from _left_out("have another reference in B", [ours.name for ours, _ in samples.other_reference])
    yield from _left_out("are only in A", samples.only_a)
    yield from _left_out("are only in B", samples.only_b)
    for words, names in (
        ("only in A", lanes.only_a),
        ("only in B", lanes.only_b),
        ("of another task in B", lanes.other_task),
    ):
        if names:
            yield f"lanes {words}: {', '.join(names)}"


def _left_out(words: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield f"left out, since they {words}: {_listed(names)}"


def _row(lane: LaneChange, change: MetricChange) -> tuple[str, ...]:
    each, digits = change.difference, change.column.digits
    interval = interval_text(each.low, each.high, digits, each.why_none)
    margin = f", margin {change.margin:g}" if change.margin else ""
    return (
        lane.lane if lane.lane == lane.other else f"{lane.lane} = {lane.other}",
        change.column.name,
        number_text(each.b, digits),
        number_text(each.a, digits),
        _signed(each.mean, digits),
        interval,
        str(each.n),
        *(number_text(None) if p is None else probability(p) for p in (change.p_holm, change.p_beyond)),
        f"{change.verdict}{margin}",
    )


def _of_lane(change: LaneChange) -> Iterator[str]:
    flips, latency = change.flips, change.latency
    if flips is not None:
        yield (
            f"{change.lane}: of {flips.n_units} units ({flips.kind}), {flips.lost} were right and are wrong now"
            f"{_in(flips.lost_samples)}; {flips.gained} the other way about{_in(flips.gained_samples)}"
        )
    if change.newly_failed:
        yield f"{change.lane}: fails now on {_listed(change.newly_failed)}"
    if change.no_longer_failed:
        yield f"{change.lane}: no longer fails on {_listed(change.no_longer_failed)}"
    if latency is not None:
        before, after = latency.devices
        devices = "" if before == after else f"; on {after} instead of {before}"
        yield (
            f"{change.lane}: forward pass {three_digits(latency.after_ms)} ms instead of "
            f"{three_digits(latency.before_ms)} ms (median, "
            f"{_samples(latency.n)}): {latency.ratio:.2f} times{devices}; the machine's load is in it"
        )


def _in(names: Sequence[str]) -> str:
    return f" ({_listed(names)})" if names else ""


def _listed(names: Sequence[str]) -> str:
    more = f", … ({len(names)} in all)" if len(names) > _LISTED else ""
    return ", ".join(names[:_LISTED]) + more


def _signed(value: float | None, digits: int) -> str:
    return number_text(None) if value is None else signed_text(value, digits)


def _samples(n: int) -> str:
    return "1 sample" if n == 1 else f"{n} samples"
