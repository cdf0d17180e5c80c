"""The signals that ask a program to end."""

import signal
from typing import Final

_NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_BASE: Final = 128


def ending_signals() -> list[int]:
    """Their numbers, without those that whoever started the program has switched off, as ``nohup`` does."""
    known = [int(getattr(signal, name)) for name in _NAMES if hasattr(signal, name)]
    return [number for number in known if signal.getsignal(number) not in (signal.SIG_IGN, None)]


def ended_by(number: int) -> str:
    """That a signal ended the program, as the beginning of a sentence."""
    return "Interrupted" if number == signal.SIGINT else f"Ended by {signal.Signals(number).name}"


def exit_code_of(number: int) -> int:
    """What a program ends with that a signal has ended, as shells have it: 130 for Ctrl-C."""
    return _BASE + number
