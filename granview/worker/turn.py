"""The worker's side of the device lease."""

import threading
from types import TracebackType

from granview.core.messages import Release, Want
from granview.worker.outbox import Outbox


class DeviceTurn:
    """``with turn:`` has the device to itself; entering waits for it."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._grants = threading.Semaphore(0)

    def granted(self) -> None:
        """The engine says that it is ours."""
        self._grants.release()

    def __enter__(self) -> None:
        self._outbox.send(Want())
        self._grants.acquire()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._outbox.send(Release())
