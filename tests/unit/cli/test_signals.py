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

_LATE = """
import atexit, os, sys
from granview.cli.signals import ending_in_order

number, place = int(sys.argv[1]), sys.argv[2]

def send(here):
    if here == place:
        os.kill(os.getpid(), number)

atexit.register(send, "the very last")
with ending_in_order(is_program=True):
    atexit.register(send, "before others end")
send("after the work")
sys.exit(3)
"""

_PROGRAM = """
import atexit, os, signal, sys
from granview.cli import main

atexit.register(os.kill, os.getpid(), signal.SIGTERM)
sys.argv = ["granview", "--version"]
main()
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


@pytest.mark.parametrize("place", ["after the work", "before others end", "the very last"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_a_program_that_ends_already_changes_nothing(number: signal.Signals, place: str) -> None:
    command = [sys.executable, "-c", _LATE, str(int(number)), place]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert (ended.returncode, ended.stderr) == (3, "")


def test_the_command_keeps_its_exit_code_whatever_signal_comes_at_its_end() -> None:
    ended = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False, timeout=30)
    assert (ended.returncode, ended.stderr) == (0, "")
