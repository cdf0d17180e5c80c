"""The first signal ends in order, the second at once."""

import os
import signal
import subprocess
import sys

import pytest

from granview.cli.signals import Interrupted, ending_in_order

_STUBBORN = """
import os, signal, time
from granview.cli.signals import Interrupted, ending_in_order

with ending_in_order():
    try:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(60)
    except Interrupted:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(60)
"""


@pytest.mark.parametrize(("number", "words"), [(signal.SIGTERM, "Ended by SIGTERM"), (signal.SIGINT, "Interrupted")])
def test_a_signal_interrupts_and_is_what_it_was_before_afterwards(number: signal.Signals, words: str) -> None:
    before = signal.getsignal(number)
    with ending_in_order(), pytest.raises(Interrupted) as interrupted:
        _send_to_self(number)
    assert (interrupted.value.words, interrupted.value.exit_code) == (words, 128 + number)
    assert signal.getsignal(number) is before


def _send_to_self(number: int) -> None:
    os.kill(os.getpid(), number)
    signal.pause()


def test_a_signal_that_was_switched_off_stays_off() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with ending_in_order():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_second_signal_ends_the_process_at_once() -> None:
    ended = subprocess.run([sys.executable, "-c", _STUBBORN], capture_output=True, text=True, check=False, timeout=30)
    assert (ended.returncode, ended.stderr) == (128 + signal.SIGTERM, "granview: Ended at once.\n")
