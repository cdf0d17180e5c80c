"""How a cell without a result stands, in words."""

import enum
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from granview.core.events import LaneState
from granview.gui.model.cell_content import CellContent

translate = QCoreApplication.translate


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
    if content.has_result and content.is_open:
        return None
    status = lane_status(content)
    if status is not None and not content.has_result:
        return status
    if not content.is_open:
        return Status(content.opening, content.message, Tone.BUSY)
    if content.is_reference:
        return Status(translate("CellStatus", "No reference"), content.message or content.no_reference)
    hint = translate("CellStatus", "Press Run to see what this model says.")
    return Status(translate("CellStatus", "Not run yet"), content.message or hint)
