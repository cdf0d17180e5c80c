"""A lane: what it is doing, what becomes of its requests, and what to do when its process dies.

A lane lives on the engine's one thread and never waits; its processes do the waiting.
"""

import time
from collections.abc import Callable, Sequence

from granview.core.events import LaneReady, LaneState, LogLine, PartialArrived
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
    ToWorker,
    Want,
)
from granview.engine.lease import DeviceLease
from granview.engine.limits import Limits
from granview.engine.outcome import Outcome, hung, stuck, too_long
from granview.engine.patience import Patience
from granview.engine.process import LaneProcess
from granview.engine.questions import OnAnswer, Questions
from granview.engine.turns import Clock, Turns
from granview.engine.voice import Emit, Voice
from granview.engine.work import Work, window_of

Launch = Callable[[LaneSpec], LaneProcess]


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
        self._turns = Turns(lease, limits, clock)
        self._patience = Patience(limits, clock)
        self._emit = emit
        self._voice = Voice(spec.name, emit)
        self._limits = limits
        self._work = Work(self._voice)
        self._questions = Questions()
        self._facts: ModelFacts | None = None
        self._refusal = ("", "")
        self._window = window_of(spec)

    def open(self) -> None:
        """Start the process."""
        self._voice.say(LaneState.STARTING)
        self._begin()

    def submit(self, requests: Sequence[Request]) -> None:
        """Take requests; a lane that has failed answers at once that it has."""
        was_idle = self._work.empty
        self._work.add(requests)
        if self._failed:
            self._work.refuse_all(*self._refusal)
            return
        if was_idle:
            self._settle()
        self._work.tell()
        self._feed()

    def cancel(self, up_to: int) -> None:
        """Forget every request with an id of at most ``up_to``, which is all that there is.

        Other lanes go on at once; a process that has not ended its pass a while later is ended.
        """
        if self._work.empty:
            return
        self._work.clear()
        if self.process is not None:
            self.process.send(Cancel(up_to))
            self._turns.cancel(self.process)
        self._work.tell()
        self._settle()

    def ask(self, question: Explain, answered: OnAnswer) -> None:
        """Have the model explain itself, besides what it runs; a lane that has failed answers at once that it has."""
        self._questions.add(question, answered)
        if self._failed:
            self._questions.fail_all(*self._refusal)
        self._feed()

    def forget_questions(self, up_to: int) -> None:
        """Forget every question with an id of at most ``up_to``."""
        self._questions.forget(up_to)
        if self.process is not None:
            self.process.send(CancelExplain(up_to))

    def restart(self) -> None:
        """End the process, and start another with all that was not answered."""
        self._patience.deaths = 0
        process = self._let_go()
        if process is not None:
            process.stop()
        self._voice.say(LaneState.RESTARTING)
        self._begin()

    def close(self) -> None:
        """End the process."""
        self._work.clear()
        self._questions.fail_all("The lane was closed.", "")
        self._end()
        self._voice.say(LaneState.CLOSED)

    def granted(self) -> None:
        """The device is this lane's."""
        self._patience.hear()
        if self.process is not None:
            self._turns.begin(self.process)
        self._voice.say(LaneState.IDLE if self._work.empty else LaneState.RUNNING)

    @property
    def deadline_s(self) -> float | None:
        """When ``check`` has something to do, by the clock, unless the process is heard of before; None for never."""
        if self.process is None:
            return None
        known = (self._hung_s(), self._turns.too_long_s(self.process), self._turns.given_up_s(self.process))
        return min((at_s for at_s in known if at_s is not None), default=None)

    def check(self) -> None:
        """End a process that is hung or does not end what was cancelled; let others go on beside a pass too long."""
        is_due = self._patience.is_due
        if self.process is None:
            return
        if is_due(self._turns.given_up_s(self.process)):
            self._replace_stuck()
        elif is_due(self._hung_s()):
            silence_s = self._patience.silence_s(self._facts is None, self._turns.usual_s)
            self._patience.hear()
            self.process.kill(hung(silence_s))
        elif is_due(self._turns.too_long_s(self.process)):
            self._pass_on(self.process)

    def heard(self, message: FromWorker) -> None:
        """The process said something."""
        self._patience.hear()
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
                self._work.start(request_ids)
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
        self._patience.deaths += 1
        self._work.blame(outcome)
        if self._patience.lost:
            self._give_up(f"{outcome.message} It happened {self._patience.deaths} times in a row.", outcome.advice)
        else:
            self._voice.say(LaneState.RESTARTING, outcome.message)
            self._begin()

    @property
    def _failed(self) -> bool:
        return self._voice.state is LaneState.FAILED

    def _begin(self) -> None:
        self._facts = None
        self._patience.hear()
        self._turns.begin_anew()
        self.process = self._launch(self.spec)

    def _let_go(self) -> LaneProcess | None:
        """Leave the process behind, which may not be the last: all that it had waits for another."""
        self._work.take_back()
        self._questions.fail_sent("The lane was restarted.", "Ask again.")
        process, self.process = self.process, None
        return process

    def _end(self) -> None:
        process, self.process = self.process, None
        if process is not None:
            process.stop()

    def _on_ready(self, facts: ModelFacts) -> None:
        self._facts = facts
        self._emit(LaneReady(self.spec.name, facts))
        self._settle()
        self._feed()

    def _on_turn(self, message: Want | Release) -> None:
        process, lease = self.process, self._lease
        if process is None:
            return
        if isinstance(message, Want):
            self._turns.want(self._facts.device if self._facts else self.spec.device, process, message.asking)
            if lease.waits(process) and not self._work.empty:
                self._voice.say(LaneState.WAITING)
            return
        was_late = lease.overstays(process)
        self._turns.end(process)
        if was_late:
            self._settle()

    def _pass_on(self, process: LaneProcess) -> None:
        words = too_long(self._turns.lasted_s, self._turns.usual_s)
        self._turns.pass_on(process)
        self._voice.warn(words)
        self._voice.say(LaneState.RUNNING, words)

    def _replace_stuck(self) -> None:
        """The process still computes what was cancelled: another takes its place, and nobody is to blame."""
        words = stuck(self._limits.cancel_s)
        process = self._let_go()
        if process is not None:
            process.kill()
        self._voice.warn(words)
        self._voice.say(LaneState.RESTARTING, words)
        self._begin()

    def _hung_s(self) -> float | None:
        """When the process counts as hung; None while it may be silent."""
        process, loading = self.process, self._facts is None
        if process is None or (not loading and (self._lease.waits(process) or not self._is_at_work(process))):
            return None
        return self._patience.ends_s(loading, self._turns.usual_s)

    def _is_at_work(self, process: LaneProcess) -> bool:
        """Whether the process has the device, or something to answer."""
        return self._lease.holds(process) or self._lease.overstays(process) or self._work.under_way

    def _on_answer(self, answer: Result | Failure) -> None:
        if not self._work.answer(answer if isinstance(answer, Failure) else self._turns.timed_fairly(answer)):
            return
        self._patience.deaths = 0
        self._feed()
        if self._work.empty:
            self._settle()

    def _feed(self) -> None:
        """Send the process what it shall have now."""
        if self.process is None or self._facts is None:
            return
        letters: list[ToWorker] = [*self._work.send_next(self._window), *self._questions.to_send()]
        for letter in letters:
            self.process.send(letter)

    def _settle(self) -> None:
        """Say what the lane does now, unless it is still loading."""
        if self._facts is not None:
            self._voice.say(LaneState.IDLE if self._work.empty else LaneState.RUNNING)

    def _give_up(self, error: str, hint: str) -> None:
        self._refusal = (error, hint)
        self._end()
        self._voice.say(LaneState.FAILED, f"{error} {hint}".strip())
        self._questions.fail_all(error, hint)
        self._work.refuse_all(error, hint)
