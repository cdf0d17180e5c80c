"""What the grain panel says, read from a session off the window's thread."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from granview.analysis.grain_profile import GrainProfile
from granview.gui.grain.grain_sentences import sentence, sentence_tip
from granview.report.grain_units import axes_of, compare, read_units
from granview.store.session import Session
from granview.tasks.base import GrainAxis


@dataclass(frozen=True)
class GrainReport:
    """Profiles by lane along one measure of grain, and what they say in words.

    Attributes:
        profiles: By lane; lanes without units are left out.
        axis: The measure; None where there are no units.
        axes: All the measures that the units have.
        sentences: What the profiles say, one for each lane but the one that they are compared with.
        tip: How the sentences are found, and what they leave out.
    """

    profiles: Mapping[str, GrainProfile] = field(default_factory=dict)
    axis: GrainAxis | None = None
    axes: tuple[GrainAxis, ...] = ()
    sentences: tuple[str, ...] = ()
    tip: str = ""


def read_grain(session: Session, task: str | None, kind: str | None, pinned: str | None) -> GrainReport:
    """Profiles of all lanes of a task, and where each begins to differ from the pinned one, or else from the first.

    ``kind`` is that of the axis that is asked for; the task's first one is taken where there are no such units.
    """
    units = {} if task is None else read_units(session, task)
    axes = () if task is None else axes_of(task, list(units.values()))
    axis = next((axis for axis in axes if axis.kind == kind), next(iter(axes), None))
    if axis is None:
        return GrainReport()
    found = {lane: of_lane for lane, of_lane in units.items() if of_lane.has(axis)}
    base = pinned if pinned in found else next(iter(found))
    compared = {lane: compare(of_lane, found[base], axis) for lane, of_lane in found.items() if lane != base}
    return GrainReport(
        {lane: of_lane.profile(axis) for lane, of_lane in found.items()},
        axis,
        axes,
        tuple(sentence(axis, base, lane, each) for lane, each in compared.items()),
        sentence_tip(axis, compared) if compared else "",
    )


def axis_title(axis: GrainAxis) -> str:
    """What is measured, with its unit: ``Region size, px``."""
    return f"{axis.title}, {axis.unit}" if axis.unit else axis.title
