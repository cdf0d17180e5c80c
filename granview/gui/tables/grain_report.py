"""What the grain panel says, read from a session off the window's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from granview.analysis.crossover import Crossover
from granview.analysis.grain import GrainProfile
from granview.gui.tables.numbers import fixed, signed
from granview.report.grain import axes_of, crossover, read_units
from granview.store.session import Session
from granview.tasks.base import GrainAxis

translate = QCoreApplication.translate


@dataclass(frozen=True)
class GrainReport:
    """Profiles by lane along one measure of grain, and what they say in words.

    Attributes:
        profiles: By lane; lanes without units are left out.
        axis: The measure; None where there are no units.
        axes: All the measures that the units have.
        sentences: What the profiles say.
    """

    profiles: Mapping[str, GrainProfile] = field(default_factory=dict)
    axis: GrainAxis | None = None
    axes: tuple[GrainAxis, ...] = ()
    sentences: tuple[str, ...] = ()


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
    crossings = {lane: crossover(of_lane, found[base], axis) for lane, of_lane in found.items() if lane != base}
    sentences = tuple(_sentence(axis, base, lane, crossing) for lane, crossing in crossings.items())
    return GrainReport({lane: of_lane.profile(axis) for lane, of_lane in found.items()}, axis, axes, sentences)


def axis_title(axis: GrainAxis) -> str:
    """What is measured, with its unit: ``Region size, px``."""
    return f"{axis.title}, {axis.unit}" if axis.unit else axis.title


def _sentence(axis: GrainAxis, base: str, lane: str, crossing: Crossover | None) -> str:
    if crossing is None or crossing.difference.mean is None:
        text = translate("Grain", "{lane} and {base} do not differ at any grain, as far as these samples can tell.")
        return text.format(lane=lane, base=base)
    difference = crossing.difference
    better, worse = (lane, base) if (difference.mean or 0) > 0 else (base, lane)
    low, high = _ordered(difference.low, difference.high)
    return _pattern(axis).format(
        lane=lane,
        base=base,
        axis=axis.title.lower(),
        title=f"{crossing.title(axis.is_count)} {axis.unit}".strip(),
        better=better,
        worse=worse,
        mean=fixed(abs(difference.mean or 0.0), 2),
        low=low,
        high=high,
        n=difference.n,
    )


def _pattern(axis: GrainAxis) -> str:
    if axis.harder == "small":
        return translate(
            "Grain",
            "From large to small, {lane} and {base} begin to differ at a {axis} of {title}: there {better} scores "
            "{mean} more than {worse} (95 % interval {low} to {high}, n = {n}).",
        )
    return translate(
        "Grain",
        "From small to large, {lane} and {base} begin to differ at a {axis} of {title}: there {better} scores "
        "{mean} more than {worse} (95 % interval {low} to {high}, n = {n}).",
    )


def _ordered(low: float | None, high: float | None) -> Sequence[str]:
    """The interval of the better lane's lead, its smaller end first."""
    if low is None or high is None:
        return "–", "–"
    ends = (low, high) if high > 0 else (-high, -low)
    return [signed(end, 2) for end in ends]
