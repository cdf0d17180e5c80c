"""The worker's side of the device lease."""

import threading
from collections import deque
from types import TracebackType

from granview.core.messages import Release, Want
from granview.worker.outbox import Outbox


class DeviceTurn:
    """``with turn:`` has device and network to itself; entering waits for it.

    Of this worker's threads one has its turn at a time, in the order in which they came: a question about a sample
    waits for one batch, however many more there are.
    """

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._grants = threading.Semaphore(0)
        self._guard = threading.Lock()
        self._line: deque[threading.Event] = deque()

    def granted(self) -> None:
        """The engine says that it is ours."""
        self._grants.release()

    def __enter__(self) -> None:
        self._line_up().wait()
        self._outbox.send(Want())
        self._grants.acquire()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._outbox.send(Release())
        with self._guard:
            self._line.popleft()
            if self._line:
                self._line[0].set()

    def _line_up(self) -> threading.Event:
        """Stand at the end of the line; the event is set once this is its head."""
        mine = threading.Event()
        with self._guard:
            self._line.append(mine)
            if len(self._line) == 1:
                mine.set()
        return mine
