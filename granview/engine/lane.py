"""A lane: what it is doing, what becomes of its requests, and what to do when its process dies.

A lane lives on the engine's one thread and never waits; its processes do the waiting.
"""

import time
from collections.abc import Callable, Sequence

from granview.core.events import LaneReady, LaneState, LogLine, PartialArrived
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.messages import (
    Advanced,
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
from granview.core.pinned_model import pinned
from granview.engine.device_lease import DeviceLease
from granview.engine.device_turns import Clock, DeviceTurns
from granview.engine.explain_requests import ExplainRequests, OnExplainReply
from granview.engine.lane_backlog import LaneBacklog, requests_ahead
from granview.engine.lane_events import Emit, LaneEvents
from granview.engine.lane_process import LaneProcess
from granview.engine.limits import Limits
from granview.engine.process_outcome import ProcessOutcome, hung, stuck, too_long
from granview.engine.watchdog import Watchdog

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
        self._turns = DeviceTurns(lease, limits, clock)
        self._watchdog = Watchdog(limits, clock)
        self._emit = emit
        self._events = LaneEvents(spec.name, emit)
        self._limits = limits
        self._backlog = LaneBacklog(self._events)
        self._explain_requests = ExplainRequests()
        self._facts: ModelFacts | None = None
        self._loaded: ModelFacts | None = None
        self._refusal = ("", "")
        self._window = requests_ahead(spec)

    def open(self) -> None:
        """Start the process."""
        self._events.tell_state(LaneState.STARTING)
        self._begin()

    def submit(self, requests: Sequence[Request]) -> None:
        """Take requests; a lane that has failed answers at once that it has."""
        was_idle = self._backlog.empty
        self._backlog.add(requests)
        if self._failed:
            self._backlog.refuse_all(*self._refusal)
            return
        self._load_again()
        if was_idle:
            self._settle()
        self._backlog.tell()
        self._feed()

    def cancel(self, up_to: int) -> None:
        """Forget every request with an id of at most ``up_to``, which is all that there is.

        Other lanes go on at once; a process that has not ended its pass a while later is ended.
        """
        if self._backlog.empty:
            return
        self._backlog.clear()
        if self.process is not None:
            self.process.send(Cancel(up_to))
            self._turns.cancel(self.process)
        self._backlog.tell()
        self._settle()

    def ask(self, request: Explain, on_reply: OnExplainReply) -> None:
        """Have the model explain itself, besides what it runs; a lane that has failed answers at once that it has."""
        self._explain_requests.add(request, on_reply)
        if self._failed:
            self._explain_requests.fail_all(*self._refusal)
        self._load_again()
        self._feed()

    def cancel_explanations(self, up_to: int) -> None:
        """Forget every question with an id of at most ``up_to``."""
        self._explain_requests.forget(up_to)
        if self.process is not None:
            self.process.send(CancelExplain(up_to))

    def restart(self) -> None:
        """End the process, and start another with all that was not answered."""
        self._watchdog.deaths = 0
        process = self._let_go()
        if process is not None:
            process.stop()
        self._events.tell_state(LaneState.RESTARTING)
        self._begin()

    def unload(self) -> None:
        """End the process of an idle lane; another starts with the next request or question."""
        if self._facts is None or self.process is None or self._is_at_work(self.process) or not self._backlog.empty:
            return
        self._explain_requests.fail_sent("The lane was unloaded.", "Ask again.")
        self._end()
        self._facts = None
        self._events.tell_state(LaneState.UNLOADED)

    def close(self) -> None:
        """End the process."""
        self._backlog.clear()
        self._explain_requests.fail_all("The lane was closed.", "")
        self._end()
        self._events.tell_state(LaneState.CLOSED)

    def granted(self) -> None:
        """The device is this lane's."""
        self._watchdog.hear()
        if self.process is not None:
            self._turns.begin(self.process)
        self._events.tell_state(LaneState.IDLE if self._backlog.empty else LaneState.RUNNING)

    @property
    def deadline_s(self) -> float | None:
        """When ``check`` has something to do, by the clock, unless the process is heard of before; None for never."""
        if self.process is None:
            return None
        known = (self._hung_s(), self._turns.too_long_s(self.process), self._turns.abandoned_s(self.process))
        return min((at_s for at_s in known if at_s is not None), default=None)

    def check(self) -> None:
        """End a process that is hung or does not end what was cancelled; let others go on beside a pass too long."""
        is_due = self._watchdog.is_due
        if self.process is None:
            return
        if is_due(self._turns.abandoned_s(self.process)):
            self._replace_stuck()
        elif is_due(self._hung_s()):
            silence_s = self._watchdog.silence_s(self._facts is None, self._turns.usual_s)
            self._watchdog.hear()
            self.process.kill(hung(silence_s))
        elif is_due(self._turns.too_long_s(self.process)):
            self._pass_on(self.process)

    def heard(self, message: FromWorker) -> None:
        """The process said something."""
        self._watchdog.hear()
        match message:
            case Loading(what, fraction):
                self._events.tell_state(LaneState.LOADING, what, fraction)
            case Ready(facts):
                self._on_ready(facts)
            case Refused(error, hint):
                self._give_up(error, hint)
            case Want() | Advanced() | Release():
                self._on_turn(message)
            case Started(request_ids):
                self._backlog.start(request_ids)
            case Partial(request_id, sample, text):
                self._emit(PartialArrived(self.spec.name, sample, request_id, text))
            case Result() | Failure():
                self._on_reply(message)
            case Explained() | NotExplained():
                self._explain_requests.reply(message)
            case Log(level, text):
                self._emit(LogLine(self.spec.name, level, text))

    def died(self, outcome: ProcessOutcome) -> None:
        """The process ended without being asked."""
        self.process, self._facts = None, None
        self._events.log_death(outcome)
        self._explain_requests.fail_sent(outcome.message, outcome.advice)
        self._watchdog.deaths += 1
        self._backlog.blame(outcome)
        if self._watchdog.lost:
            self._give_up(f"{outcome.message} It happened {self._watchdog.deaths} times in a row.", outcome.advice)
        else:
            self._events.tell_state(LaneState.RESTARTING, outcome.message)
            self._begin()

    def _load_again(self) -> None:
        """Start a process for a lane that was unloaded."""
        if self._events.state is LaneState.UNLOADED:
            self.open()

    @property
    def _failed(self) -> bool:
        return self._events.state is LaneState.FAILED

    def _begin(self) -> None:
        self._facts = None
        self._watchdog.hear()
        self._turns.begin_anew()
        self.process = self._launch(pinned(self.spec, self._loaded))

    def _let_go(self) -> LaneProcess | None:
        """Leave the process behind, which may not be the last: all that it had waits for another."""
        self._backlog.take_back()
        self._explain_requests.fail_sent("The lane was restarted.", "Ask again.")
        process, self.process = self.process, None
        return process

    def _end(self) -> None:
        process, self.process = self.process, None
        if process is not None:
            process.stop()

    def _on_ready(self, facts: ModelFacts) -> None:
        self._facts = self._loaded = facts
        self._emit(LaneReady(self.spec.name, facts))
        self._settle()
        self._feed()

    def _on_turn(self, message: Want | Advanced | Release) -> None:
        """A pass that tells how far it is, is not stuck: others wait for it, so that its time and theirs are fair."""
        process, lease = self.process, self._lease
        if process is None:
            return
        match message:
            case Want(for_explanation):
                self._turns.want(self._facts.device if self._facts else self.spec.device, process, for_explanation)
                if lease.waits(process) and not self._backlog.empty:
                    self._events.tell_state(LaneState.WAITING)
            case Advanced(what, fraction):
                self._turns.advance()
                if not self._backlog.empty:
                    self._events.tell_state(LaneState.RUNNING, what, fraction)
            case Release():
                self._turns.end(process)
                self._settle()

    def _pass_on(self, process: LaneProcess) -> None:
        words = too_long(self._turns.lasted_s, self._turns.usual_s)
        self._turns.pass_on(process)
        self._events.warn(words)
        self._events.tell_state(LaneState.RUNNING, words)

    def _replace_stuck(self) -> None:
        """The process still computes what was cancelled: another takes its place, and nobody is to blame."""
        words = stuck(self._limits.cancel_s)
        process = self._let_go()
        if process is not None:
            process.kill()
        self._events.warn(words)
        self._events.tell_state(LaneState.RESTARTING, words)
        self._begin()

    def _hung_s(self) -> float | None:
        """When the process counts as hung; None while it may be silent."""
        process, loading = self.process, self._facts is None
        if process is None or (not loading and (self._lease.waits(process) or not self._is_at_work(process))):
            return None
        return self._watchdog.ends_s(loading, self._turns.usual_s)

    def _is_at_work(self, process: LaneProcess) -> bool:
        """Whether the process has the device, or something to answer."""
        return self._lease.holds(process) or self._lease.overstays(process) or self._backlog.under_way

    def _on_reply(self, reply: Result | Failure) -> None:
        if not self._backlog.reply(reply if isinstance(reply, Failure) else self._turns.timed_fairly(reply)):
            return
        self._watchdog.deaths = 0
        self._feed()
        if self._backlog.empty:
            self._settle()

    def _feed(self) -> None:
        """Send the process what it shall have now."""
        if self.process is None or self._facts is None:
            return
        messages: list[ToWorker] = [*self._backlog.send_next(self._window), *self._explain_requests.to_send()]
        for message in messages:
            self.process.send(message)

    def _settle(self) -> None:
        """Say what the lane does now, unless it is still loading."""
        if self._facts is not None:
            self._events.tell_state(LaneState.IDLE if self._backlog.empty else LaneState.RUNNING)

    def _give_up(self, error: str, hint: str) -> None:
        self._refusal = (error, hint)
        self._end()
        self._events.tell_state(LaneState.FAILED, f"{error} {hint}".strip())
        self._explain_requests.fail_all(error, hint)
        self._backlog.refuse_all(error, hint)
