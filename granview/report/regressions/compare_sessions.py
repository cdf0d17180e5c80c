"""Everything that two sessions of the same samples say of each other."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from granview.core.errors import ArgumentError, GranViewError
from granview.report.grain_units import axes_of
from granview.report.margins import NO_MARGINS, Margins
from granview.report.regressions.joined_lanes import SamplePairs, joined_contents, joined_units
from granview.report.regressions.lane_matching import LaneMatches, match_lanes
from granview.report.regressions.metric_changes import (
    AFTER,
    BEFORE,
    UNTESTED,
    ChangeVerdict,
    MetricChange,
    metric_changes,
)
from granview.report.regressions.sample_matching import SampleMatches, match_samples
from granview.report.results import Row
from granview.report.session_contents import SessionContents, real_device
from granview.report.variant_flips import Flips, flip_rows, flips
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord


class NotComparable(GranViewError):
    """Two sessions that have nothing in common by which one could be held against the other."""


@dataclass(frozen=True)
class Latency:
    """Median time of the forward pass over the samples that both timed, passes that warm up left out.

    Attributes:
        before_ms: A's.
        after_ms: B's.
        n: Samples.
        devices: Where A's lane ran, and where B's.
    """

    before_ms: float
    after_ms: float
    n: int
    devices: tuple[str, str]

    @property
    def ratio(self) -> float:
        """B's by A's: above 1 is slower."""
        return self.after_ms / self.before_ms


@dataclass(frozen=True)
class LaneChange:
    """A lane of B against its like in A.

    Attributes:
        lane: A's name of it.
        other: B's name of it.
        task: The task of both.
        metrics: By name of the metric.
        flips: Units that were right and are wrong now (lost), and the other way about (gained); None without units.
        flip_rows: A row for each of them.
        newly_failed: Samples that A's lane ran, and on which B's failed, by A's names.
        no_longer_failed: Samples the other way about.
        latency: None where either was not timed.
    """

    lane: str
    other: str
    task: str
    metrics: dict[str, MetricChange]
    flips: Flips | None
    flip_rows: tuple[Row, ...]
    newly_failed: tuple[str, ...]
    no_longer_failed: tuple[str, ...]
    latency: Latency | None

    def of_verdict(self, verdict: ChangeVerdict) -> list[str]:
        """The names of the metrics of which that can be said."""
        return [name for name, change in self.metrics.items() if change.verdict == verdict]


@dataclass(frozen=True)
class SessionChanges:
    """Session B against session A.

    Attributes:
        samples: Which sample of A is which of B.
        lanes: Which lane of A is which of B.
        changes: What became of each pair of lanes.
    """

    samples: SampleMatches
    lanes: LaneMatches
    changes: tuple[LaneChange, ...]

    @property
    def regressed(self) -> list[tuple[str, str]]:
        """(lane, metric) of everything that became worse by more than its margin."""
        return [(each.lane, name) for each in self.changes for name in each.of_verdict(ChangeVerdict.REGRESSED)]

    @property
    def undecided(self) -> list[str]:
        """The lanes, by A's names, of no metric of which anything could be said."""
        return [each.lane for each in self.changes if all(of.verdict in UNTESTED for of in each.metrics.values())]

    @property
    def is_decided(self) -> bool:
        """Whether something of a metric could be said at all."""
        return len(self.undecided) < len(self.changes)


def compare_session_files(
    a: SessionReader,
    b: SessionReader,
    lanes: Sequence[str] = (),
    metrics: Sequence[str] = (),
    margins: Margins = NO_MARGINS,
) -> SessionChanges:
    """Hold session B against session A, over the samples that both have.

    Args:
        a: What was before.
        b: What is now.
        lanes: Which lanes, see ``match_lanes``; empty for those that both have.
        metrics: Which metrics, by their names in ``summary.csv``; empty for all of the first look that are better in
            one direction.
        margins: How much worse each may become; None: not at all.

    Raises:
        ArgumentError: there is no such lane or metric.
        NotComparable: no lane, or no sample, is in both.
    """
    before, after = SessionContents.read(a), SessionContents.read(b)
    matched_lanes = match_lanes(before.lanes, after.lanes, lanes)
    matched = match_samples(before.samples, after.samples)
    _check(before, after, matched_lanes, matched)
    joined = [joined_contents(before, after, pair, matched.pairs) for pair in matched_lanes.pairs]
    _check_metrics(joined, [*metrics, *margins.of_metric])
    changed = metric_changes(joined, metrics, margins)
    changes = [
        _lane_change(a, b, pair, contents, of_metrics, matched.pairs)
        for pair, contents, of_metrics in zip(matched_lanes.pairs, joined, changed, strict=True)
    ]
    return SessionChanges(matched, matched_lanes, tuple(changes))


def _check(a: SessionContents, b: SessionContents, lanes: LaneMatches, samples: SampleMatches) -> None:
    if not lanes.pairs:
        sides = [", ".join(f"'{lane.name}'" for lane in each.lanes) or "none" for each in (a, b)]
        raise NotComparable(
            f"No lane of one task is in both sessions: A has {sides[0]}, B has {sides[1]}.",
            "Say which lanes are to be compared: --lane OF_A=OF_B.",
        )
    if not samples.pairs:
        raise NotComparable(
            f"No sample is in both sessions with the same content and reference: A has {len(a.samples)}, "
            f"B {len(b.samples)}, and of those in both {len(samples.changed)} have another content and "
            f"{len(samples.other_reference)} another reference.",
            "Run both over the same files.",
        )


def _check_metrics(joined: Sequence[SessionContents], names: Sequence[str]) -> None:
    known = {column.name for contents in joined for column in contents.tasks[AFTER].columns if column.better}
    if unknown := [name for name in names if name not in known]:
        raise ArgumentError(
            f"No lane here has a metric '{unknown[0]}' of which higher or lower is better.",
            f"There are: {', '.join(sorted(known))}.",
        )


def _lane_change(
    a: SessionReader,
    b: SessionReader,
    lanes: tuple[LaneRecord, LaneRecord],
    contents: SessionContents,
    metrics: dict[str, MetricChange],
    pairs: SamplePairs,
) -> LaneChange:
    task = contents.tasks[AFTER].name
    units = joined_units(a, b, task, lanes, pairs)
    axis = next(iter(axes_of(units)), None) if len(units.scores) == 2 else None
    was, now = _statuses(contents, BEFORE), _statuses(contents, AFTER)
    return LaneChange(
        lanes[0].name,
        lanes[1].name,
        task,
        metrics,
        None if axis is None else flips(units, BEFORE, AFTER, axis),
        () if axis is None else tuple(flip_rows(units, BEFORE, AFTER, axis)),
        tuple(name for name in was if (was[name], now.get(name)) == ("ok", "failed")),
        tuple(name for name in was if (was[name], now.get(name)) == ("failed", "ok")),
        _latency(contents, lanes),
    )


def _statuses(contents: SessionContents, lane: str) -> dict[str, str]:
    """By A's name of the sample; those that were not run are left out."""
    return {name: row.status for (of, name), row in contents.results.items() if of == lane}


def _latency(contents: SessionContents, lanes: tuple[LaneRecord, LaneRecord]) -> Latency | None:
    before, after = (_forward_ms(contents, lane) for lane in (BEFORE, AFTER))
    both = [name for name in before if name in after]
    if not both:
        return None
    medians = [float(np.median([times[name] for name in both])) for times in (before, after)]
    if not medians[0]:
        return None
    return Latency(medians[0], medians[1], len(both), (real_device(lanes[0]), real_device(lanes[1])))


def _forward_ms(contents: SessionContents, lane: str) -> dict[str, float]:
    timings = {name: row.timing for (of, name), row in contents.results.items() if of == lane}
    return {
        name: timing.forward_ms
        for name, timing in timings.items()
        if timing is not None and not timing.warmup and timing.forward_ms is not None
    }
