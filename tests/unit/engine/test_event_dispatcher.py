"""Events are grouped, committed, told."""

import logging
import threading
import time
from collections.abc import Sequence

import pytest

from granview.core.errors import SessionError
from granview.core.events import Event, LaneChanged, LaneProgress, LaneState, LogLine, ResultArrived, SampleFailed
from granview.core.measurements import Timing
from granview.core.messages import Failure, Result
from granview.core.prediction import pack_prediction
from granview.core.predictions.label_map import LabelMap, PackedLabelMap
from granview.core.sample import Sample
from granview.engine.event_dispatcher import EventDispatcher, latest_only
from tests.helpers.label_maps import label_map
from tests.helpers.odd import Panic

SAMPLE = Sample("a", "/a.png")


def progress(done: int, lane: str = "one") -> LaneProgress:
    return LaneProgress(lane, done, 0, 9)


def result() -> ResultArrived:
    return ResultArrived("one", Result(1, SAMPLE, prediction(), Timing()))


def prediction() -> PackedLabelMap:
    return pack_prediction(LabelMap(label_map("01 10")))


class Ears:
    """Remembers groups, and lets a test wait for them."""

    def __init__(self) -> None:
        self.groups: list[Sequence[Event]] = []
        self._heard = threading.Condition()

    def __call__(self, events: Sequence[Event]) -> None:
        with self._heard:
            self.groups.append(events)
            self._heard.notify_all()

    def wait_for_groups(self, count: int) -> None:
        with self._heard:
            assert self._heard.wait_for(lambda: len(self.groups) >= count, 10)


class Order:
    """A recorder that notes what was told before it committed."""

    def __init__(self, ears: Ears, error: BaseException | None = None) -> None:
        self.committed: list[Sequence[Event]] = []
        self._ears = ears
        self._error = error

    def record(self, events: Sequence[Event]) -> None:
        assert len(self._ears.groups) == len(self.committed)
        if self._error:
            raise self._error
        self.committed.append(list(events))


def test_only_the_newest_of_a_kind_and_lane_is_told_and_every_answer() -> None:
    failed = SampleFailed("one", Failure(1, SAMPLE, "no"))
    events = [progress(1), failed, progress(1, "two"), LaneChanged("one", LaneState.IDLE), failed, progress(2)]
    assert latest_only(events) == [failed, progress(1, "two"), LaneChanged("one", LaneState.IDLE), failed, progress(2)]


def test_a_group_is_committed_before_it_is_told_and_the_rest_at_the_end() -> None:
    ears = Ears()
    recorder = Order(ears)
    dispatcher = EventDispatcher(ears, recorder, group_s=0.01)
    dispatcher.tell(result())
    ears.wait_for_groups(1)
    for done in range(5):
        dispatcher.tell(progress(done))
    dispatcher.close(10)
    assert recorder.committed == ears.groups
    assert ears.groups[0] == [result()]
    assert ears.groups[-1][-1] == progress(4)


def test_a_quiet_dispatcher_tells_at_once_and_a_busy_one_in_groups() -> None:
    ears = Ears()
    dispatcher = EventDispatcher(ears, None, group_s=0.2)
    began = time.perf_counter()
    dispatcher.tell(progress(0))
    ears.wait_for_groups(1)
    assert time.perf_counter() - began < 0.1
    for _ in range(100):
        dispatcher.tell(result())
    ears.wait_for_groups(2)
    assert time.perf_counter() - began >= 0.2
    dispatcher.close(10)
    assert len(ears.groups[1]) == 100


@pytest.mark.parametrize(
    "error",
    [SessionError("The disk is full.", "Make room."), ValueError("The disk is full."), Panic("The disk is full.")],
)
def test_results_that_are_not_kept_are_told_as_failures(error: BaseException, caplog: pytest.LogCaptureFixture) -> None:
    ears = Ears()
    dispatcher = EventDispatcher(ears, Order(ears, error), group_s=0.0)
    dispatcher.tell(result())
    dispatcher.close(10)
    events = [event for group in ears.groups for event in group]
    line, failed = events
    assert isinstance(line, LogLine)
    assert isinstance(failed, SampleFailed)
    assert failed.failure.request_id == 1
    assert "The disk is full." in failed.failure.error


@pytest.mark.parametrize(
    "error", [RuntimeError("broken listener"), Panic("broken listener"), SystemExit("broken listener")]
)
def test_a_listener_that_fails_is_logged_and_told_the_next(
    error: BaseException, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[Event] = []
    ears = Ears()

    def listener(events: Sequence[Event]) -> None:
        ears(events)
        if not told:
            told.extend(events)
            raise error
        told.extend(events)

    dispatcher = EventDispatcher(listener, None, group_s=0.0)
    dispatcher.tell(progress(1))
    ears.wait_for_groups(1)
    dispatcher.tell(progress(2))
    dispatcher.close(10)
    assert told == [progress(1), progress(2)]
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "broken listener" in caplog.text
