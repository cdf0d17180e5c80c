"""What the engine tells its listeners: frozen structs, each naming the lane that it belongs to."""

import enum

import msgspec

from granview.core.lane import ModelFacts
from granview.core.measurements import Cost
from granview.core.messages import Failure, Result


class LaneState(enum.StrEnum):
    """Where a lane is in its life."""

    STARTING = "starting"
    LOADING = "loading"
    IDLE = "idle"
    WAITING = "waiting"
    RUNNING = "running"
    RESTARTING = "restarting"
    UNLOADED = "unloaded"
    FAILED = "failed"
    CLOSED = "closed"


class LaneChanged(msgspec.Struct, frozen=True):
    """A lane went to another state. ``text`` says why, or what it is doing, in words."""

    lane: str
    state: LaneState
    text: str = ""
    fraction: float | None = None


class LaneReady(msgspec.Struct, frozen=True):
    """A lane's model is loaded."""

    lane: str
    facts: ModelFacts


class LaneProgress(msgspec.Struct, frozen=True):
    """How far a lane is with what it was given: ``done`` of ``total`` samples, of which ``failed`` failed."""

    lane: str
    done: int
    failed: int
    total: int


class ResultArrived(msgspec.Struct, frozen=True):
    """A sample's result, already committed to the session when a listener hears of it."""

    lane: str
    result: Result


class SampleFailed(msgspec.Struct, frozen=True):
    """A sample that a lane could not run, already committed to the session."""

    lane: str
    failure: Failure


class PartialArrived(msgspec.Struct, frozen=True):
    """What a lane has written so far about a sample; not committed, and followed by a result or a failure."""

    lane: str
    sample: str
    request_id: int
    text: str


class CostMeasured(msgspec.Struct, frozen=True):
    """What a lane has cost so far."""

    lane: str
    cost: Cost


class LogLine(msgspec.Struct, frozen=True):
    """A line for the log. ``lane`` is empty for the program's own lines; ``level`` is info, warning or error."""

    lane: str
    level: str
    text: str


Event = LaneChanged | LaneReady | LaneProgress | ResultArrived | SampleFailed | PartialArrived | CostMeasured | LogLine
