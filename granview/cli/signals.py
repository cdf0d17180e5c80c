"""Signals that ask the program to end: the first ends it in order, a second one at once."""

import contextlib
import os
import signal
import threading
from collections.abc import Iterator
from types import FrameType
from typing import Final

from granview.core.ending import ended_by, ending_signals, exit_code_of

_ERRORS: Final = 2


class Interrupted(KeyboardInterrupt):
    """A signal asked the program to end.

    Attributes:
        words: That it did, as the beginning of a sentence.
        exit_code: What the program ends with, as shells have it: 128 and the signal's number.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.words = ended_by(number)
        self.exit_code = exit_code_of(number)


@contextlib.contextmanager
def ending_in_order() -> Iterator[None]:
    """Within this, the first signal raises ``Interrupted`` on the main thread; the second ends the process at once.

    Nothing is lost by that: sessions are on the disk as far as results have arrived, and lanes end with the program. A
    signal that whoever started the program has switched off, as ``nohup`` does, stays off.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in ending_signals()}
    for number in before:
        signal.signal(number, _first)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _first(number: int, _: FrameType | None) -> None:
    for other in ending_signals():
        signal.signal(other, _second)
    raise Interrupted(number)


def _second(number: int, _: FrameType | None) -> None:
    with contextlib.suppress(OSError):
        os.write(_ERRORS, b"granview: Ended at once.\n")
    os._exit(exit_code_of(number))
