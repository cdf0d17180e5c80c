"""A verdict, made from a session by numbers alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from granview.analysis.studentised_bootstrap import RESAMPLES
from granview.core.catalogue import Ladder
from granview.core.errors import ArgumentError
from granview.core.mark import MarkKind
from granview.core.slices import Slice
from granview.report.cached_units import read_task_units
from granview.report.margins import NO_MARGINS, Margins
from granview.report.session_contents import SessionContents
from granview.report.task_units import TaskUnits
from granview.report.verdict.advice import advice_for
from granview.report.verdict.caveats import caveats_of, failed_lanes
from granview.report.verdict.correction import corrected
from granview.report.verdict.costs import costs_of
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.pair_facts import PairFacts
from granview.report.verdict.pairs import LanePair, lane_pairs
from granview.report.verdict.places import places_of
from granview.report.verdict.statement import Statement
from granview.report.verdict.statements import Measured, by_place, measure_of, over_all
from granview.store.reader import SessionReader
from granview.tasks.base import TASKS, Task

_DOUBTS: Final[frozenset[MarkKind]] = frozenset({"reference is wrong", "unclear"})


@dataclass(frozen=True)
class VerdictQuery:
    """What a verdict is to be about.

    Attributes:
        against: The lane that every other one is compared with; None for those that matter by themselves.
        margins: The smallest differences that count; 2 % of a metric's best value where there is none of it. Of scores
            of units the name is that of ``Task.unit_score``.
        slices: Slices that are looked into besides buckets and classes.
    """

    against: str | None = None
    margins: Margins = NO_MARGINS
    slices: tuple[Slice, ...] = ()


def read_verdicts(session: SessionReader, ladders: Sequence[Ladder], query: VerdictQuery) -> list[VerdictFacts]:
    """A verdict for each task of the session that has two lanes or more, in the order of their lanes.

    None where the samples were chosen by what lanes make of them, among which lanes differ by that choice.

    Raises:
        ArgumentError: there is no lane ``query.against``.
    """
    contents = SessionContents.read(session)
    if query.against is not None and query.against not in contents.tasks:
        known = ", ".join(contents.tasks) or "none"
        raise ArgumentError(f"There is no lane '{query.against}'.", f"Lanes: {known}.")
    tasks = dict.fromkeys(task.name for task in contents.tasks.values())
    verdicts = (_verdict(session, contents.of_task(name), TASKS.get(name), ladders, query) for name in tasks)
    return [each for each in verdicts if each.pairs]


def read_verdict(session: SessionReader, task: str, ladders: Sequence[Ladder], query: VerdictQuery) -> VerdictFacts:
    """The verdict about the lanes of one task; without pairs where it has fewer than two lanes.

    Args:
        session: Where results are.
        task: The task's name.
        ladders: The catalogue, by which families of sizes are told.
        query: What it is to be about.
    """
    return _verdict(session, SessionContents.read(session).of_task(task), TASKS.get(task), ladders, query)


def _verdict(
    session: SessionReader, contents: SessionContents, task: Task, ladders: Sequence[Ladder], query: VerdictQuery
) -> VerdictFacts:
    pairs = () if contents.is_by_outcome else lane_pairs(contents, ladders, query.against)
    units = read_task_units(session, task.name)
    measured = [_measured(contents, units, task, pair, query) for pair in pairs]
    flat = [each for pair in measured for each in pair]
    statements, n_compared = corrected(flat)
    facts: list[PairFacts] = []
    for pair, own in zip(pairs, measured, strict=True):
        facts.append(_pair_facts(contents, pair, statements[: len(own)]))
        statements = statements[len(own) :]
    scored = frozenset().union(*(contents.scored_by(lane.name) for lane in contents.lanes))
    return VerdictFacts(
        task.name,
        task.title,
        tuple(lane.name for lane in contents.lanes),
        query.against,
        tuple(facts),
        caveats_of(contents, units, facts, session.params(), session.runs(), _n_doubted(session, task), query.slices),
        n_compared,
        len(scored),
        measure_of(task.unit_score) if len(units) else None,
        RESAMPLES,
    )


def _measured(
    contents: SessionContents, units: TaskUnits, task: Task, pair: LanePair, query: VerdictQuery
) -> list[Measured]:
    """What is said of a pair: over all first, where anything is, then place by place."""
    first = over_all(contents, task, pair, query.margins)
    if first is None:
        return []
    return [first, *by_place(units, places_of(units, task, query.slices), task, pair, query.margins)]


def _n_doubted(session: SessionReader, task: Task) -> int:
    """How many references are marked as wrong or unclear: of units of the task, and of whole samples."""
    marks = (mark for mark in session.marks() if mark.mark in _DOUBTS)
    return sum(mark.of.is_sample or mark.of.task == task.name for mark in marks)


def _pair_facts(contents: SessionContents, pair: LanePair, statements: Sequence[Statement]) -> PairFacts:
    first = statements[0] if statements else None
    places = tuple(statements[1:])
    return PairFacts(
        pair.kind,
        pair.family,
        pair.larger,
        pair.smaller,
        pair.is_sized,
        first,
        places,
        costs_of(contents, pair),
        advice_for(first, places),
        tuple(failed_lanes(contents, [lane for lane in contents.lanes if lane.name in (pair.larger, pair.smaller)])),
    )
