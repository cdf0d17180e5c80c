"""The lanes of the comparison, left to right."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Signal

from granview.core.events import CostMeasured, LaneChanged, LaneProgress, LaneReady
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.measurements import Cost
from granview.gui.model.lanes_and_rows import Lane

LaneEvent = LaneChanged | LaneReady | LaneProgress | CostMeasured


class LaneList(QObject):
    """Lanes by name."""

    changed = Signal()
    """Lanes were added, removed or moved."""

    lane_changed = Signal(str)
    """What is known of one lane changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, Lane] = {}

    def __len__(self) -> int:
        return len(self._lanes)

    def __contains__(self, name: object) -> bool:
        return name in self._lanes

    def all(self) -> tuple[Lane, ...]:
        """All lanes, left to right."""
        return tuple(self._lanes.values())

    def names(self) -> tuple[str, ...]:
        """Their names, left to right."""
        return tuple(self._lanes)

    def get(self, name: str) -> Lane | None:
        """The lane of that name."""
        return self._lanes.get(name)

    @property
    def is_running(self) -> bool:
        """Whether any lane still has samples to run."""
        return any(lane.is_busy for lane in self._lanes.values())

    def load(
        self,
        lanes: Sequence[tuple[LaneSpec, ModelFacts | None, Cost | None]],
        colors: Mapping[str, int] | None = None,
    ) -> None:
        """Begin anew with these lanes.

        Args:
            lanes: Left to right, with what is known of each.
            colors: Which of the lane colours each had; those that had none get the first that are free.
        """
        kept = {spec.name: (colors or {}).get(spec.name) for spec, _, _ in lanes}
        taken = set(kept.values())
        free = (place for place in count() if place not in taken)
        self._lanes = {
            spec.name: Lane(spec, next(free) if (place := kept[spec.name]) is None else place, facts=facts, cost=cost)
            for spec, facts, cost in lanes
        }
        self.changed.emit()

    def add(self, specs: Sequence[LaneSpec]) -> None:
        """Add lanes on the right."""
        for spec in specs:
            taken = {lane.place for lane in self._lanes.values()}
            self._lanes[spec.name] = Lane(spec, next(n for n in range(len(taken) + 1) if n not in taken))
        self.changed.emit()

    def restore(
        self, lanes: Sequence[tuple[LaneSpec, ModelFacts | None, Cost | None]], places: Mapping[str, int]
    ) -> None:
        """Let lanes be there again, each in the colour that it had unless another lane has it now."""
        for spec, facts, cost in lanes:
            taken = {lane.place for lane in self._lanes.values()}
            free = next(n for n in range(len(taken) + 1) if n not in taken)
            place = places.get(spec.name, free)
            self._lanes[spec.name] = Lane(spec, free if place in taken else place, facts=facts, cost=cost)
        self.changed.emit()

    def arrange(self, names: Sequence[str]) -> None:
        """Put the lanes in this order; those that it does not name come last, as they stand."""
        rank = {name: place for place, name in enumerate(names)}
        order = sorted(self._lanes, key=lambda name: rank.get(name, len(rank)))
        if order != list(self._lanes):
            self._lanes = {name: self._lanes[name] for name in order}
            self.changed.emit()

    def remove(self, name: str) -> None:
        """Remove a lane."""
        if self._lanes.pop(name, None) is not None:
            self.changed.emit()

    def move(self, name: str, by: int) -> None:
        """Move a lane to the right by some places, or to the left when negative."""
        names = list(self._lanes)
        place = names.index(name)
        names.insert(min(max(place + by, 0), len(names) - 1), names.pop(place))
        self._lanes = {each: self._lanes[each] for each in names}
        self.changed.emit()

    def apply(self, events: Sequence[LaneEvent]) -> None:
        """Take over what the engine said of lanes; each lane's change is told once."""
        known = [event for event in events if event.lane in self._lanes]
        for event in known:
            lane = self._lanes[event.lane]
            self._lanes[event.lane] = replace(lane, **_changes(lane, event))
        for name in dict.fromkeys(event.lane for event in known):
            self.lane_changed.emit(name)


def _changes(lane: Lane, event: LaneEvent) -> dict[str, Any]:
    match event:
        case LaneChanged():
            return {"state": event.state, "text": event.text, "fraction": event.fraction}
        case LaneReady():
            return {"facts": event.facts.after(lane.facts)}
        case LaneProgress():
            return {"done": event.done, "failed": event.failed, "total": event.total}
        case CostMeasured():
            return {"cost": event.cost}
