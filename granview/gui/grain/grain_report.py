"""What the grain panel says, read from a session off the window's thread."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from granview.analysis.grain_profile import GrainProfile
from granview.core.errors import ArgumentError
from granview.core.slices import EVERYTHING, Slice
from granview.gui.grain.grain_sentences import sentence, sentence_tip
from granview.report.bucketing import bucketings_for
from granview.report.cached_units import read_task_units
from granview.report.grain_units import BucketedUnits, axes_of, bucketed
from granview.report.slicing import slice_mask
from granview.store.session import Session
from granview.tasks.base import GrainAxis


@dataclass(frozen=True)
class GrainQuestion:
    """What is to be reported.

    Attributes:
        task: The task; None where there is none.
        axis: The name of the measure that is asked for; the task's first one is taken where it has no units.
        bucketing: How it is divided; the axis' own way where it knows none of that name.
        pinned: The lane that the others are compared with; None for the first.
        narrowed: The units that are looked at.
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
        tip: How the sentences are found, and what they leave out.
    """

    profiles: Mapping[str, GrainProfile] = field(default_factory=dict)
    units: BucketedUnits | None = None
    axes: tuple[GrainAxis, ...] = ()
    sentences: tuple[str, ...] = ()
    tip: str = ""

    @property
    def bucketings(self) -> tuple[str, ...]:
        """The ways in which the measure can be divided."""
        if self.units is None:
            return ()
        return bucketings_for(self.units.axis, self.units.is_category)


def read_grain(session: Session, asked: GrainQuestion) -> GrainReport:
    """Profiles of all lanes of a task, and where each begins to differ from the pinned one, or else from the first."""
    if asked.task is None:
        return GrainReport()
    whole = read_task_units(session, asked.task)
    axes = axes_of(whole)
    axis = next((axis for axis in axes if axis.name == asked.axis), next(iter(axes), None))
    if axis is None:
        return GrainReport()
    try:
        units = bucketed(whole, axis, asked.bucketing)
    except ArgumentError:
        units = bucketed(whole, axis)
    units = units.taken(slice_mask(units.units, asked.narrowed.without(axis.column)))
    if not units.lanes:
        return GrainReport(units=units, axes=axes)
    base = asked.pinned if asked.pinned in units.lanes else next(iter(units.lanes))
    compared = {lane: units.compare(lane, base) for lane in units.lanes if lane != base}
    return GrainReport(
        {lane: units.profile(lane) for lane in units.lanes},
        units,
        axes,
        tuple(sentence(units, base, lane, each) for lane, each in compared.items()),
        sentence_tip(units, compared) if compared else "",
    )


def axis_title(axis: GrainAxis) -> str:
    """What is measured, with its unit: ``Region size, px``."""
    return f"{axis.title}, {axis.unit}" if axis.unit else axis.title
