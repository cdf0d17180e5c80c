"""``summary.csv``: one row per lane."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from granview.core.lane import RanAs
from granview.core.measurements import Cost, Timing
from granview.core.unit import Statistics
from granview.report.merged_statistics import aligned_statistics, merged_statistics
from granview.report.results import Row
from granview.report.session_contents import SessionContents, real_device, real_variant
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord, ResultRow
from granview.tasks.base import Metrics, Task, finite_metrics

COLUMNS: Final = (
    "lane", "model", "variant", "device", "n", "failed", "params", "weights_mb", "flops", "load_s", "forward_ms_p50",
    "forward_ms_p90", "throughput_per_s", "peak_rss_mb", "peak_cuda_mb", "energy_j",
    "engine", "precision_ran", "covered", "sparsity", "stored_mb", "prepare_s",
)  # fmt: skip
WRITING_COLUMNS: Final = ("first_token_ms_p50", "tokens_per_s")
"""After the metrics, where a lane of the session writes text."""

SCORED: Final = "scored"
"""How many samples were compared with a reference."""


def summary_columns(contents: SessionContents) -> tuple[str, ...]:
    """The headers: the common ones, the tasks' metrics, what is measured of writing, and what the metrics rest on."""
    writing = WRITING_COLUMNS if contents.writes_text else ()
    first, last = contents.metric_names()
    return (*COLUMNS, *first, *writing, SCORED, *last)


def summary_rows(session: SessionReader) -> list[Row]:
    """One row per lane. What was not measured is None.

    ``n`` counts the samples that succeeded, ``failed`` those that did not, and ``scored`` those that were compared with
    a reference; a text that is merely measured, such as by the perplexity of its own tokens, is not among them. Times
    leave out passes that warmed the model up. ``throughput_per_s`` is samples per second of forward passes,
    ``tokens_per_s`` tokens written. Metrics are those of the statistics of all scored samples together, not means of
    the samples' metrics.
    """
    return rows_of(SessionContents.read(session))


@dataclass(frozen=True)
class LaneSummary:
    """A row of ``summary.csv``, and what it rests on.

    Attributes:
        row: The row.
        ran: The samples that succeeded: costs rest on them.
        counted: By the name of a metric, the samples that it rests on; metrics that rest on none are left out.
    """

    row: Row
    ran: frozenset[str]
    counted: Mapping[str, frozenset[str]]

    @property
    def lane(self) -> str:
        """The lane's name."""
        return str(self.row["lane"])

    def samples_of(self, metric: str | None) -> frozenset[str]:
        """The samples that a metric rests on; for None those that succeeded."""
        return self.ran if metric is None else self.counted.get(metric, frozenset())


def rows_of(contents: SessionContents) -> list[Row]:
    """As ``summary_rows``, from contents that were read already."""
    return [summary.row for summary in summaries(contents)]


def summaries(contents: SessionContents) -> list[LaneSummary]:
    """A row for each lane, with the samples that its numbers rest on."""
    columns = summary_columns(contents)
    return [_summary(contents, lane, columns) for lane in contents.lanes]


def _summary(contents: SessionContents, lane: LaneRecord, columns: Sequence[str]) -> LaneSummary:
    results = list(contents.of_lane(lane.name))
    ok = [result for result in results if result.status == "ok"]
    task = contents.tasks[lane.name]
    (parts,), _ = aligned_statistics(task, [ok])
    row = _row(contents, lane, results, ok, finite_metrics(task, merged_statistics([part for part in parts if part])))
    counted = _counted(task, zip((result.sample for result in ok), parts, strict=True))
    row[SCORED] = _scored(task, row, counted)
    return LaneSummary(dict.fromkeys(columns) | row, frozenset(result.sample for result in ok), counted)


def _counted(task: Task, parts: Iterable[tuple[str, Statistics]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for sample, part in parts:
        for name in task.counted(part):
            found.setdefault(name, set()).add(sample)
    return {name: frozenset(samples) for name, samples in found.items()}


def _scored(task: Task, row: Row, counted: Mapping[str, frozenset[str]]) -> int:
    """How many samples were compared with a reference; 0 where no metric came of it."""
    compared = [column.name for column in task.columns if column.needs_reference]
    if all(row[name] is None for name in compared):
        return 0
    return len(frozenset().union(*(counted.get(name, frozenset()) for name in compared)))


def _row(
    contents: SessionContents, lane: LaneRecord, results: Sequence[ResultRow], ok: Sequence[ResultRow], metrics: Metrics
) -> Row:
    return {
        "lane": lane.name,
        "model": lane.spec.model,
        "variant": real_variant(lane),
        "device": real_device(lane),
        "n": len(ok),
        "failed": len(results) - len(ok),
        **_facts(lane),
        **_times(ok),
        **_cost(lane.cost or Cost()),
        **metrics,
        **(_writing(ok) if contents.writes_text else {}),
    }


def _facts(lane: LaneRecord) -> Row:
    facts = lane.facts
    if facts is None:
        return {}
    known: Row = {"params": facts.params, "weights_mb": facts.weights_mb, "load_s": facts.load_s}
    return known if facts.ran is None else known | _ran(facts.ran)


def _ran(ran: RanAs) -> Row:
    return {
        "engine": ran.engine,
        "precision_ran": ran.precision or None,
        "covered": ran.covered,
        "sparsity": ran.sparsity,
        "stored_mb": ran.stored_mb,
        "prepare_s": ran.prepare_s,
    }


def _timings(results: Sequence[ResultRow]) -> list[Timing]:
    return [result.timing for result in results if result.timing and not result.timing.warmup]


def _times(results: Sequence[ResultRow]) -> Row:
    timings = _timings(results)
    forward_ms = np.array([timing.forward_ms for timing in timings if timing.forward_ms is not None], dtype=np.float64)
    if not len(forward_ms):
        return {}
    median, p90 = np.percentile(forward_ms, [50, 90])
    total_ms = forward_ms.sum()
    return {
        "forward_ms_p50": float(median),
        "forward_ms_p90": float(p90),
        "throughput_per_s": float(1000.0 * len(forward_ms) / total_ms) if total_ms else None,
    }


def _writing(results: Sequence[ResultRow]) -> Row:
    timings = _timings(results)
    first_ms = [each.first_token_ms for each in timings if each.first_token_ms is not None]
    known = ((each.new_tokens, each.forward_ms) for each in timings)
    written = [(tokens, ms) for tokens, ms in known if tokens is not None and ms is not None]
    tokens, total_ms = np.array(written, dtype=np.float64).reshape(-1, 2).sum(axis=0)
    return {
        "first_token_ms_p50": float(np.median(first_ms)) if first_ms else None,
        "tokens_per_s": float(1000.0 * tokens / total_ms) if total_ms else None,
    }


def _cost(cost: Cost) -> Row:
    return {
        "flops": cost.flops,
        "peak_rss_mb": cost.peak_rss_mb,
        "peak_cuda_mb": cost.peak_cuda_mb,
        "energy_j": cost.energy_j,
    }
