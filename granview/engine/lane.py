"""A lane: what it is doing, what becomes of its requests, and what to do when its process dies.

A lane lives on the engine's one thread and never waits; its processes do the waiting.
"""

import time
from collections.abc import Callable, Sequence
from typing import Final

from granview.core.events import (
    LaneReady,
    LaneState,
    LogLine,
    PartialArrived,
    ResultArrived,
    SampleFailed,
)
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.messages import (
    Cancel,
    CancelExplain,
    Explain,
    Explained,
    Failure,
    FromWorker,
    Loading,
    Log,
    NotExplained,
    Partial,
    Ready,
    Refused,
    Release,
    Request,
    Result,
    Started,
    Want,
)
from granview.core.sample import Kind
from granview.engine.backlog import Backlog
from granview.engine.lease import DeviceLease
from granview.engine.limits import Limits
from granview.engine.outcome import Outcome, hung
from granview.engine.process import LaneProcess
from granview.engine.questions import OnAnswer, Questions
from granview.engine.voice import Emit, Voice
from granview.tasks.base import TASKS

_BATCHES_AHEAD: Final = 5
"""Decoding, preprocessed, computing, postprocessing, and one more that fills the next."""

_AHEAD: Final[dict[Kind, int]] = {"image": 0, "text": 1024}
"""Requests that a worker has at least: texts are small, and are put together by length."""

Launch = Callable[[LaneSpec], LaneProcess]
Clock = Callable[[], float]


class Lane:
    """One lane of the engine.

    Args:
        spec: What it runs.
        launch: Makes and starts a process.
        lease: The devices, shared with the other lanes.
        emit: Told every event.
        limits: When to lose patience.
        clock: Monotonic seconds.
    """

    def __init__(
        self,
        spec: LaneSpec,
        launch: Launch,
        lease: DeviceLease[LaneProcess],
        emit: Emit,
        limits: Limits,
        clock: Clock = time.monotonic,
    ) -> None:
        self.spec = spec
        self.process: LaneProcess | None = None
        self._launch = launch
        self._lease = lease
        self._emit = emit
        self._voice = Voice(spec.name, emit)
        self._limits = limits
        self._clock = clock
        self._backlog = Backlog()
        self._questions = Questions()
        self._facts: ModelFacts | None = None
        self._deaths = 0
        self._heard_s = clock()
        self._refusal = ("", "")
        self._window = max(_BATCHES_AHEAD * spec.batch_size, _ahead(spec.task))

    def open(self) -> None:
        """Start the process."""
        self._voice.say(LaneState.STARTING)
        self._begin()

    def submit(self, requests: Sequence[Request]) -> None:
        """Take requests; a lane that has failed answers at once that it has."""
        was_idle = self._backlog.empty
        self._backlog.add(requests)
        if self._failed:
            self._fail_rest()
            return
        if was_idle:
            self._settle()
        self._tell_progress()
        self._feed()

    def cancel(self, up_to: int) -> None:
        """Forget every request with an id of at most ``up_to``, which is all that there is."""
        if self._backlog.empty:
            return
        self._backlog.clear()
        if self.process is not None:
            self.process.send(Cancel(up_to))
        self._tell_progress()
        self._settle()

    def ask(self, question: Explain, answered: OnAnswer) -> None:
        """Have the model explain itself, besides what it runs; a lane that has failed answers at once that it has."""
        self._questions.add(question, answered)
        if self._failed:
            self._questions.fail_all(*self._refusal)
        self._send_questions()

    def forget_questions(self, up_to: int) -> None:
        """Forget every question with an id of at most ``up_to``."""
        self._questions.forget(up_to)
        if self.process is not None:
            self.process.send(CancelExplain(up_to))

    def restart(self) -> None:
        """End the process, and start another with all that was not answered."""
        self._backlog.take_back()
        self._questions.fail_sent("The lane was restarted.", "Ask again.")
        self._deaths = 0
        self._end()
        self._voice.say(LaneState.RESTARTING)
        self._begin()

    def close(self) -> None:
        """End the process."""
        self._backlog.clear()
        self._questions.fail_all("The lane was closed.", "")
        self._end()
        self._voice.say(LaneState.CLOSED)

    def granted(self) -> None:
        """The device is this lane's."""
        self._heard_s = self._clock()
        self._voice.say(LaneState.IDLE if self._backlog.empty else LaneState.RUNNING)

    @property
    def deadline_s(self) -> float | None:
        """When the process counts as hung, by the clock, unless it is heard of before; None while it may be silent."""
        if self.process is None:
            return None
        if self._facts is None:
            return self._heard_s + self._limits.load_timeout_s
        if self._lease.holds(self.process):
            return self._heard_s + self._limits.sample_timeout_s
        if self._backlog.under_way and not self._lease.waits(self.process):
            return self._heard_s + self._limits.sample_timeout_s
        return None

    def check(self) -> None:
        """End the process if it is hung."""
        deadline_s = self.deadline_s
        if self.process is not None and deadline_s is not None and self._clock() >= deadline_s:
            limit = self._limits.load_timeout_s if self._facts is None else self._limits.sample_timeout_s
            self._heard_s = self._clock()
            self.process.kill(hung(limit))

    def heard(self, message: FromWorker) -> None:
        """The process said something."""
        self._heard_s = self._clock()
        match message:
            case Loading(what, fraction):
                self._voice.say(LaneState.LOADING, what, fraction)
            case Ready(facts):
                self._on_ready(facts)
            case Refused(error, hint):
                self._give_up(error, hint)
            case Want() | Release():
                self._on_turn(message)
            case Started(request_ids):
                self._backlog.start(request_ids)
            case Partial(request_id, sample, text):
                self._emit(PartialArrived(self.spec.name, sample, request_id, text))
            case Result() | Failure():
                self._on_answer(message)
            case Explained() | NotExplained():
                self._questions.answer(message)
            case Log(level, text):
                self._emit(LogLine(self.spec.name, level, text))

    def died(self, outcome: Outcome) -> None:
        """The process ended without being asked."""
        self.process, self._facts = None, None
        self._voice.log_death(outcome)
        self._questions.fail_sent(outcome.message, outcome.advice)
        self._deaths += 1
        culprit = self._backlog.after_death()
        if culprit is not None:
            self._voice.fail(culprit, outcome.message, outcome.advice)
            self._tell_progress()
        if self._deaths >= self._limits.deaths_in_a_row:
            self._give_up(f"{outcome.message} It happened {self._deaths} times in a row.", outcome.advice)
        else:
            self._voice.say(LaneState.RESTARTING, outcome.message)
            self._begin()

    @property
    def _failed(self) -> bool:
        return self._voice.state is LaneState.FAILED

    def _begin(self) -> None:
        self._facts = None
        self._heard_s = self._clock()
        self.process = self._launch(self.spec)

    def _end(self) -> None:
        process, self.process = self.process, None
        if process is not None:
            process.stop()

    def _on_ready(self, facts: ModelFacts) -> None:
        self._facts = facts
        self._emit(LaneReady(self.spec.name, facts))
        self._settle()
        self._feed()
        self._send_questions()

    def _on_turn(self, message: Want | Release) -> None:
        if self.process is None:
            return
        if isinstance(message, Release):
            self._lease.release(self.process)
            return
        self._lease.want(self._facts.device if self._facts else self.spec.device, self.process)
        if self._lease.waits(self.process) and not self._backlog.empty:
            self._voice.say(LaneState.WAITING)

    def _on_answer(self, answer: Result | Failure) -> None:
        failed = isinstance(answer, Failure)
        if self._backlog.finish(answer.request_id, failed) is None:
            return
        self._deaths = 0
        if isinstance(answer, Failure):
            self._emit(SampleFailed(self.spec.name, answer))
        else:
            self._emit(ResultArrived(self.spec.name, answer))
            self._voice.tell_cost(answer.cost)
        self._tell_progress()
        self._feed()
        if self._backlog.empty:
            self._settle()

    def _feed(self) -> None:
        if self.process is None or self._facts is None:
            return
        for request in self._backlog.send_next(self._window):
            self.process.send(request)

    def _send_questions(self) -> None:
        if self.process is None or self._facts is None:
            return
        for question in self._questions.to_send():
            self.process.send(question)

    def _settle(self) -> None:
        """Say what the lane does now, unless it is still loading."""
        if self._facts is not None:
            self._voice.say(LaneState.IDLE if self._backlog.empty else LaneState.RUNNING)

    def _give_up(self, error: str, hint: str) -> None:
        self._refusal = (error, hint)
        self._end()
        self._voice.say(LaneState.FAILED, f"{error} {hint}".strip())
        self._questions.fail_all(error, hint)
        self._fail_rest()

    def _fail_rest(self) -> None:
        for request in self._backlog.fail_all():
            self._voice.fail(request, *self._refusal)
        self._tell_progress()

    def _tell_progress(self) -> None:
        backlog = self._backlog
        self._voice.tell_progress(backlog.done, backlog.failed, backlog.total)


def _ahead(task: str) -> int:
    """As ``_AHEAD`` says; nothing for a task that is not known, which the worker refuses."""
    known = TASKS.all().get(task)
    return 0 if known is None else _AHEAD[known.kind]
