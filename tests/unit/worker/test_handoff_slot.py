"""Handing over, one ahead."""

import queue
import threading

from granview.worker.handoff_slot import HandoffSlot


def test_the_maker_goes_on_only_when_the_taker_has_taken() -> None:
    hand_over: HandoffSlot[int] = HandoffSlot()
    made: queue.SimpleQueue[int] = queue.SimpleQueue()

    def make() -> None:
        for number in range(3):
            made.put(number)
            hand_over.put(number)

    maker = threading.Thread(target=make)
    maker.start()
    for number in range(3):
        assert made.get(timeout=10) == number
        assert made.empty()
        assert hand_over.take() == number
    maker.join(10)
    assert not maker.is_alive()
