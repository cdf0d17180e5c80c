"""What a lane's cell says in words: times and device, messages, progress."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.core.events import LaneState
from granview.core.measurements import Timing
from granview.gui.model.lanes_and_rows import Lane, Row

translate = QCoreApplication.translate

_LONG_MS: Final = 10_000
_LOADING: Final = frozenset({LaneState.STARTING, LaneState.LOADING, LaneState.RESTARTING})


def subtitle(lane: Lane, row: Row | None) -> str:
    """Forward time, speed of writing and device, as far as they are known: ``2.1 ms · cpu``."""
    device = lane.facts.device if lane.facts is not None else ""
    variant = "" if lane.spec.variant == type(lane.spec.variant)() else str(lane.spec.variant)
    times = () if row is None or row.timing is None else _times(row.timing)
    return " · ".join(part for part in (*times, variant, device) if part)


def _times(timing: Timing) -> tuple[str, ...]:
    """The forward pass; for a text that was written, the first token and the speed too."""
    forward_ms, new_tokens = timing.forward_ms, timing.new_tokens
    first = "" if timing.first_token_ms is None else translate("GridController", "first token {time}")
    speed = translate("GridController", "{n} tokens/s") if forward_ms and new_tokens else ""
    return (
        _in_ms(forward_ms),
        first.format(time=_in_ms(timing.first_token_ms)),
        speed.format(n=f"{1000 * (new_tokens or 0) / (forward_ms or 1):.0f}"),
    )


def _in_ms(time_ms: float | None) -> str:
    if time_ms is not None and time_ms >= _LONG_MS:
        return f"{time_ms / 1000:.1f} s"
    return "" if time_ms is None else f"{time_ms:.{0 if time_ms >= 100 else 1}f} ms"


def message(lane: Lane, row: Row | None) -> str:
    """The sentence that a lane's cell needs: an error, how far it is, or what the user must know of the result."""
    if row is not None and not row.ok:
        return f"{row.error} {row.hint}".strip()
    if row is not None:
        outdated = (translate("GridController", "Out of date. Press Run to compute it again."),) if row.stale else ()
        return " ".join((*outdated, *row.notices))
    if lane.state == LaneState.FAILED:
        return lane.text or translate("GridController", "The model could not be loaded.")
    return lane.text if lane.state in _LOADING else ""


def lane_notices(lane: Lane) -> tuple[str, ...]:
    """What must be known of a lane whatever the sample is, such as that it runs on the CPU, or has run for too long."""
    now = (lane.text,) if lane.text and lane.state == LaneState.RUNNING else ()
    return now if lane.facts is None else (*now, *lane.facts.notices)


def progress(lane: Lane) -> float | None:
    """How far a lane is with loading, or with its run; None when it does neither or cannot say."""
    if lane.state in _LOADING:
        return lane.fraction
    return lane.done / lane.total if lane.is_busy else None
