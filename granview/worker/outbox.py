"""What the worker says, from any of its threads."""

import os
import threading
from multiprocessing.connection import Connection

from granview.core.errors import GranViewError
from granview.core.messages import Failure, FromWorker, Request, encode


class Outbox:
    """Sends messages whole. When the engine is gone the process ends: there is nobody left to work for."""

    def __init__(self, connection: "Connection[bytes, bytes]") -> None:
        self._connection = connection
        self._guard = threading.Lock()

    def send(self, message: FromWorker) -> None:
        """Send a message; waits while the pipe is full."""
        data = encode(message)
        try:
            with self._guard:
                self._connection.send_bytes(data)
        except OSError:
            os._exit(1)

    def fail(self, request: Request, error: Exception, doing: str) -> None:
        """Answer a request with what went wrong, in words; ``doing`` is what was being done, as ``be decoded``."""
        name = request.sample.filename
        if isinstance(error, GranViewError):
            message, hint = error.message, error.hint
        elif isinstance(error, MemoryError):
            message, hint = f"There is not enough memory for {name} to {doing}.", "Use a smaller image or batch."
        else:
            message, hint = f"{name} cannot {doing}: {type(error).__name__}: {error}", ""
        self.send(Failure(request.id, request.sample, message, hint))
