"""How a lane's process ended, in words."""

import signal
import sys
from dataclasses import dataclass
from typing import Final

from granview.core.memory_words import gigabytes
from granview.core.readable_errors import first_line

_HINTS: Final = {
    "SIGKILL": "Close other programs, or use a smaller model, a smaller batch or smaller images.",
    "SIGTERM": "It was stopped from outside; restart the lane.",
}
_CRASHED: Final = "A native library failed; its last words are in the log. Try another device or variant."
_WINDOWS: Final = {0xC0000005: "access violation", 0xC0000017: "out of memory", 0xC00000FD: "stack overflow"}


@dataclass(frozen=True)
class ProcessOutcome:
    """How a process ended.

    Attributes:
        exit_code: As ``multiprocessing`` has it: negative for a signal; None when it never ran.
        cause: Why the engine ended it, as a sentence; empty when the engine did not.
        hint: What to do about ``cause``.
        last_words: The end of what it printed.
        peak_bytes: The most memory that it was seen to hold; None where it was not seen.
        ran_out: Whether the system says that it ended a process for want of memory meanwhile; None: it does not say.
    """

    exit_code: int | None
    cause: str = ""
    hint: str = ""
    last_words: str = ""
    peak_bytes: int | None = None
    ran_out: bool | None = None

    @property
    def message(self) -> str:
        """What happened, as a sentence."""
        if self.cause:
            return self.cause
        if self.exit_code is None:
            return "The lane's process could not be started."
        if self.exit_code < 0:
            return f"The lane's process {self._signalled(-self.exit_code)}."
        if self.exit_code in _WINDOWS:
            return f"The lane's process crashed ({_WINDOWS[self.exit_code]})."
        return f"The lane's process ended unasked, with exit code {self.exit_code}."

    @property
    def advice(self) -> str:
        """What to do about it."""
        if self.cause:
            return self.hint
        if self.exit_code is not None and self.exit_code < 0:
            return _HINTS.get(_signal_name(-self.exit_code), _CRASHED)
        return _CRASHED if self.exit_code in _WINDOWS else "Its last words are in the log."

    def _signalled(self, number: int) -> str:
        name = _signal_name(number)
        if name == "SIGKILL":
            why = "since memory ran out" if self.ran_out else "probably because memory ran out"
            held = "" if self.peak_bytes is None else f"; it had held {gigabytes(self.peak_bytes)}"
            return f"was killed (SIGKILL), {why}{held}"
        return f"was stopped ({name})" if name in ("SIGTERM", "SIGHUP", "SIGINT") else f"crashed ({name})"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def hung(seconds: float) -> ProcessOutcome:
    """The outcome of a process that the engine ended because it was silent for too long."""
    return ProcessOutcome(
        None,
        f"The lane's process did not answer for {seconds:g} s, and was ended.",
        "Use a smaller image, a smaller model or a faster device.",
    )


def invalid_message(error: BaseException) -> ProcessOutcome:
    """The outcome of a process that the engine ended because what it sent is no message."""
    return ProcessOutcome(
        None,
        f"The lane's process sent something that is not a message ({first_line(error)}), and was ended.",
        "Restart the lane; a library that writes into foreign memory is a likely cause.",
    )


def not_started(error: BaseException) -> ProcessOutcome:
    """The outcome of a process that the system did not start."""
    return ProcessOutcome(
        None,
        f"The lane's process could not be started: {first_line(error)}.",
        f"Close other programs; {sys.executable} must be allowed to start processes.",
    )


def too_long(seconds: float, usual_s: float | None) -> str:
    """What is said of a pass for which other lanes no longer wait."""
    usual = "" if usual_s is None else f" (usually {usual_s:.2g} s)"
    words = "Other lanes no longer wait for it; times of passes that overlap are not counted."
    return f"One pass has lasted {seconds:.0f} s{usual}. {words}"


def stuck(seconds: float) -> str:
    """What is said of a process that did not end a pass that was cancelled."""
    return f"What was cancelled did not end within {seconds:g} s, so the lane's process was ended and starts anew."
