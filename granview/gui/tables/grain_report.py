"""What the grain panel says, read from a session off the window's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from granview.analysis.crossover import Crossover
from granview.analysis.grain import GrainProfile
from granview.gui.tables.numbers import fixed, signed
from granview.report.grain import crossover, grain_profiles
from granview.store.session import Session

translate = QCoreApplication.translate


@dataclass(frozen=True)
class GrainReport:
    """Profiles by lane, and what they say in words."""

    profiles: Mapping[str, GrainProfile]
    sentences: tuple[str, ...] = ()


def read_grain(session: Session, pinned: str | None) -> GrainReport:
    """Profiles of all lanes, and where each begins to differ from the pinned one, or else from the first."""
    profiles = grain_profiles(session)
    base = pinned if pinned in profiles else next(iter(profiles), None)
    if base is None:
        return GrainReport(profiles)
    others = [lane for lane in profiles if lane != base]
    return GrainReport(profiles, _sentences(base, {lane: crossover(session, lane, base) for lane in others}))


def _sentences(base: str, found: Mapping[str, Crossover | None]) -> tuple[str, ...]:
    return tuple(_sentence(base, lane, crossing) for lane, crossing in found.items())


def _sentence(base: str, lane: str, crossing: Crossover | None) -> str:
    if crossing is None or crossing.difference.mean is None:
        text = translate("Grain", "{lane} and {base} do not differ at any grain, as far as these samples can tell.")
        return text.format(lane=lane, base=base)
    difference = crossing.difference
    better, worse = (lane, base) if (difference.mean or 0) > 0 else (base, lane)
    text = translate(
        "Grain",
        "From coarse to fine, {lane} and {base} begin to differ at {title} px: there {better} finds {mean} more of a "
        "region than {worse} (95 % interval {low} to {high}, n = {n}).",
    )
    low, high = _ordered(difference.low, difference.high)
    return text.format(
        lane=lane,
        base=base,
        title=crossing.title,
        better=better,
        worse=worse,
        mean=fixed(abs(difference.mean or 0.0), 2),
        low=low,
        high=high,
        n=difference.n,
    )


def _ordered(low: float | None, high: float | None) -> Sequence[str]:
    """The interval of the better lane's lead, its smaller end first."""
    if low is None or high is None:
        return "–", "–"
    ends = (low, high) if high > 0 else (-high, -low)
    return [signed(end, 2) for end in ends]
