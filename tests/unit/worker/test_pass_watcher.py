"""Following a pass, over a real pipe."""

from collections.abc import Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import pytest

from granview.core.messages import Advanced, Partial, Request, decode_from_worker
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.worker import pass_watcher
from granview.worker.batch import SampleInfo
from granview.worker.outbox import Outbox
from granview.worker.pass_watcher import PassWatcher
from granview.worker.request_queue import RequestQueue


class Clock:
    """Seconds, moved by hand."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def monotonic(self) -> float:
        return self.now_s


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(pass_watcher, "time", made)
    return made


@pytest.fixture
def inbox() -> RequestQueue:
    return RequestQueue()


@pytest.fixture
def pipe() -> "Iterator[tuple[Connection, Connection]]":
    ours, theirs = Pipe()
    with ours, theirs:
        yield ours, theirs


def items(count: int) -> list[SampleInfo]:
    sample_input = TextInput.of("Go on.")
    samples = [Sample(f"s{number}", "", kind="text", text=sample_input) for number in range(1, count + 1)]
    return [SampleInfo(Request(number, sample), sample, sample_input, 0.0) for number, sample in enumerate(samples, 1)]


def told(ours: Connection) -> list[Advanced | Partial]:
    found = []
    while ours.poll(0):
        message = decode_from_worker(ours.recv_bytes())
        assert isinstance(message, Advanced | Partial)
        found.append(message)
    return found


def test_what_is_written_is_told_at_most_ten_times_a_second_for_each_sample(
    pipe: "tuple[Connection, Connection]", inbox: RequestQueue, clock: Clock
) -> None:
    ours, theirs = pipe
    watcher = PassWatcher(items(2), inbox, Outbox(theirs))
    watcher.written(0, "A")
    clock.now_s += 0.05
    watcher.written(0, "A man")
    watcher.written(1, "The")
    assert told(ours) == [Partial(1, "s1", "A"), Partial(2, "s2", "The")]
    clock.now_s += 0.06
    watcher.written(0, "A man a plan")
    watcher.written(1, "The end")
    assert told(ours) == [Partial(1, "s1", "A man a plan")]


def test_nothing_is_told_of_what_nobody_wants(
    pipe: "tuple[Connection, Connection]", inbox: RequestQueue, clock: Clock
) -> None:
    ours, theirs = pipe
    watcher = PassWatcher(items(2), inbox, Outbox(theirs))
    inbox.cancel(1)
    watcher.written(0, "A")
    watcher.written(1, "The")
    assert told(ours) == [Partial(2, "s2", "The")]


def test_a_pass_ends_when_all_its_samples_are_cancelled(
    pipe: "tuple[Connection, Connection]", inbox: RequestQueue
) -> None:
    watcher = PassWatcher(items(2), inbox, Outbox(pipe[1]))
    assert not watcher.cancelled()
    inbox.cancel(1)
    assert not watcher.cancelled()
    inbox.cancel(2)
    assert watcher.cancelled()


def test_how_far_a_long_pass_is_is_told_ten_times_a_second_and_of_a_short_one_never(
    pipe: "tuple[Connection, Connection]", inbox: RequestQueue, clock: Clock
) -> None:
    ours, theirs = pipe
    watcher = PassWatcher(items(1), inbox, Outbox(theirs))
    clock.now_s += 0.4
    watcher.advanced(1, 2000, "window")
    assert told(ours) == []
    clock.now_s += 0.2
    watcher.advanced(1000, 2000, "window")
    clock.now_s += 0.05
    watcher.advanced(1001, 2000, "window")
    clock.now_s += 0.06
    watcher.advanced(1500, 2000, "window")
    watcher.advanced(1, 1, "window")
    assert told(ours) == [Advanced("window 1,000 of 2,000", 0.5), Advanced("window 1,500 of 2,000", 0.75)]
