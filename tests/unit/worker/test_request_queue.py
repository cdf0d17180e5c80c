"""What a worker was told."""

import threading

from granview.core.messages import Request
from granview.core.sample import Sample
from granview.worker.request_queue import RequestQueue


def request(number: int) -> Request:
    return Request(number, Sample(f"s{number}", f"/{number}.png"))


def test_requests_are_taken_in_order_and_none_is_no_request() -> None:
    inbox = RequestQueue()
    inbox.put(request(1))
    inbox.put(request(2))
    assert inbox.take() == request(1)
    assert inbox.take(0.0) == request(2)
    assert inbox.take(0.0) is None


def test_cancelled_requests_are_forgotten_and_known_as_such() -> None:
    inbox = RequestQueue()
    for number in (1, 2, 3):
        inbox.put(request(number))
    inbox.cancel(2)
    inbox.cancel(1)
    assert [inbox.cancelled(request(number)) for number in (1, 2, 3)] == [True, True, False]
    assert inbox.take(0.0) == request(3)


def test_a_taker_waits_for_what_comes() -> None:
    inbox = RequestQueue()
    taken: list[Request | None] = []
    taker = threading.Thread(target=lambda: taken.append(inbox.take()))
    taker.start()
    inbox.put(request(7))
    taker.join(10)
    assert taken == [request(7)]
