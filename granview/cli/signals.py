"""Signals that ask the program to end: the first ends it in order, a second one at once."""

import atexit
import contextlib
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from types import FrameType
from typing import Final

from granview.core.ending_signals import ended_by, ending_signals, exit_code_of

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
def ending_in_order(*, is_program: bool = False) -> Iterator[None]:
    """Within this, the first signal raises ``Interrupted`` on the main thread; the second ends the process at once.

    Nothing is lost by that: sessions are on the disk as far as results have arrived, and lanes end with the program. A
    signal that whoever started the program has switched off, as ``nohup`` does, stays off.

    Args:
        is_program: Whether the process has nothing left to do afterwards but to end. Then the first signal asks for
            nothing that does not happen already, and is passed over; the second still ends the process at once. Else
            signals do afterwards what they did before.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ending = _Ending()
    before = {number: signal.getsignal(number) for number in ending_signals()}
    if is_program:
        atexit.register(_switch_off, list(before))
    for number in before:
        signal.signal(number, ending)
    try:
        yield
    finally:
        ending.has_begun = True
        if not is_program:
            for number, handler in before.items():
                signal.signal(number, handler)


class _Ending:
    """What signals do.

    Attributes:
        has_begun: Whether the work is done, so that there is nothing to interrupt.
    """

    def __init__(self) -> None:
        self.has_begun = False
        self._was_asked = False

    def __call__(self, number: int, _: FrameType | None) -> None:
        if self._was_asked:
            _end_at_once(number)
        self._was_asked = True
        if not self.has_begun:
            raise Interrupted(number)


def _end_at_once(number: int) -> None:
    with contextlib.suppress(OSError):
        os.write(_ERRORS, b"granview: Ended at once.\n")
    os._exit(exit_code_of(number))


def _switch_off(numbers: Iterable[int]) -> None:
    """Let signals do nothing more: Python forgets its handlers before the libraries have put themselves away.

    Registered first, this runs when all else that was to be done at the end is done.
    """
    for number in numbers:
        signal.signal(number, signal.SIG_IGN)
