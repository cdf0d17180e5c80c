"""Telling: events are grouped, committed to the session, and told, in this order and on a thread of its own."""

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from granview.core.errors import GranViewError
from granview.core.events import (
    CostMeasured,
    Event,
    LaneChanged,
    LaneProgress,
    LogLine,
    PartialArrived,
    ResultArrived,
    SampleFailed,
)
from granview.core.messages import Failure
from granview.core.readable_errors import readable_error
from granview.core.resilient_loops import attempt

OnEvents = Callable[[Sequence[Event]], None]

_LATEST_ONLY = (LaneChanged, LaneProgress, CostMeasured, PartialArrived)
logger = logging.getLogger(__name__)


class Recorder(Protocol):
    """Keeps what the engine reports; a session does."""

    def record(self, events: Sequence[Event]) -> None:
        """Commit the events, all or none.

        Raises:
            GranViewError: they cannot be kept.
        """
        ...


class EventDispatcher:
    """Takes events from any thread and tells them, grouped, after the recorder has committed them.

    The first event after a quiet time is told at once; then at most one group in ``group_s``.

    Args:
        on_events: Told each group.
        recorder: Commits each group first.
        group_s: Seconds between groups.
    """

    def __init__(self, on_events: OnEvents, recorder: Recorder | None, group_s: float) -> None:
        self._on_events = on_events
        self._recorder = recorder
        self._group_s = group_s
        self._events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="engine's dispatcher", daemon=True)
        self._thread.start()

    def tell(self, event: Event) -> None:
        """Queue an event."""
        self._events.put(event)

    def close(self, timeout_s: float) -> None:
        """Tell what is queued, then end."""
        self._events.put(None)
        self._thread.join(timeout_s)

    def _work(self) -> None:
        open_ = True
        while open_:
            group, open_ = self._gather()
            if group:
                attempt(partial(self._deliver, group), _log_untold)
                self._rest(open_)

    def _gather(self) -> tuple[list[Event], bool]:
        """What is queued now, waiting for a first one; and whether there may be more."""
        group: list[Event] = []
        event = self._events.get()
        while event is not None:
            group.append(event)
            if self._events.empty():
                return group, True
            event = self._events.get()
        return group, False

    def _rest(self, open_: bool) -> None:
        if open_:
            time.sleep(self._group_s)

    def _deliver(self, events: list[Event]) -> None:
        self._on_events(self._recorded(latest_only(events)))

    def _recorded(self, events: list[Event]) -> list[Event]:
        if self._recorder is None:
            return events
        try:
            self._recorder.record(events)
        except GranViewError as error:
            return _lost(events, error)
        except BaseException as error:
            logger.exception("The recorder failed.")
            return _lost(events, readable_error(error, "The results could not be kept"))
        return events


def _log_untold(_: BaseException) -> None:
    logger.exception("A listener of the engine failed.")


def latest_only(events: Sequence[Event]) -> list[Event]:
    """The events without those that a later one of the same kind, lane and sample makes out of date."""
    kept: list[Event] = []
    seen: set[tuple[type, str, str]] = set()
    for event in reversed(events):
        key = (type(event), event.lane, event.sample if isinstance(event, PartialArrived) else "")
        if isinstance(event, _LATEST_ONLY) and key in seen:
            continue
        seen.add(key)
        kept.append(event)
    return kept[::-1]


def _lost(events: Sequence[Event], error: GranViewError) -> list[Event]:
    """The events as they are told when they could not be committed: results become failures that say so."""
    told: list[Event] = [LogLine("", "error", str(error))]
    for event in events:
        if isinstance(event, ResultArrived):
            result = event.result
            failure = Failure(result.request_id, result.sample, f"Not kept: {error.message}", error.hint)
            told.append(SampleFailed(event.lane, failure))
        else:
            told.append(event)
    return told
