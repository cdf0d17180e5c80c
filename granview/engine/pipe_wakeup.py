"""Waking a thread that waits for pipes."""

import threading
from multiprocessing import Pipe
from multiprocessing.connection import Connection


class Wakeup:
    """Ends another thread's wait, from any thread, without ever blocking."""

    def __init__(self) -> None:
        self._reader, self._writer = Pipe(duplex=False)
        self._lock = threading.Lock()
        self._called = False

    @property
    def connection(self) -> "Connection[bytes, bytes]":
        """To be waited on."""
        return self._reader

    def call(self) -> None:
        """End the wait."""
        with self._lock:
            if not self._called:
                self._called = True
                self._writer.send_bytes(b"\0")

    def clear(self) -> None:
        """Take note of the call."""
        with self._lock:
            if self._called:
                self._called = False
                self._reader.recv_bytes()

    def close(self) -> None:
        """Free the pipe."""
        self._reader.close()
        self._writer.close()
