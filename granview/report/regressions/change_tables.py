"""What two sessions say of each other as tables: metrics, flips, latencies, samples."""

from collections.abc import Iterator

from granview.report.column_descriptions import NAMES, UNITS
from granview.report.regressions.compare_sessions import LaneChange, SessionChanges
from granview.report.report_table import ReportTable
from granview.report.results import Row

REGRESSIONS = "regressions"

_METRICS = {
    "lane": "The lane, by its name in A.",
    "other": "What the lane is called in B.",
    "task": "What both do.",
    "metric": "The metric, by its name in summary.csv.",
    "better": "Which values are better: higher or lower.",
    "before": "A's value over the samples that both were scored on.",
    "after": "B's value over the same samples.",
    "difference": "B's value less A's.",
    "low": "Lower end of the difference's 95 % interval, as in differences.csv, by itself; empty where the verdict "
    "says that too few samples differ, or none.",
    "high": "Upper end of the interval.",
    "p_value": "Two-sided p-value of no difference.",
    "p_holm": "The p-value corrected (Holm) over all lanes and metrics of this table.",
    "margin": "How much worse the metric may become, in its own unit.",
    "p_beyond": "Two-sided p-value of a change by no more than the margin, corrected (Holm) in the same way: what the "
    "verdict rests on.",
    "n": "Samples that were scored in both.",
    "verdict": "regressed: worse by more than the margin, with a p_beyond of at most 0.05; improved: the same in the "
    "other direction; changed, not shown to be by more than the margin (p_holm is at most 0.05, p_beyond is not); no "
    "change shown; no change shown, since no sample differs, or too few do; too few samples.",
}
_FLIPS = {
    "lane": "The lane, by its name in A.",
    "sample": "The sample, by its name in A.",
    "unit": UNITS["unit"],
    "kind": UNITS["kind"],
    "grain": UNITS["grain"],
    "before": "The unit's score in A.",
    "after": "Its score in B.",
    "flip": "lost: right in A and wrong in B; gained: the other way about. Where units are neither right nor wrong, "
    "those whose score changed by more than 0.1.",
}
_LATENCY = {
    "lane": "The lane, by its name in A.",
    "before_ms": "A's median time of the forward pass over the samples timed in both, in milliseconds.",
    "after_ms": "B's.",
    "ratio": "B's by A's: above 1 is slower.",
    "n": "Samples that were timed in both.",
    "device_before": "Where A's lane ran.",
    "device_after": "Where B's lane ran.",
}
_SAMPLES = {
    "sample": f"{NAMES['sample']} A's, where A has it.",
    "other": "What B calls it; empty where B has not.",
    "match": "compared; another content; another reference; only in A; only in B.",
}


def change_tables(changes: SessionChanges) -> tuple[ReportTable, ...]:
    """All of them."""
    return (
        ReportTable(REGRESSIONS, tuple(_METRICS), lambda: _metric_rows(changes), descriptions=_METRICS),
        ReportTable("flips", tuple(_FLIPS), lambda: _flip_rows(changes), descriptions=_FLIPS),
        ReportTable("latency", tuple(_LATENCY), lambda: _latency_rows(changes), descriptions=_LATENCY),
        ReportTable("samples", tuple(_SAMPLES), lambda: _sample_rows(changes), descriptions=_SAMPLES),
    )


def _metric_rows(changes: SessionChanges) -> Iterator[Row]:
    for each in changes.changes:
        yield from _rows_of(each)


def _rows_of(change: LaneChange) -> Iterator[Row]:
    for name, of_metric in change.metrics.items():
        difference = of_metric.difference
        yield {
            "lane": change.lane,
            "other": change.other,
            "task": change.task,
            "metric": name,
            "better": of_metric.column.better,
            "before": difference.b,
            "after": difference.a,
            "difference": difference.mean,
            "low": difference.low,
            "high": difference.high,
            "p_value": difference.p_value,
            "p_holm": of_metric.p_holm,
            "margin": of_metric.margin,
            "p_beyond": of_metric.p_beyond,
            "n": difference.n,
            "verdict": of_metric.verdict,
        }


def _flip_rows(changes: SessionChanges) -> Iterator[Row]:
    renamed = {"before": "parent_score", "after": "score"}
    for each in changes.changes:
        for row in each.flip_rows:
            yield {name: each.lane if name == "lane" else row[renamed.get(name, name)] for name in _FLIPS}


def _latency_rows(changes: SessionChanges) -> Iterator[Row]:
    for each in changes.changes:
        if each.latency is not None:
            before, after = each.latency.devices
            yield {
                "lane": each.lane,
                "before_ms": each.latency.before_ms,
                "after_ms": each.latency.after_ms,
                "ratio": each.latency.ratio,
                "n": each.latency.n,
                "device_before": before,
                "device_after": after,
            }


def _sample_rows(changes: SessionChanges) -> Iterator[Row]:
    samples = changes.samples
    both = {"compared": samples.pairs, "another content": samples.changed, "another reference": samples.other_reference}
    for match, pairs in both.items():
        yield from (_sample_row(ours.name, theirs.name, match) for ours, theirs in pairs)
    yield from (_sample_row(name, None, "only in A") for name in samples.only_a)
    yield from (_sample_row(None, name, "only in B") for name in samples.only_b)


def _sample_row(ours: str | None, theirs: str | None, match: str) -> Row:
    return {"sample": ours, "other": theirs, "match": match}
