"""A lane's decisions: what it says, when it loses patience, whom it blames. Its process is played by the test."""

from pathlib import Path

import pytest

from granview.core.events import Event, LaneChanged, LaneProgress, LaneState, SampleFailed
from granview.core.lane import LaneSpec
from granview.core.messages import (
    Cancel,
    Failure,
    Loading,
    Ready,
    Refused,
    Release,
    Request,
    Started,
    ToWorker,
    Want,
)
from granview.core.sample import Sample
from granview.engine.lane import Lane
from granview.engine.lease import DeviceLease
from granview.engine.limits import Limits
from granview.engine.outcome import Outcome
from tests.helpers.checkerboard import FACTS

LIMITS = Limits(sample_timeout_s=10, load_timeout_s=100)


class Played:
    """A process that does what the test says."""

    def __init__(self, spec: LaneSpec) -> None:
        self.spec = spec
        self.letters: list[ToWorker] = []
        self.stopped = False
        self.verdict: Outcome | None = None

    def send(self, message: ToWorker) -> None:
        self.letters.append(message)

    def stop(self) -> None:
        self.stopped = True

    def kill(self, verdict: Outcome | None = None) -> None:
        self.verdict = verdict


class Stage:
    """A lane, a clock, and all that was launched and said."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.events: list[Event] = []
        self.launched: list[Played] = []
        self.granted: list[Played] = []
        self.lease: DeviceLease[Played] = DeviceLease(self.granted.append)
        spec = LaneSpec("one", "any", batch_size=1)
        self.lane = Lane(spec, self.launch, self.lease, self.events.append, LIMITS, lambda: self.now_s)  # type: ignore[arg-type]
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

    def failures(self) -> list[Failure]:
        return [event.failure for event in self.events if isinstance(event, SampleFailed)]

    def requests(self) -> list[int]:
        return [letter.id for letter in self.process.letters if isinstance(letter, Request)]


def requests(*ids: int) -> list[Request]:
    return [Request(i, Sample(f"s{i}", str(Path("/") / f"{i}.png"))) for i in ids]


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
    ready.lane.cancel(9)
    assert ready.state is LaneState.IDLE
    assert Cancel(9) in ready.process.letters
    assert ready.lane.deadline_s == 10
    ready.now_s = 9.9
    ready.lane.check()
    assert ready.process.verdict is None
    ready.now_s = 10
    ready.lane.check()
    assert ready.process.verdict is not None
    assert "10 s" in ready.process.verdict.message


def test_cancelling_an_idle_lane_says_nothing(ready: Stage) -> None:
    before = len(ready.events)
    ready.lane.cancel(9)
    assert len(ready.events) == before
    assert ready.process.letters == []


def test_after_a_death_another_process_gets_what_was_not_at_fault(ready: Stage) -> None:
    ready.lane.submit(requests(1, 2))
    ready.lane.heard(Started((1,)))
    ready.lane.died(Outcome(-9))
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
