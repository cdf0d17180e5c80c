"""What a cell says in words: its lane's times, device and messages, of which answer its heat map is, and its state."""

import enum
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.core.events import LaneState
from granview.core.labels import LabelSet
from granview.core.measurements import Timing
from granview.core.ran_words import ran_words
from granview.gui.model.cell_content import CellContent
from granview.gui.model.lanes_and_rows import Lane, Row
from granview.gui.paint.heat import Heat
from granview.gui.paint.overlay_style import class_name

translate = QCoreApplication.translate

_LONG_MS: Final = 10_000
_LOADING: Final = frozenset({LaneState.STARTING, LaneState.LOADING, LaneState.RESTARTING})


def subtitle(lane: Lane, row: Row | None) -> str:
    """Forward time, speed of writing, variant as it ran, device: ``2.1 ms · int8 · 97 % of weights``; or ``saved``."""
    device = "" if lane.facts is None else lane.facts.device or translate("GridController", "saved")
    ran = ran_words(lane.spec.variant, None if lane.facts is None else lane.facts.ran)
    times = () if row is None or row.timing is None else _times(row.timing)
    return " · ".join(part for part in (*times, *ran, device) if part)


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
    return lane.text if lane.state in _LOADING or lane.is_within_sample else ""


def lane_notices(lane: Lane) -> tuple[str, ...]:
    """What must be known of a lane whatever the sample is, such as that it runs on the CPU, or has run for too long."""
    now = (lane.text,) if lane.text and lane.state == LaneState.RUNNING and not lane.is_within_sample else ()
    return now if lane.facts is None else (*now, *lane.facts.notices)


def progress(lane: Lane) -> float | None:
    """How far a lane is with loading, or with its run; None when it does neither or cannot say."""
    if lane.state in _LOADING:
        return lane.fraction
    return lane.share_done if lane.is_busy else None


def heat_caption(heat: Heat | None, labels: LabelSet | None) -> str:
    """Such as ``image layer 4 · head 2 · 0 to 0.12``; the scale only where each lane has its own.

    Args:
        heat: The answer; nothing is said of None.
        labels: The lane's classes, by which the class that is explained is named; None: it is not named.
    """
    if heat is None:
        return ""
    explanation = heat.explanation
    parts = [
        translate("Heat", "{stack} layer {n}").format(stack=explanation.stack, n=explanation.layer + 1).strip()
        if explanation.layer is not None
        else "",
        translate("Heat", "head {n}").format(n=explanation.head + 1) if explanation.head is not None else "",
        class_name(labels, explanation.target) if labels is not None and explanation.target is not None else "",
        "" if heat.shared else scale_caption(heat),
    ]
    return " · ".join(filter(None, parts))


def scale_caption(heat: Heat) -> str:
    """Both ends of the scale, such as ``0 to 0.12``."""
    low = f"{-heat.top:.3g}" if heat.signed else "0"
    return translate("Heat", "{low} to {high}").format(low=low, high=f"{heat.top:.3g}")


class Tone(enum.StrEnum):
    """The weight of a status; the value is the theme's role for it."""

    QUIET = "muted"
    BUSY = "accent"
    BAD = "bad"


@dataclass(frozen=True)
class Status:
    """What is the matter, and what to do.

    Attributes:
        headline: A few words.
        detail: A sentence or two; may be empty.
        tone: Its weight.
        progress: 0 to 1, or None where there is nothing to measure.
        action: Text of the button that starts the lane again; empty where there is no such button.
    """

    headline: str
    detail: str = ""
    tone: Tone = Tone.QUIET
    progress: float | None = None
    action: str = ""


def lane_status(content: CellContent) -> Status | None:
    """What the lane is doing or has met with; None when it is idle."""
    if content.failed or content.state is LaneState.FAILED:
        action = "" if content.is_reference else translate("CellStatus", "Restart")
        return Status(translate("CellStatus", "Failed"), content.message, Tone.BAD, None, action)
    if content.cancelled:
        return Status(
            translate("CellStatus", "Stopped"),
            content.message or translate("CellStatus", "This run was stopped before it came to this sample."),
            action=translate("CellStatus", "Run again"),
        )
    if content.state is LaneState.CLOSED:
        return Status(
            translate("CellStatus", "Closed"), content.message, action=translate("CellStatus", "Start the lane")
        )
    words = _busy_words().get(content.state) if content.state else None
    if words is None:
        return None
    detail = "" if _letters(content.message) == _letters(words) else content.message
    return Status(words, detail, Tone.BUSY, content.progress)


def _letters(words: str) -> str:
    return words.rstrip("….").casefold()


def _busy_words() -> dict[LaneState, str]:
    return {
        LaneState.STARTING: translate("CellStatus", "Starting…"),
        LaneState.LOADING: translate("CellStatus", "Loading the model…"),
        LaneState.WAITING: translate("CellStatus", "Waiting for the device…"),
        LaneState.RUNNING: translate("CellStatus", "Running…"),
        LaneState.RESTARTING: translate("CellStatus", "Restarting…"),
    }


def cell_status(content: CellContent) -> Status | None:
    """What a cell says in its middle; None when what it shows speaks for itself."""
    if (content.has_result or content.is_plain) and content.is_open:
        return None
    status = lane_status(content)
    if status is not None and not content.has_result:
        return status
    if not content.is_open:
        return Status(content.opening, content.message, Tone.BUSY)
    if content.is_reference:
        return Status(translate("CellStatus", "No reference"), content.message or content.no_reference)
    if content.state is LaneState.UNLOADED:
        hint = translate("CellStatus", "Press Run: the model is loaded again first.")
        return Status(translate("CellStatus", "Unloaded"), content.message or hint)
    hint = translate("CellStatus", "Press Run to see what this model says.")
    return Status(translate("CellStatus", "Not run yet"), content.message or hint)
