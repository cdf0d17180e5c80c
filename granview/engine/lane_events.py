"""What a lane tells: events in its name, nothing twice in a row."""

from collections.abc import Callable

from granview.core.events import (
    CostMeasured,
    Event,
    LaneChanged,
    LaneProgress,
    LaneState,
    LogLine,
    ResultArrived,
    SampleFailed,
)
from granview.core.measurements import Cost
from granview.core.messages import Failure, Request, Result
from granview.engine.process_outcome import ProcessOutcome

Emit = Callable[[Event], None]


class LaneEvents:
    """Speaks for a lane.

    Args:
        name: The lane's name.
        emit: Told every event.
    """

    def __init__(self, name: str, emit: Emit) -> None:
        self._name = name
        self._emit = emit
        self._cost = Cost()
        self._last_change: LaneChanged | None = None

    @property
    def state(self) -> LaneState | None:
        """What the lane was last said to be doing."""
        return None if self._last_change is None else self._last_change.state

    def tell_state(self, state: LaneState, text: str = "", fraction: float | None = None) -> None:
        """Tell what the lane does, unless that was said just now."""
        change = LaneChanged(self._name, state, text, fraction)
        if change != self._last_change:
            self._last_change = change
            self._emit(change)

    def tell_progress(self, done: int, failed: int, total: int) -> None:
        """Tell how far the lane is with its requests."""
        self._emit(LaneProgress(self._name, done, failed, total))

    def tell_cost(self, cost: Cost) -> None:
        """Tell what the lane has cost, unless nothing has changed."""
        if cost != self._cost:
            self._cost = cost
            self._emit(CostMeasured(self._name, cost))

    def reply(self, reply: Result | Failure) -> None:
        """Tell what a request was answered, and what the lane has cost by then."""
        if isinstance(reply, Failure):
            self._emit(SampleFailed(self._name, reply))
        else:
            self._emit(ResultArrived(self._name, reply))
            self.tell_cost(reply.cost)

    def warn(self, words: str) -> None:
        """Write into the log what is not as it should be."""
        self._emit(LogLine(self._name, "warning", words))

    def fail(self, request: Request, error: str, hint: str) -> None:
        """Tell that a request will not be answered, and why."""
        self._emit(SampleFailed(self._name, Failure(request.id, request.sample, error, hint)))

    def log_death(self, outcome: ProcessOutcome) -> None:
        """Write into the log how the process ended, with its last words."""
        words = f"\n{outcome.last_words}" if outcome.last_words else ""
        self._emit(LogLine(self._name, "error", f"{outcome.message} {outcome.advice}".strip() + words))
