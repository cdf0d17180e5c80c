"""What a lane's cell says in words: times and device, messages, progress."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.core.events import LaneState
from granview.gui.model.entries import Lane, Row

translate = QCoreApplication.translate

_LOADING: Final = frozenset({LaneState.STARTING, LaneState.LOADING, LaneState.RESTARTING})


def subtitle(lane: Lane, row: Row | None) -> str:
    """Forward time and device, as far as they are known: ``2.1 ms · cpu``."""
    forward_ms = None if row is None or row.timing is None else row.timing.forward_ms
    time = "" if forward_ms is None else f"{forward_ms:.{0 if forward_ms >= 100 else 1}f} ms"
    device = lane.facts.device if lane.facts is not None else ""
    variant = "" if lane.spec.variant == type(lane.spec.variant)() else str(lane.spec.variant)
    return " · ".join(part for part in (time, variant, device) if part)


def message(lane: Lane, row: Row | None) -> str:
    """The sentence that a lane's cell needs: an error, a hint, or what the user must know of the result."""
    if row is not None and not row.ok:
        return f"{row.error} {row.hint}".strip()
    if row is not None:
        outdated = (translate("Stage", "Out of date. Press Run to compute it again."),) if row.stale else ()
        of_lane = () if lane.facts is None else lane.facts.notices
        return " ".join((*outdated, *row.notices, *of_lane))
    if lane.state == LaneState.FAILED:
        return lane.text or translate("Stage", "The model could not be loaded.")
    if lane.state in _LOADING:
        return lane.text or translate("Stage", "Loading the model…")
    return "" if lane.is_busy else translate("Stage", "Not run yet. Press Run.")


def progress(lane: Lane) -> float | None:
    """How far a lane is with loading, or with its run; None when it does neither or cannot say."""
    if lane.state in _LOADING:
        return lane.fraction
    return lane.done / lane.total if lane.is_busy else None
