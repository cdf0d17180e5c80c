"""Texts of similar length share a pass, the oldest request is in the first, and nothing is lost."""

import multiprocessing
from functools import partial
from multiprocessing.connection import Connection

import pytest

from granview.core.messages import Failure, Request, Started, decode_from_worker
from granview.core.params import TextParams
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.worker import length_batcher
from granview.worker.length_batcher import LengthBatcher
from granview.worker.outbox import Outbox
from granview.worker.prefetch_loop import RequestReader
from granview.worker.read_sample import read_sample
from granview.worker.request_queue import RequestQueue
from tests.helpers.words import Words


class Desk:
    """An inbox, an outbox over a real pipe, and what gathers between them."""

    def __init__(self, batch_size: int) -> None:
        self.heard, far = multiprocessing.Pipe(duplex=False)
        self.inbox = RequestQueue()
        self.batcher = LengthBatcher(
            RequestReader(Words(), partial(read_sample, kind="text"), self.inbox, Outbox(far)), batch_size
        )
        self._next_id = 1

    def put(self, *lengths: int, params: RunParams = RunParams(), pair: str | None = None) -> None:  # noqa: B008
        for length in lengths:
            text = TextInput.of("w " * length, pair)
            self.inbox.put(Request(self._next_id, Sample(f"s{self._next_id}", "", kind="text", text=text), params))
            self._next_id += 1

    def next_batch(self) -> list[int]:
        return [len(decoded.sample_input.text.split()) for decoded in self.batcher.next_batch()]


def test_batches_are_those_of_the_sorted_texts_beginning_with_the_oldest() -> None:
    desk = Desk(2)
    desk.put(5, 1, 9, 2, 6, 8)
    assert [desk.next_batch() for _ in range(3)] == [[5, 6], [1, 2], [8, 9]]


def test_a_batch_that_is_not_full_runs_without_waiting_for_ever() -> None:
    desk = Desk(4)
    desk.put(3, 1)
    assert desk.next_batch() == [1, 3]


def test_texts_with_other_parameters_or_another_key_do_not_share_a_batch() -> None:
    desk = Desk(4)
    desk.put(1, 2)
    desk.put(1, params=RunParams(text=TextParams(prefix="x")))
    desk.put(2, pair="second")
    assert [desk.next_batch() for _ in range(3)] == [[1, 2], [1], [2]]


def test_what_is_cancelled_meanwhile_is_dropped() -> None:
    desk = Desk(2)
    desk.put(1, 2, 3, 4)
    assert desk.next_batch() == [1, 2]
    desk.inbox.cancel(4)
    desk.put(7)
    assert desk.next_batch() == [7]


def test_the_engine_hears_which_samples_began_and_only_of_those() -> None:
    desk = Desk(2)
    desk.put(1, 2, 3)
    desk.next_batch()
    assert _next(desk.heard) == Started((1, 2))
    assert not desk.heard.poll()


def test_a_sample_of_another_kind_is_answered_in_words() -> None:
    desk = Desk(1)
    desk.inbox.put(Request(1, Sample("p", "/pictures/p.png")))
    desk.put(1)
    assert desk.next_batch() == [1]
    failure = _next(desk.heard)
    assert isinstance(failure, Failure)
    assert failure.error == "p.png is of kind image, and this model takes texts."


def _next(connection: "Connection[bytes, bytes]") -> object:
    assert connection.poll(10)
    return decode_from_worker(connection.recv_bytes())


def test_long_texts_are_not_read_ahead_and_run_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(length_batcher, "MOST_TOKENS", 10)
    desk = Desk(3)
    desk.put(9, 8, 7)
    assert [desk.next_batch() for _ in range(3)] == [[9], [8], [7]]
