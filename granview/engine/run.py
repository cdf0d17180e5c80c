"""Running lanes over samples and waiting for it: what the command line and the Python API do."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from granview.core.events import Event, ResultArrived, SampleFailed
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.engine.engine import DEFAULT_LIMITS, DEFAULT_WORKER_OPTIONS, Engine
from granview.engine.event_dispatcher import OnEvents, Recorder
from granview.engine.limits import Limits, WorkerOptions
from granview.tasks.base import TASKS

_SLICE_S: Final = 0.2
"""A wait without a limit cannot be interrupted by Ctrl-C on every system."""


@dataclass(frozen=True)
class RunOutcome:
    """How many samples were answered, over all lanes."""

    succeeded: int
    failed: int


def run(
    recorder: Recorder,
    lanes: Sequence[LaneSpec],
    samples: Sequence[Sample],
    params: RunParams,
    on_events: OnEvents,
    limits: Limits = DEFAULT_LIMITS,
    workers: WorkerOptions = DEFAULT_WORKER_OPTIONS,
    then: Callable[[Engine], None] | None = None,
) -> RunOutcome:
    """Run every lane over every sample of its task's kind, side by side, until each is answered.

    Args:
        recorder: Commits what arrives; a session does.
        lanes: What to run, each under a name of its own.
        samples: What to run it on, in this order.
        params: What to compute besides the predictions.
        on_events: Told what happens, after it was committed, on a thread of the engine's.
        limits: What the engine puts up with.
        workers: How processes are started.
        then: Called once all is answered, while the lanes are still there.

    Raises:
        KeyboardInterrupt: the user wants no more; what had arrived is committed, and every process has ended.
    """
    work = [(lane, samples_for(lane, samples)) for lane in lanes]
    tally = _Tally(sum(len(own) for _, own in work))

    def listen(events: Sequence[Event]) -> None:
        try:
            on_events(events)
        finally:
            tally.count(events)

    engine = Engine(listen, recorder, limits, workers)
    try:
        for lane, own in work:
            engine.open_lane(lane)
            engine.submit(lane.name, own, params)
        tally.wait()
        if then is not None:
            then(engine)
    except BaseException:
        engine.shutdown(at_once=True)
        raise
    engine.shutdown()
    return RunOutcome(tally.succeeded, tally.failed)


def samples_for(lane: LaneSpec, samples: Sequence[Sample]) -> list[Sample]:
    """The samples of the kind that a lane's task is done with; all of them where the task is not known."""
    task = TASKS.all().get(lane.task)
    return [sample for sample in samples if task is None or sample.kind == task.kind]


class _Tally:
    """Counts answers, and lets one thread wait for the last."""

    def __init__(self, expected: int) -> None:
        self.succeeded = 0
        self.failed = 0
        self._expected = expected
        self._changed = threading.Condition()

    def count(self, events: Sequence[Event]) -> None:
        """Count the answers among the events."""
        with self._changed:
            self.succeeded += sum(isinstance(event, ResultArrived) for event in events)
            self.failed += sum(isinstance(event, SampleFailed) for event in events)
            self._changed.notify_all()

    def wait(self) -> None:
        """Wait until as many answers were counted as are expected."""
        with self._changed:
            while self.succeeded + self.failed < self._expected:
                self._changed.wait(_SLICE_S)
