"""The engine: lanes by name, commands from any thread, events to one listener.

All lanes live on one thread, which takes turns of work from a mailbox: commands of callers and messages of processes.
That thread never waits for a process, and callers never wait for that thread.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from granview.core.errors import ArgumentError, LaneError
from granview.core.events import LogLine
from granview.core.explain_query import ExplainQuery
from granview.core.image_params import ImageRange
from granview.core.lane import LaneSpec
from granview.core.messages import Explain, FromWorker, Grant, Request
from granview.core.readable_errors import readable_error
from granview.core.resilient_loops import attempt
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.engine.device_lease import DeviceLease
from granview.engine.event_dispatcher import EventDispatcher, OnEvents, Recorder
from granview.engine.explain_requests import OnExplainReply
from granview.engine.lane import Lane
from granview.engine.lane_process import LaneProcess
from granview.engine.limits import Limits, WorkerOptions
from granview.engine.process_outcome import ProcessOutcome, invalid_message

logger = logging.getLogger(__name__)

DEFAULT_LIMITS: Final = Limits()
DEFAULT_WORKER_OPTIONS: Final = WorkerOptions()

_AT_ONCE_S: Final = 0.5
"""How long to wait for processes that were killed."""


class Engine:
    """Runs lanes, each in its own process.

    Every method but ``shutdown`` returns at once, and may be called from any thread.

    Args:
        on_events: Told what happens, in groups, on a thread of the engine's own.
        recorder: Commits each group before it is told.
        limits: What the engine puts up with.
        workers: How processes are started.
    """

    def __init__(
        self,
        on_events: OnEvents,
        recorder: Recorder | None = None,
        limits: Limits = DEFAULT_LIMITS,
        workers: WorkerOptions = DEFAULT_WORKER_OPTIONS,
    ) -> None:
        self._limits = limits
        self._workers = workers
        self._dispatcher = EventDispatcher(on_events, recorder, limits.group_s)
        self._lease: DeviceLease[LaneProcess] = DeviceLease(self._on_granted)
        self._mailbox: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._lanes: dict[str, Lane] = {}
        self._processes: set[LaneProcess] = set()
        self._next_id = 1
        self._guard = threading.Lock()
        self._names: set[str] = set()
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="engine", daemon=True)
        self._thread.start()

    def open_lane(self, spec: LaneSpec) -> None:
        """Start a lane; events tell how it goes.

        Raises:
            ArgumentError: there is a lane of that name.
            LaneError: the engine is shut down.
        """
        with self._guard:
            if self._closing:
                raise LaneError("The engine is shut down.", "Make another.")
            if spec.name in self._names:
                raise ArgumentError(f"There is a lane '{spec.name}' already.", "Choose another name.")
            self._names.add(spec.name)
            self._mailbox.put(partial(self._open, spec))

    def close_lane(self, name: str) -> None:
        """End a lane and forget it; a name that is not there is ignored."""
        with self._guard:
            if name in self._names:
                self._names.discard(name)
                self._mailbox.put(partial(self._close, name))

    def restart_lane(self, name: str) -> None:
        """End a lane's process and start another; what was not answered is run again.

        Raises:
            ArgumentError: there is no such lane.
        """
        with self._guard:
            self._check_name(name)
            self._mailbox.put(partial(self._restart, name))

    def process_ids(self) -> dict[str, int]:
        """The system's numbers of the lanes' processes that run, by lane."""
        processes = {name: lane.process for name, lane in self._lanes.copy().items()}
        return {name: process.pid for name, process in processes.items() if process and process.pid is not None}

    def unload_lane(self, name: str) -> None:
        """End an idle lane's process, so that its memory comes back; what it is next asked loads the model again.

        A lane that is at work, or has no process, is left as it is.

        Raises:
            ArgumentError: there is no such lane.
        """
        with self._guard:
            self._check_name(name)
            self._mailbox.put(partial(self._unload, name))

    def submit(self, lane: str, samples: Sequence[Sample], params: RunParams) -> tuple[int, ...]:
        """Have a lane run samples, in this order and after what it was given before; returns the requests' ids.

        Raises:
            ArgumentError: there is no such lane.
        """
        with self._guard:
            self._check_name(lane)
            ids = range(self._next_id, self._next_id + len(samples))
            self._next_id = ids.stop
            if samples:
                self._mailbox.put(partial(self._submit, lane, ids, tuple(samples), params))
        return tuple(ids)

    def cancel(self, lane: str | None = None) -> None:
        """Forget all that was submitted to a lane, or to every lane, and not answered; a name not there is ignored.

        A forward pass that is under way ends in its own time, and its answer is dropped.
        """
        with self._guard:
            self._mailbox.put(partial(self._cancel, lane, self._next_id - 1))

    def explain(
        self,
        lane: str,
        sample: Sample,
        query: ExplainQuery | None,
        on_reply: OnExplainReply,
        written: str | None = None,
        image_range: ImageRange | None = None,
    ) -> int:
        """Ask a lane why its model says what it says about a sample; returns the question's id.

        It is computed in a pass of its own, between the lane's batches, and kept out of all timings.

        Args:
            lane: The lane's name.
            sample: The sample; it need not have been run.
            query: What is asked; None asks only what could be.
            on_reply: Told the answer, on a thread of the engine's own, unless the question is forgotten before.
            written: The text that the model wrote about the sample, for models that write.
            image_range: The range of brightness in which a picture is read, as for ``submit``.

        Raises:
            ArgumentError: there is no such lane.
        """
        with self._guard:
            self._check_name(lane)
            number = self._next_id
            self._next_id += 1
            request = Explain(number, sample, query, written, image_range)
            self._mailbox.put(partial(self._ask, lane, request, on_reply))
        return number

    def cancel_explanations(self, lane: str | None = None) -> None:
        """Forget all that a lane, or every lane, was asked and has not answered; a name not there is ignored."""
        with self._guard:
            self._mailbox.put(partial(self._cancel_explanations, lane, self._next_id - 1))

    def shutdown(self, timeout_s: float = 3.0, *, at_once: bool = False) -> None:
        """End every process and thread; waits for that, up to the time given. What has arrived is committed first.

        With ``at_once`` no process is given time to end by itself, and none that is still being started is waited for:
        it is killed as soon as it is there, or ends with the program.
        """
        with self._guard:
            if not self._closing:
                self._closing = True
                self._names.clear()
                self._mailbox.put(self._close_all)
        deadline_s = time.monotonic() + timeout_s
        for process in tuple(self._processes) if at_once else ():
            process.kill()
        self._thread.join(min(timeout_s, _AT_ONCE_S) if at_once else timeout_s)
        for process in tuple(self._processes):
            process.kill()
        self._dispatcher.close(max(0.1, deadline_s - time.monotonic()))

    def _check_name(self, name: str) -> None:
        if name not in self._names:
            raise ArgumentError(f"There is no lane '{name}'.", f"There are: {', '.join(sorted(self._names))}.")

    def _work(self) -> None:
        """Take turns until the engine is closed and the last process is buried."""
        while not (self._closing and self._mailbox.empty() and not self._lanes and not self._processes):
            try:
                turn = self._mailbox.get(timeout=self._patience_s())
            except queue.Empty:
                turn = self._check_all
            attempt(turn, self._tell_failed)

    def _tell_failed(self, error: BaseException) -> None:
        """A defect of the engine itself: into the terminal and the log; the next turn follows."""
        logger.exception("A turn of the engine failed.")
        self._dispatcher.tell(LogLine("", "error", str(readable_error(error, "A turn of the engine failed"))))

    def _patience_s(self) -> float | None:
        deadlines = [at for lane in self._lanes.values() if (at := lane.deadline_s) is not None]
        return max(0.0, min(deadlines) - time.monotonic()) if deadlines else None

    def _check_all(self) -> None:
        for lane in self._lanes.values():
            lane.check()

    def _open(self, spec: LaneSpec) -> None:
        lane = Lane(spec, self._launch, self._lease, self._dispatcher.tell, self._limits)
        self._lanes[spec.name] = lane
        lane.open()

    def _restart(self, name: str) -> None:
        self._lanes[name].restart()

    def _unload(self, name: str) -> None:
        self._lanes[name].unload()

    def _submit(self, name: str, ids: range, samples: tuple[Sample, ...], params: RunParams) -> None:
        requests = [Request(number, sample, params) for number, sample in zip(ids, samples, strict=True)]
        self._lanes[name].submit(requests)

    def _close(self, name: str) -> None:
        self._lanes.pop(name).close()

    def _close_all(self) -> None:
        for name in tuple(self._lanes):
            self._close(name)

    def _cancel(self, name: str | None, up_to: int) -> None:
        for lane in self._lanes.values():
            if name in (None, lane.spec.name):
                lane.cancel(up_to)

    def _ask(self, name: str, request: Explain, on_reply: OnExplainReply) -> None:
        self._lanes[name].ask(request, on_reply)

    def _cancel_explanations(self, name: str | None, up_to: int) -> None:
        for lane in self._lanes.values():
            if name in (None, lane.spec.name):
                lane.cancel_explanations(up_to)

    def _launch(self, spec: LaneSpec) -> LaneProcess:
        process = LaneProcess(spec, self._workers, self._limits, self._on_post)
        self._processes.add(process)
        process.start()
        return process

    def _on_post(self, process: LaneProcess, item: FromWorker | ProcessOutcome) -> None:
        """Called on a process's own thread."""
        self._mailbox.put(partial(self._on_item, process, item))

    def _on_item(self, process: LaneProcess, item: FromWorker | ProcessOutcome) -> None:
        lane = self._lane_of(process)
        if isinstance(item, ProcessOutcome):
            self._processes.discard(process)
            self._lease.drop(process)
            if lane is not None:
                lane.died(item)
        elif lane is not None:
            attempt(partial(lane.heard, item), partial(self._end_over_message, process))

    def _end_over_message(self, process: LaneProcess, error: BaseException) -> None:
        """What a process said cannot be taken: it ends, so that nobody waits for its answer for ever."""
        self._tell_failed(error)
        process.kill(invalid_message(error))

    def _on_granted(self, process: LaneProcess) -> None:
        process.send(Grant())
        lane = self._lane_of(process)
        if lane is not None:
            lane.granted()

    def _lane_of(self, process: LaneProcess) -> Lane | None:
        """The lane whose process this is now; None for a process that a lane has left behind."""
        lane = self._lanes.get(process.spec.name)
        return lane if lane is not None and lane.process is process else None
