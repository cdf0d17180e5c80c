"""Dying with the engine, whatever else the process is doing."""

import os
import select
import signal
import sys
from multiprocessing.connection import Connection
from typing import Final

_kept: Final[list["Connection[bytes, bytes]"]] = []


def die_with(lifeline: "Connection[bytes, bytes]") -> None:
    """End this process the moment the other end of a pipe closes, by the kernel's hand.

    The reader of messages also ends the process at end of file, but only once it gets hold of the interpreter, which a
    hung native library may keep for ever. Nothing is ever written to this pipe, so that the only event which the kernel
    can signal is its closing; the signal's default action (Linux: SIGKILL is asked for; elsewhere SIGIO) ends the
    process. Unlike a parent-death signal it does not depend on which thread or fork server started the process. Where
    pipes cannot signal (Windows), end of file on the message pipe is all there is.
    """
    _kept.append(lifeline)
    end_at_close(lifeline.fileno())


def end_at_close(descriptor: int) -> None:
    """End this process when the other end of a pipe that is never written to closes; does nothing on Windows."""
    if sys.platform == "win32":
        return
    import fcntl

    if sys.platform == "linux":
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(descriptor, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(descriptor, fcntl.F_SETFL, fcntl.fcntl(descriptor, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([descriptor], [], [], 0)[0]:
        os._exit(1)


def leave_signals_to_the_engine() -> None:
    """Ignore what a terminal sends to all processes at once: the engine's process ends this one, in order."""
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
