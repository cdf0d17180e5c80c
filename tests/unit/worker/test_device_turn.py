"""A worker's threads have the device one at a time, in the order in which they came."""

import multiprocessing
import threading

from granview.core.messages import Release, Want, decode_from_worker
from granview.worker.device_turn import DeviceTurn
from granview.worker.outbox import Outbox


def test_a_second_thread_waits_for_the_first_and_comes_before_it_again() -> None:
    heard, far = multiprocessing.Pipe(duplex=False)
    turn = DeviceTurn(Outbox(far))
    order: list[str] = []
    numbers: list[int] = []
    inside, go_on = threading.Event(), threading.Event()

    def batches() -> None:
        with turn as number:
            order.append("batch")
            numbers.append(number)
            inside.set()
            go_on.wait(10)
        with turn as number:
            order.append("batch")
            numbers.append(number)

    def question() -> None:
        with turn.for_explanations:
            order.append("question")

    first = threading.Thread(target=batches)
    first.start()
    turn.granted()
    assert inside.wait(10)
    second = threading.Thread(target=question)
    second.start()
    while len(turn._line) < 2:
        pass
    go_on.set()
    turn.granted()
    turn.granted()
    first.join(10)
    second.join(10)
    assert order == ["batch", "question", "batch"]
    said = [decode_from_worker(heard.recv_bytes()) for _ in range(6)]
    assert said == [Want(), Release(), Want(for_explanation=True), Release(), Want(), Release()]
    assert numbers == [1, 3]
