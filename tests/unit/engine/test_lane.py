"""A lane's decisions: what it says, when it loses patience, whom it blames. Its process is played by the test."""

from pathlib import Path

import msgspec
import numpy as np
import pytest

from granview.core.events import Event, LaneChanged, LaneProgress, LaneState, LogLine, ResultArrived, SampleFailed
from granview.core.lane import LaneSpec
from granview.core.measurements import Timing
from granview.core.messages import (
    Advanced,
    Cancel,
    Explain,
    Failure,
    Loading,
    Ready,
    Refused,
    Release,
    Request,
    Result,
    Started,
    ToWorker,
    Want,
)
from granview.core.prediction import pack_prediction
from granview.core.predictions.label_map import LabelMap
from granview.core.sample import Sample
from granview.engine.device_lease import DeviceLease
from granview.engine.lane import Lane
from granview.engine.limits import Limits
from granview.engine.process_outcome import ProcessOutcome
from tests.helpers.checkerboard import FACTS

LIMITS = Limits(sample_timeout_s=10, load_timeout_s=100)


class Played:
    """A process that does what the test says."""

    def __init__(self, spec: LaneSpec) -> None:
        self.spec = spec
        self.letters: list[ToWorker] = []
        self.stopped = self.killed = False
        self.verdict: ProcessOutcome | None = None

    def send(self, message: ToWorker) -> None:
        self.letters.append(message)

    def stop(self) -> None:
        self.stopped = True

    def kill(self, verdict: ProcessOutcome | None = None) -> None:
        self.killed, self.verdict = True, verdict


class Stage:
    """A lane, a clock, and all that was launched and said."""

    def __init__(self, limits: Limits = LIMITS, model: str = "any") -> None:
        self.now_s = 0.0
        self.events: list[Event] = []
        self.launched: list[Played] = []
        self.granted: list[Played] = []
        self.lease: DeviceLease[Played] = DeviceLease(self.granted.append)
        spec = LaneSpec("one", model, batch_size=1)
        self.lane = Lane(spec, self.launch, self.lease, self.events.append, limits, lambda: self.now_s)  # type: ignore[arg-type]
        self.lane.open()

    def launch(self, spec: LaneSpec) -> Played:
        self.launched.append(Played(spec))
        return self.launched[-1]

    @property
    def process(self) -> Played:
        return self.launched[-1]

    @property
    def state(self) -> LaneState:
        return [event.state for event in self.events if isinstance(event, LaneChanged)][-1]

    def turn(self, given: list[Request]) -> None:
        """The process begins a turn on the device with these."""
        self.lane.submit(given)
        self.lane.heard(Want())
        self.lane.granted()

    def failures(self) -> list[Failure]:
        return [event.failure for event in self.events if isinstance(event, SampleFailed)]

    def requests(self) -> list[int]:
        return [letter.id for letter in self.process.letters if isinstance(letter, Request)]


def requests(*ids: int) -> list[Request]:
    return [Request(i, Sample(f"s{i}", str(Path("/") / f"{i}.png"))) for i in ids]


def result(request_id: int, turn: int) -> Result:
    timing = Timing(preprocess_ms=1, forward_ms=2000, postprocess_ms=3)
    prediction = pack_prediction(LabelMap(np.zeros((2, 2), np.uint8)))
    return Result(request_id, requests(request_id)[0].sample, prediction, timing, turn=turn)


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def ready(stage: Stage) -> Stage:
    stage.lane.heard(Ready(FACTS))
    return stage


def test_requests_wait_until_the_model_is_there(stage: Stage) -> None:
    stage.lane.submit(requests(1, 2))
    stage.lane.heard(Loading("weights", 0.5))
    assert stage.requests() == []
    assert LaneChanged("one", LaneState.LOADING, "weights", 0.5) in stage.events
    stage.lane.heard(Ready(FACTS))
    assert stage.requests() == [1, 2]
    assert stage.state is LaneState.RUNNING


def test_no_more_than_five_batches_are_ahead(ready: Stage) -> None:
    ready.lane.submit(requests(*range(1, 20)))
    assert ready.requests() == [1, 2, 3, 4, 5]
    ready.lane.heard(Failure(1, requests(1)[0].sample, "no"))
    assert ready.requests() == [1, 2, 3, 4, 5, 6]


def test_who_queues_for_the_device_waits(ready: Stage) -> None:
    other = Played(LaneSpec("other", "any"))
    ready.lease.want("cpu", other)
    ready.lane.submit(requests(1))
    ready.lane.heard(Want())
    assert ready.state is LaneState.WAITING
    ready.lease.release(other)
    ready.lane.granted()
    assert ready.state is LaneState.RUNNING
    ready.lane.heard(Release())
    assert not ready.lease.holds(ready.process)


def test_patience_is_long_while_loading_and_endless_while_idle_or_queueing(stage: Stage) -> None:
    assert stage.lane.deadline_s == 100
    stage.now_s = 50
    stage.lane.heard(Ready(FACTS))
    assert stage.lane.deadline_s is None
    stage.lane.submit(requests(1))
    assert stage.lane.deadline_s == 60
    other = Played(LaneSpec("other", "any"))
    stage.lease.want("cpu", other)
    stage.lane.heard(Want())
    assert stage.lane.deadline_s is None


def test_a_cancelled_pass_that_never_ends_still_loses_the_device(ready: Stage) -> None:
    ready.lane.submit(requests(1))
    ready.lane.heard(Want())
    other = Played(LaneSpec("other", "any"))
    ready.lease.want("cpu", other)
    ready.lane.cancel(9)
    assert ready.state is LaneState.IDLE
    assert Cancel(9) in ready.process.letters
    assert ready.granted == [ready.process, other], "the other goes on at once"
    assert ready.lane.deadline_s == 3
    ready.lane.submit(requests(10))
    ready.now_s = 2.9
    ready.lane.check()
    assert not ready.process.killed
    ready.now_s = 3
    ready.lane.check()
    stuck, new = ready.launched
    assert stuck.killed
    assert ready.state is LaneState.RESTARTING
    assert any("did not end within 3 s" in event.text for event in ready.events if isinstance(event, LogLine))
    ready.lane.heard(Ready(FACTS))
    assert [letter.id for letter in new.letters if isinstance(letter, Request)] == [10]
    assert ready.failures() == []


def test_a_cancelled_pass_that_ends_in_time_costs_no_process(ready: Stage) -> None:
    ready.turn(requests(1))
    ready.lane.cancel(9)
    ready.lane.heard(Release())
    assert ready.lane.deadline_s is None
    assert len(ready.launched) == 1


def test_others_wait_for_a_first_pass_half_a_minute_and_later_ten_times_the_usual() -> None:
    stage = Stage(Limits(sample_timeout_s=1000))
    stage.lane.heard(Ready(FACTS))
    stage.turn(requests(1))
    assert stage.lane.deadline_s == 30
    stage.now_s = 0.8
    stage.lane.heard(Release())
    stage.turn(requests(2))
    assert stage.lane.deadline_s == pytest.approx(0.8 + 8)
    stage.now_s = 8.8
    other = Played(LaneSpec("other", "any"))
    stage.lease.want("cpu", other)
    stage.lane.check()
    assert other in stage.granted
    assert not stage.lease.is_alone(other)
    said = next(event for event in reversed(stage.events) if isinstance(event, LaneChanged))
    assert said.state is LaneState.RUNNING
    assert "lasted 8 s (usually 0.8 s)" in said.text
    assert any(event.text == said.text for event in stage.events if isinstance(event, LogLine))
    stage.lane.heard(Release())
    assert stage.lease.is_alone(other)


def test_what_a_late_pass_answers_is_kept_without_its_times_and_later_ones_have_theirs() -> None:
    stage = Stage(Limits(sample_timeout_s=1000))
    stage.lane.heard(Ready(FACTS))
    stage.turn(requests(1))
    stage.now_s = 31
    stage.lane.check()
    other = Played(LaneSpec("other", "any"))
    stage.lease.want("cpu", other)
    stage.lease.release(other)
    stage.lane.heard(Release())
    stage.lane.heard(result(1, turn=1))
    stage.turn(requests(2))
    stage.lane.heard(Release())
    stage.lane.heard(result(2, turn=2))
    late, fair = (event.result for event in stage.events if isinstance(event, ResultArrived))
    assert (late.timing.forward_ms, late.timing.postprocess_ms, late.timing.preprocess_ms) == (None, None, 1)
    assert "(2,000 ms) is not counted" in late.notices[-1]
    assert fair == result(2, turn=2)


def test_a_late_pass_keeps_its_times_where_nobody_else_ran() -> None:
    stage = Stage(Limits(sample_timeout_s=1000))
    stage.lane.heard(Ready(FACTS))
    stage.turn(requests(1))
    stage.now_s = 31
    stage.lane.check()
    stage.lane.heard(Release())
    stage.lane.heard(result(1, turn=1))
    (alone,) = (event.result for event in stage.events if isinstance(event, ResultArrived))
    assert alone == result(1, turn=1)


def test_a_pass_that_says_how_far_it_is_is_waited_for_and_told() -> None:
    stage = Stage(Limits(sample_timeout_s=1000))
    stage.lane.heard(Ready(FACTS))
    stage.turn(requests(1, 2))
    stage.now_s = 29
    stage.lane.heard(Advanced("window 3 of 12", 0.25))
    assert stage.events[-1] == LaneChanged("one", LaneState.RUNNING, "window 3 of 12", 0.25)
    assert stage.lane.deadline_s == 29 + 30
    stage.lane.heard(Release())
    assert stage.events[-1] == LaneChanged("one", LaneState.RUNNING)


def test_how_far_a_cancelled_pass_is_interests_nobody(ready: Stage) -> None:
    ready.lane.submit(requests(1))
    ready.lane.heard(Want())
    ready.lane.granted()
    ready.lane.cancel(9)
    ready.lane.heard(Advanced("window 3 of 12", 0.25))
    assert ready.state is LaneState.IDLE


def test_who_gets_the_device_beside_a_late_pass_has_no_fair_times_either(ready: Stage) -> None:
    other = Played(LaneSpec("other", "any"))
    ready.lease.want("cpu", other)
    ready.lane.submit(requests(1))
    ready.lane.heard(Want())
    ready.lease.take(other)
    ready.lane.granted()
    ready.lane.heard(result(1, turn=1))
    (arrived,) = (event.result for event in ready.events if isinstance(event, ResultArrived))
    assert arrived.timing.forward_ms is None


def test_a_question_under_way_is_not_ended_by_a_cancelled_run(ready: Stage) -> None:
    ready.lane.submit(requests(1))
    ready.lane.heard(Want(for_explanation=True))
    ready.lane.granted()
    ready.lane.cancel(9)
    assert ready.lease.holds(ready.process)


def test_patience_shrinks_with_each_hang_in_a_row() -> None:
    limits = Limits(sample_timeout_s=600)
    assert [limits.silence_s(deaths, None) for deaths in range(4)] == [600, 150, 37.5, 30]
    assert limits.silence_s(1, 100) == 300, "a slow model has time for three passes"
    assert limits.silence_s(2, 500) == 600, "and never more than it was given"
    assert Limits(sample_timeout_s=1).silence_s(2, None) == 1


def test_cancelling_an_idle_lane_says_nothing(ready: Stage) -> None:
    before = len(ready.events)
    ready.lane.cancel(9)
    assert len(ready.events) == before
    assert ready.process.letters == []


def test_after_a_death_another_process_gets_what_was_not_at_fault(ready: Stage) -> None:
    ready.lane.submit(requests(1, 2))
    ready.lane.heard(Started((1,)))
    ready.lane.died(ProcessOutcome(-9))
    assert [failure.request_id for failure in ready.failures()] == [1]
    assert len(ready.launched) == 2
    assert ready.state is LaneState.RESTARTING
    ready.lane.heard(Ready(FACTS))
    assert ready.requests() == [2]


def test_a_refused_model_is_not_tried_again(stage: Stage) -> None:
    stage.lane.submit(requests(1))
    stage.lane.heard(Refused("No such model.", "Take another."))
    assert stage.state is LaneState.FAILED
    assert stage.launched[0].stopped
    assert len(stage.launched) == 1
    assert [failure.error for failure in stage.failures()] == ["No such model."]
    assert stage.events[-1] == LaneProgress("one", 1, 1, 1)


def test_closing_stops_the_process_and_fails_nothing(ready: Stage) -> None:
    ready.lane.submit(requests(1))
    ready.lane.close()
    assert ready.process.stopped
    assert ready.state is LaneState.CLOSED
    assert ready.failures() == []


def test_a_lane_that_starts_again_loads_the_commit_that_it_had() -> None:
    stage = Stage(model="hf:org/name")
    stage.lane.heard(Ready(msgspec.structs.replace(FACTS, revision="c0ffee")))
    stage.lane.died(ProcessOutcome(-9))
    assert [process.spec.model for process in stage.launched] == ["hf:org/name", "hf:org/name@c0ffee"]


def test_an_idle_lane_is_unloaded_and_loads_again_when_it_is_asked(ready: Stage) -> None:
    first = ready.process
    ready.lane.unload()
    assert ready.state is LaneState.UNLOADED
    assert first.stopped
    assert ready.lane.process is None
    ready.lane.submit(requests(1))
    assert ready.process is not first
    assert ready.state is LaneState.STARTING
    ready.lane.heard(Ready(FACTS))
    assert ready.requests() == [1]


def test_a_question_loads_it_again_too(ready: Stage) -> None:
    ready.lane.unload()
    ready.lane.ask(Explain(1, requests(1)[0].sample), lambda reply: None)
    assert len(ready.launched) == 2
    ready.lane.heard(Ready(FACTS))
    assert [type(letter) for letter in ready.process.letters] == [Explain]


def test_a_lane_that_is_at_work_or_loading_is_not_unloaded(stage: Stage) -> None:
    stage.lane.unload()
    assert stage.state is LaneState.STARTING
    stage.lane.heard(Ready(FACTS))
    stage.lane.submit(requests(1))
    stage.lane.unload()
    assert stage.state is LaneState.RUNNING
    assert not stage.process.stopped
    assert len(stage.launched) == 1
