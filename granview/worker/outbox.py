"""What the worker says, from any of its threads."""

import os
import threading
from multiprocessing.connection import Connection

from granview.core.messages import Failure, FromWorker, Request, encode
from granview.core.readable_errors import readable_error


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

    def fail(self, request: Request, error: BaseException, doing: str) -> None:
        """Answer a request with what went wrong, in words; ``doing`` is what was being done, as ``be decoded``."""
        words = readable_error(error, f"{request.sample.filename} cannot {doing}")
        self.send(Failure(request.id, request.sample, words.message, words.hint))
