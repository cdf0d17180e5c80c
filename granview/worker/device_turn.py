"""The worker's side of the device lease."""

import threading
from collections import deque
from types import TracebackType

from granview.core.messages import Release, Want
from granview.worker.outbox import Outbox


class DeviceTurn:
    """``with turn as number:`` has device and network to itself; entering waits for it. Turns are counted from 1.

    Of this worker's threads one has its turn at a time, in the order in which they came: a question about a sample
    waits for one batch, however many more there are.

    Attributes:
        for_explanations: The same for passes that answer questions; the engine tells them apart.
    """

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._grants = threading.Semaphore(0)
        self._guard = threading.Lock()
        self._line: deque[threading.Event] = deque()
        self._number = 0
        self.for_explanations = ExplainTurn(self)

    def granted(self) -> None:
        """The engine says that it is ours."""
        self._grants.release()

    def take(self, for_explanation: bool) -> int:
        """Wait for the device; returns the turn's number."""
        self._line_up().wait()
        self._outbox.send(Want(for_explanation))
        self._grants.acquire()
        self._number += 1
        return self._number

    def give_back(self) -> None:
        """Let the next have it."""
        self._outbox.send(Release())
        with self._guard:
            self._line.popleft()
            if self._line:
                self._line[0].set()

    def __enter__(self) -> int:
        return self.take(for_explanation=False)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.give_back()

    def _line_up(self) -> threading.Event:
        """Stand at the end of the line; the event is set once this is its head."""
        mine = threading.Event()
        with self._guard:
            self._line.append(mine)
            if len(self._line) == 1:
                mine.set()
        return mine


class ExplainTurn:
    """``with turn.for_explanations:`` as ``with turn:``, for an answer to a question."""

    def __init__(self, turn: DeviceTurn) -> None:
        self._turn = turn

    def __enter__(self) -> int:
        return self._turn.take(for_explanation=True)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._turn.give_back()
