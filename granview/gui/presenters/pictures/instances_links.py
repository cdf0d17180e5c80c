"""Instances of all cells of a sample joined: the same object in each, and what is right against the reference."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF

from granview.core.readable_errors import readable_error
from granview.gui.background.latest_result import BackgroundPool, Latest
from granview.gui.model.readout import Readout
from granview.gui.paint.overlay_style import OverlayStyle, class_name
from granview.gui.presenters.picture_presenter import DifferenceRow, DifferenceSide
from granview.gui.presenters.pictures.instances_choices import (
    BY_OUTCOME,
    COLOR_BY,
    LEAST_IOU,
    is_left,
    is_listed,
)
from granview.gui.presenters.pictures.instances_outcome import Counterpart, Outcome, OutcomeGroup
from granview.gui.presenters.pictures.instances_pairs import (
    ClassedPairs,
    Flags,
    LaneMatches,
    Side,
    lane_matches,
    pairs_of,
)
from granview.gui.presenters.pictures.instances_place import place_at
from granview.gui.presenters.pictures.instances_shapes import Shapes

translate = QCoreApplication.translate

Pairs = Mapping[tuple[str, str], ClassedPairs]


class Follower(Protocol):
    """A painter that draws what links know."""

    @property
    def shapes(self) -> Shapes | None:
        """What it draws; None while that is being prepared."""
        ...

    def follow(self, links: "InstancesLinks", key: str) -> None:
        """Draw what these links know of the cell of this key from now on."""


class InstancesLinks:
    """Compares the cells once, in the background; thresholds and the cursor only look up what was found.

    Args:
        background: Where cells are compared.
        on_ready: Called when there is something new to paint.
    """

    def __init__(self, background: BackgroundPool, on_ready: Callable[[], None]) -> None:
        self._on_ready = on_ready
        self._sides: dict[str, Side] = {}
        self._areas: dict[str, NDArray[np.float64]] = {}
        self._pairs: Pairs = {}
        self._matches: dict[tuple[str, float], LaneMatches] = {}
        self._outcomes: dict[str, Outcome] = {}
        self._style = OverlayStyle()
        self._focus: tuple[str, int] | None = None
        self._followers: dict[str, Follower] = {}
        self._notice = ""
        self._revision = 0
        self._comparing: Latest[Pairs] = Latest(background, self._on_compared, self._on_failed)

    @property
    def notice(self) -> str:
        """Why cells could not be compared; empty while there is no reason."""
        return self._notice

    @property
    def revision(self) -> int:
        """Grows whenever more, or something else, is known."""
        return self._revision

    @property
    def reference_shapes(self) -> Shapes | None:
        """The shapes of the reference's objects; None without one, and while they are being prepared."""
        reference = self.reference
        return None if reference not in self._followers else self._followers[str(reference)].shapes

    @property
    def reference(self) -> str | None:
        """The key of the reference's cell, where there is one."""
        return next((key for key, side in self._sides.items() if side.is_reference), None)

    @property
    def style(self) -> OverlayStyle:
        """The choices by which objects are joined."""
        return self._style

    def show(self, sides: Mapping[str, DifferenceSide[Any]]) -> None:
        """Join these from now on; pairs of cells that are the same as before are kept."""
        before, self._sides = self._sides, dict(sides)
        alike = {key for key, side in sides.items() if key in before and side.is_like(before[key])}
        if alike == sides.keys() == before.keys():
            return
        self._focus, self._notice, self._matches, self._outcomes = None, "", {}, {}
        self._revision += 1
        self._followers = {key: follower for key, follower in self._followers.items() if key in sides}
        self._areas = {key: side.prediction.areas_px() for key, side in self._sides.items()}
        self._pairs = {keys: pairs for keys, pairs in self._pairs.items() if alike.issuperset(keys)}
        known, now = self._pairs, dict(self._sides)
        self._comparing.submit(lambda: _compared(now, known))

    def join(self, key: str, painter: Any) -> None:
        """Have a cell's painter follow."""
        follower = self._followers[key] = painter
        follower.follow(self, key)

    def set_style(self, style: OverlayStyle) -> None:
        """Join what is left by these choices from now on."""
        self._style, self._outcomes = style, {}

    def close(self) -> None:
        """Forget what is still being compared."""
        self._comparing.cancel()

    def shown(self, key: str) -> Flags:
        """(n,) which objects of a cell are left by the filters and are of a class that is drawn."""
        side = self._sides[key]
        listed = is_listed(side.prediction, side.labels, self._style.hidden)
        return is_left(side.prediction, self._areas[key], self._style.filters) & listed

    def is_reference(self, key: str) -> bool:
        """Whether a cell is the reference's."""
        return key in self._sides and self._sides[key].is_reference

    def side(self, key: str) -> Side | None:
        """What a cell says."""
        return self._sides.get(key)

    def outcome(self, key: str) -> Outcome | None:
        """What became of the objects of a cell; None without a reference, and until it is known."""
        reference = self.reference
        lanes = [other for other in self._sides if (other, reference) in self._pairs]
        if reference is None or not lanes or key not in (reference, *lanes):
            return None
        if key not in self._outcomes:
            of_lane = key != reference
            self._outcomes[key] = self._of_lane(key, reference) if of_lane else self._of_reference(reference, lanes)
        return self._outcomes[key]

    def _of_lane(self, key: str, reference: str) -> Outcome:
        found, shown = self._matches_of(key, reference), self.shown(key)
        right = found.objects >= 0
        groups = [
            OutcomeGroup("right", translate("InstancesLinks", "Right"), shown & right),
            OutcomeGroup("invented", translate("InstancesLinks", "Invented"), shown & ~right & ~found.ignored),
        ]
        if (in_crowd := shown & found.ignored).any():
            groups.append(OutcomeGroup("unnamed", translate("InstancesLinks", "In a crowd"), in_crowd))
        return Outcome(tuple(groups), self._missed_by(key, reference), reference)

    def _of_reference(self, reference: str, lanes: Sequence[str]) -> Outcome:
        truth = self._sides[reference].prediction
        there = self.shown(reference) & ~truth.is_crowd
        times_missed = np.sum([self._missed_by(lane, reference) for lane in lanes], axis=0)
        by_all, by_none = there & (times_missed == 0), there & (times_missed == len(lanes))
        some = translate("InstancesLinks", "Found by some"), there & ~by_all & ~by_none
        groups = [
            OutcomeGroup("right", translate("InstancesLinks", "Found by all"), by_all),
            OutcomeGroup("partly", *some),
            OutcomeGroup("missed", translate("InstancesLinks", "Found by none"), by_none),
        ]
        return Outcome(tuple(groups if len(lanes) > 1 else (groups[0], groups[2])), None, reference)

    def _missed_by(self, key: str, reference: str) -> Flags:
        found = self._matches_of(key, reference)
        return found.missed(self.shown(key), self._sides[reference].prediction) & self.shown(reference)

    def legend(self, key: str) -> Sequence[DifferenceRow]:
        """The outcomes with their numbers, where objects are coloured by them."""
        outcome = self.outcome(key) if COLOR_BY.value_in(self._style.options) == BY_OUTCOME else None
        if outcome is None:
            return ()
        rows = [_row(group.role, group.text, group.which) for group in outcome.groups]
        if outcome.missed is not None:
            rows.insert(1, _row("missed", translate("InstancesLinks", "Missed"), outcome.missed, is_dashed=True))
        return rows

    def point_at(self, key: str | None, point: QPointF | None) -> bool:
        """Let the object at a point stand out in all cells."""
        before, self._focus = self._focus, None
        if key in self._sides and point is not None and self._pairs:
            self._focus = self._object_at(str(key), point)
        return self._focus != before

    def highlighted(self, key: str) -> int | None:
        """Which object of a cell stands out."""
        if self._focus is None:
            return None
        if key == self._focus[0]:
            return self._focus[1]
        found = self._counterpart(key)
        return found.place if found is not None and found.is_shown else None

    def missed_lit(self, key: str) -> int | None:
        """Which object of the reference stands out that this lane has missed."""
        outcome = self.outcome(key) if self._focus is not None and self.legend(key) else None
        if outcome is None or outcome.missed is None or self._focus is None or self._focus[0] != outcome.reference:
            return None
        return self._focus[1] if outcome.missed[self._focus[1]] else None

    def readouts(self) -> Mapping[str, Readout]:
        """What each cell says of the object that stands out."""
        return {} if self._focus is None else {key: self._readout(key) for key in self._sides}

    def _object_at(self, key: str, point: QPointF) -> tuple[str, int] | None:
        """The smallest object at a point that a cell shows, its own or one that it is shown to have missed."""
        own = place_at(self._sides[key].prediction, point, self.shown(key))
        if own is not None:
            return key, own
        outcome = self.outcome(key) if self.legend(key) else None
        if outcome is None or outcome.missed is None:
            return None
        missed = place_at(self._sides[outcome.reference].prediction, point, outcome.missed)
        return None if missed is None else (outcome.reference, missed)

    def _counterpart(self, key: str) -> Counterpart | None:
        """The object of another cell that is the one that stands out: one shown, of its class, the closest."""
        assert self._focus is not None
        own, place = self._focus
        classed = self._pairs.get((own, key))
        if classed is None:
            return None
        pairs = classed.pairs
        near = np.flatnonzero((pairs.ours == place) & (pairs.iou >= LEAST_IOU.value_in(self._style.filters)))
        if not len(near):
            return None
        is_shown = self.shown(key)[pairs.theirs[near]]
        best = np.lexsort((pairs.iou[near], classed.same[near], is_shown))[-1]
        return Counterpart(int(pairs.theirs[near[best]]), float(pairs.iou[near[best]]), bool(is_shown[best]))

    def _readout(self, key: str) -> Readout:
        assert self._focus is not None
        if key == self._focus[0]:
            return self._described(key, self._focus[1])
        found = self._counterpart(key)
        if found is None:
            return Readout(translate("InstancesLinks", "n/a"), None, None)
        words = translate("InstancesLinks", "IoU {iou}").format(iou=f"{found.iou:.2f}")
        if not found.is_shown:
            words = f"{words} · {translate('InstancesLinks', 'filtered out')}"
        return self._described(key, found.place, words)

    def _described(self, key: str, place: int, overlap: str = "") -> Readout:
        side = self._sides[key]
        value, score = int(side.prediction.class_ids[place]), float(side.prediction.scores[place])
        size = translate("InstancesLinks", "{area} px").format(area=f"{self._areas[key][place]:,.0f}")
        crowd = translate("InstancesLinks", "a crowd") if side.prediction.is_crowd[place] else ""
        detail = " · ".join(word for word in (overlap, size, crowd) if word)
        color = side.labels.colors[value] if value < len(side.labels) else None
        return Readout(class_name(side.labels, value), None if side.is_reference else score, color, detail)

    def _matches_of(self, key: str, reference: str) -> LaneMatches:
        least = LEAST_IOU.value_in(self._style.filters)
        if (key, least) not in self._matches:
            lane, truth = self._sides[key].prediction, self._sides[reference].prediction
            self._matches[key, least] = lane_matches(self._pairs[key, reference], lane, truth, least)
        return self._matches[key, least]

    def _on_compared(self, pairs: Pairs) -> None:
        self._pairs, self._outcomes = pairs, {}
        self._revision += 1
        self._on_ready()

    def _on_failed(self, error: BaseException) -> None:
        self._notice = str(readable_error(error, translate("InstancesLinks", "These objects cannot be compared")))
        self._on_ready()


def _compared(sides: Mapping[str, Side], known: Pairs) -> Pairs:
    """Every two cells, each way; the reference is always what the other one is compared with."""
    found = dict(known)
    keys = sorted(sides, key=lambda key: sides[key].is_reference)
    for place, ours in enumerate(keys):
        for theirs in keys[place + 1 :]:
            if (ours, theirs) not in found:
                found[ours, theirs] = pairs_of(sides[ours], sides[theirs])
                found[theirs, ours] = found[ours, theirs].turned()
    return found


def _row(role: str, text: str, which: Flags, *, is_dashed: bool = False) -> DifferenceRow:
    return DifferenceRow(role, text, None, int(np.count_nonzero(which)), is_dashed)
