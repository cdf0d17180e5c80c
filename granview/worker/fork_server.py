"""Imported first by the fork server, which from then on ends the moment that the program does.

By itself it looks for the program's end only between two starts of a process: not while it imports torch, for seconds,
with the program's output held open.
"""

import inspect
from multiprocessing import forkserver

from granview.core.lane_packages import import_lane_packages
from granview.worker.end_with_engine import end_at_close


def _program_pipe() -> int | None:
    """The pipe that closes when the program and all its children have ended; None where this is no fork server."""
    for frame in inspect.stack(context=0):
        if frame.frame.f_code is forkserver.main.__code__:
            return int(frame.frame.f_locals["alive_r"])
    return None


import_lane_packages()  # the server imports torch next

if (_descriptor := _program_pipe()) is not None:
    end_at_close(_descriptor)
