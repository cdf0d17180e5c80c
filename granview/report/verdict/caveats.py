"""What limits a verdict: what failed, was computed otherwise, or is not known."""

from collections.abc import Iterator, Sequence

from granview.analysis.bootstrap_interval import MIN_SAMPLES
from granview.core.run_params import RunParams
from granview.core.slices import Slice
from granview.report.copies import count_copies
from granview.report.session_contents import SessionContents
from granview.report.task_units import TaskUnits
from granview.report.unit_columns import is_by_outcome
from granview.report.verdict.caveat import Caveat, CaveatKind
from granview.report.verdict.pair_facts import PairFacts
from granview.report.verdict.statement import Statement
from granview.store.rows import LaneRecord, RunRecord
from granview.tasks.unscored import why_unscored

FEW_SAMPLES = 24
"""Below so many samples intervals are wide, and less sure than they say."""


def caveats_of(
    contents: SessionContents,
    units: TaskUnits,
    pairs: Sequence[PairFacts],
    params: RunParams,
    runs: Sequence[RunRecord],
    n_marked: int,
    slices: Sequence[Slice],
) -> tuple[Caveat, ...]:
    """All of them, each once.

    Args:
        contents: The session's, of one task alone.
        units: Its units.
        pairs: What is said.
        params: What the session asks of models now.
        runs: The session's runs.
        n_marked: Samples whose reference somebody has marked as wrong or unclear.
        slices: Those that the user has saved.
    """
    shown = {name for pair in pairs for name in (pair.larger, pair.smaller)}
    lanes = [lane for lane in contents.lanes if lane.name in shown]
    return (
        *_few(pairs),
        *_rare(pairs),
        *_copies(contents, lanes),
        *failed_lanes(contents, lanes),
        *_partial(contents, lanes),
        *_other_settings(contents, lanes, params, runs),
        *_marked(n_marked),
        *(Caveat(CaveatKind.UNPAIRED, lane, n) for lane, n in units.unpaired.items() if lane in shown),
        *(Caveat(CaveatKind.BY_OUTCOME, words=each.name) for each in slices if is_by_outcome(each, units.lanes)),
        *_ran_otherwise(lanes),
        *(Caveat(CaveatKind.NO_TIMES, lane.name) for lane in lanes if _is_saved(lane)),
    )


def _few(pairs: Sequence[PairFacts]) -> Iterator[Caveat]:
    known = [pair.over_all.n_samples for pair in pairs if pair.over_all is not None]
    if known and MIN_SAMPLES <= min(known) < FEW_SAMPLES:
        yield Caveat(CaveatKind.FEW, n=min(known), total=FEW_SAMPLES)
    elif n := sum(_is_of_few(each) for pair in pairs for each in (*pair.needs_larger, *pair.smaller_does)):
        yield Caveat(CaveatKind.FEW_IN_PLACES, n=n, total=FEW_SAMPLES)


def _rare(pairs: Sequence[PairFacts]) -> Iterator[Caveat]:
    """That "enough" says nothing of failures too rare to be among so few samples."""
    every = (each for pair in pairs for each in (pair.over_all, *pair.places) if each is not None)
    if told := min((each for each in every if each.leaves_rare_open), key=lambda each: each.n_samples, default=None):
        yield Caveat(CaveatKind.RARE, n=told.n_samples, total=told.rare_from)


def _copies(contents: SessionContents, lanes: Sequence[LaneRecord]) -> Iterator[Caveat]:
    """That samples hold the same as others, which are drawn anew as if they were independent."""
    scored = frozenset[str]().union(*(contents.scored_by(lane.name) for lane in lanes))
    if n := count_copies(sample for sample in contents.samples if sample.name in scored):
        yield Caveat(CaveatKind.COPIES, n=n, total=len(scored))


def _is_of_few(place: Statement) -> bool:
    """Whether something is said of a place with few samples."""
    return place.n_samples < FEW_SAMPLES


def failed_lanes(contents: SessionContents, lanes: Sequence[LaneRecord]) -> Iterator[Caveat]:
    """Lanes that failed on some of their samples, or did not run at all."""
    for lane in lanes:
        rows = list(contents.of_lane(lane.name))
        failed = [row for row in rows if row.status == "failed"]
        if not failed:
            continue
        is_refused = len(failed) == len(rows) and not lane.spec.variant.is_plain
        kind = CaveatKind.REFUSED if is_refused else CaveatKind.FAILED
        yield Caveat(kind, lane.name, len(failed), len(rows), failed[0].error)


def _partial(contents: SessionContents, lanes: Sequence[LaneRecord]) -> Iterator[Caveat]:
    every = frozenset().union(*(contents.scored_by(lane.name) for lane in lanes))
    for lane in lanes:
        n = len(contents.scored_by(lane.name))
        if not n and (why := _why_unscored(contents, lane)):
            n_run = sum(row.status == "ok" for row in contents.of_lane(lane.name))
            yield Caveat(CaveatKind.UNSCORED_SINCE, lane.name, 0, len(every) or n_run, why)
        elif n < len(every):
            yield Caveat(CaveatKind.UNSCORED if not n else CaveatKind.PARTIAL, lane.name, n, len(every))


def _why_unscored(contents: SessionContents, lane: LaneRecord) -> str:
    """What a lane's results say of it themselves, such as that its classes are not those of the reference."""
    return why_unscored(notice for row in contents.of_lane(lane.name) for notice in row.notices)


def _other_settings(
    contents: SessionContents, lanes: Sequence[LaneRecord], params: RunParams, runs: Sequence[RunRecord]
) -> Iterator[Caveat]:
    others = {run.id for run in runs if run.params != params}
    for lane in lanes:
        rows = [row for row in contents.of_lane(lane.name) if row.status == "ok"]
        if n := sum(row.run_id in others for row in rows):
            yield Caveat(CaveatKind.OTHER_SETTINGS, lane.name, n, len(rows))


def _marked(n_marked: int) -> Iterator[Caveat]:
    if n_marked:
        yield Caveat(CaveatKind.MARKED, n=n_marked)


def _ran_otherwise(lanes: Sequence[LaneRecord]) -> Iterator[Caveat]:
    """Lanes that ran in another number format than was asked for, without a recipe that explains it."""
    for lane in lanes:
        ran, variant = (lane.facts.ran if lane.facts else None), lane.spec.variant
        if ran is None or not ran.precision or variant.step_of("quantisation") is not None:
            continue
        if ran.precision != variant.precision:
            yield Caveat(CaveatKind.RAN_OTHERWISE, lane.name, words=ran.precision)


def _is_saved(lane: LaneRecord) -> bool:
    return lane.facts is not None and lane.facts.params is None and lane.facts.load_s is None
