"""What the grain panel says, read from a session off the window's thread."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from granview.analysis.grain_crossover import GrainComparison
from granview.analysis.grain_profile import GrainProfile
from granview.core.errors import ArgumentError
from granview.core.slices import EVERYTHING, Slice
from granview.gui.grain.grain_sentences import (
    by_outcome_words,
    left_out_words,
    sentence,
    sentence_tip,
    telling_bucket,
)
from granview.gui.language.below import localized
from granview.io.catalogue_file import read_catalogue
from granview.report.bucket_units import TellingUnit, telling_units
from granview.report.bucketing import bucketings_for
from granview.report.cached_units import read_task_units
from granview.report.focused import focused
from granview.report.grain_units import BucketedUnits, axes_of, bucketed
from granview.report.session_contents import SessionContents
from granview.report.slicing import slice_mask
from granview.report.task_units import TaskUnits
from granview.report.unit_columns import is_by_outcome
from granview.report.verdict.pairs import lane_pairs
from granview.store.reader import SessionReader
from granview.tasks.base import GrainAxis

Pair = tuple[str, str]

_LISTED: Final = 6
"""So many units of a bucket are listed when the mouse is over it."""


@dataclass(frozen=True)
class GrainQuery:
    """What is to be reported.

    Attributes:
        task: The task; None where there is none.
        axis: The name of the measure that is asked for; the task's first one is taken where it has no units.
        bucketing: How it is divided; the axis' own way where it knows none of that name.
        pinned: The lane that all others are compared with; None to compare sizes of a family, and families.
        narrowed: The units that are looked at; what it asks of the measure itself only marks buckets.
    """

    task: str | None
    axis: str | None = None
    bucketing: str = ""
    pinned: str | None = None
    narrowed: Slice = EVERYTHING


@dataclass(frozen=True)
class GrainReport:
    """Profiles by lane along one measure, and what they say in words.

    Attributes:
        profiles: By lane; lanes without units are left out.
        units: What they are of; None where there are no units.
        axes: All the measures that the units have.
        sentences: What the profiles say, one for each pair of lanes that is compared.
        tip: How the sentences are made, and what they leave out.
        listed: For each bucket some of its units, those on which lanes differ most first.
    """

    profiles: Mapping[str, GrainProfile] = field(default_factory=dict)
    units: BucketedUnits | None = None
    axes: tuple[GrainAxis, ...] = ()
    sentences: tuple[str, ...] = ()
    tip: str = ""
    listed: tuple[tuple[TellingUnit, ...], ...] = ()

    @property
    def bucketings(self) -> tuple[str, ...]:
        """The ways in which the measure can be divided."""
        return () if self.units is None else bucketings_for(self.units.axis, self.units.is_category)


def read_grain(session: SessionReader, asked: GrainQuery) -> GrainReport:
    """Profiles of all lanes of a task, and where those that belong together begin to differ."""
    if asked.task is None:
        return GrainReport()
    whole = read_task_units(session, asked.task)
    axes = axes_of(whole)
    axis = next((axis for axis in axes if axis.name == asked.axis), next(iter(axes), None))
    if axis is None:
        return GrainReport()
    units = _narrowed(_bucketed(whole, axis, asked.bucketing), whole, asked.narrowed)
    if not units.lanes:
        return GrainReport(units=units, axes=axes)
    compared = _compared(session, asked, units)
    is_chosen = units.units.is_by_outcome
    sentences = [by_outcome_words()] if is_chosen else list(_sentences(units, compared))
    return GrainReport(
        {lane: units.profile(lane) for lane in units.lanes},
        units,
        axes,
        (*sentences, *left_out_words(units)),
        sentence_tip(units, compared),
        tuple(telling_units(units, bucket, _LISTED) for bucket in range(len(units.buckets))),
    )


def axis_title(axis: GrainAxis) -> str:
    """What is measured, with its unit: ``Region size, px``."""
    title = localized(axis.title)
    return f"{title}, {localized(axis.unit)}" if axis.unit else title


def _bucketed(units: TaskUnits, axis: GrainAxis, bucketing: str) -> BucketedUnits:
    try:
        return bucketed(units, axis, bucketing)
    except ArgumentError:
        return bucketed(units, axis)


def _narrowed(units: BucketedUnits, whole: TaskUnits, wanted: Slice) -> BucketedUnits:
    """The units in focus, in the buckets of all; the measure and the kind are the panel's own."""
    known = focused(whole, wanted.without(units.axis.column).without("kind")).wanted
    if not known.conditions:
        return units
    taken = units.taken(slice_mask(units.units, known))
    is_chosen = is_by_outcome(known, whole.lanes)
    return replace(taken, units=replace(taken.units, is_by_outcome=is_chosen))


def _compared(session: SessionReader, asked: GrainQuery, units: BucketedUnits) -> dict[Pair, GrainComparison]:
    """The pairs that matter; none where the units were chosen by what lanes make of them."""
    if asked.task is None or units.units.is_by_outcome:
        return {}
    contents = SessionContents.read(session).of_task(asked.task)
    return {pair: units.compare(*pair) for pair in _pairs(contents, units.lanes, asked.pinned)}


def _pairs(contents: SessionContents, lanes: Sequence[str], pinned: str | None) -> list[tuple[str, str]]:
    """The larger and the smaller lane of each pair that matters; those that both have units."""
    pairs = ((pair.larger, pair.smaller) for pair in lane_pairs(contents, read_catalogue(), pinned))
    both = [pair for pair in pairs if set(pair) <= set(lanes)]
    return both or [(lane, lanes[0]) for lane in lanes[1:]]


def _sentences(units: BucketedUnits, compared: Mapping[tuple[str, str], GrainComparison]) -> Iterator[str]:
    """Those of pairs that differ first."""
    differing = {pair for pair, each in compared.items() if telling_bucket(units, each) is not None}
    for (lane, base), each in sorted(compared.items(), key=lambda item: item[0] not in differing):
        yield sentence(units, base, lane, each)
