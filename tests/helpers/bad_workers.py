"""Workers that do not behave, each a function that stands where a lane's ``main`` does."""

import ctypes
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from granview.core.messages import Failure, Grant, Ready, Release, Request, Want, decode_to_worker, encode
from granview.worker import lane_main
from granview.worker.end_with_engine import die_with
from tests.helpers.checkerboard import FACTS

TURNS: Final = 50


def speaks_nonsense(connection: "Connection[bytes, bytes]", lifeline: Any, spec: bytes, *rest: Any) -> None:
    """A worker that is ready, and then sends what is no message, if its lane is called ``invalid_message``."""
    if b"nonsense" not in spec:
        lane_main.main(connection, lifeline, spec, *rest)
    connection.send_bytes(encode(Ready(FACTS)))
    connection.recv_bytes()
    connection.send_bytes(b"\xc1 no message")
    threading.Event().wait()


def closes_its_pipe(connection: "Connection[bytes, bytes]", *_: Any) -> None:
    """A worker that hangs without a pipe."""
    connection.close()
    threading.Event().wait()


def keeps_the_interpreter(
    connection: "Connection[bytes, bytes]", lifeline: "Connection[bytes, bytes]", *_: Any
) -> None:
    """A worker whose native code never lets another of its threads run, so that no reader sees the end of the pipe."""
    die_with(lifeline)
    connection.send_bytes(encode(Ready(FACTS)))
    ctypes.PyDLL(None).pause()


def stamps_its_turns(connection: "Connection[bytes, bytes]", lifeline: Any, spec: bytes, path: str, *_: Any) -> None:
    """A worker that takes the device ``TURNS`` times, writes when each turn began and ended, and then answers."""
    connection.send_bytes(encode(Ready(FACTS)))
    request = decode_to_worker(connection.recv_bytes())
    assert isinstance(request, Request)
    for _turn in range(TURNS):
        connection.send_bytes(encode(Want()))
        assert isinstance(decode_to_worker(connection.recv_bytes()), Grant)
        began = time.monotonic_ns()
        with Path(path).open("a", encoding="ascii") as stamps:
            stamps.write(f"{began} {time.monotonic_ns()}\n")
        connection.send_bytes(encode(Release()))
    connection.send_bytes(encode(Failure(request.id, request.sample, "done")))
    threading.Event().wait()
