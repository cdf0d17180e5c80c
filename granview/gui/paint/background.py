"""Work on a thread pool of which only the latest answer counts."""

from collections.abc import Callable
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

R = TypeVar("R")


class _Relay(QObject):
    """Carries an answer from a pool thread to the thread that made this object."""

    answered = Signal(int, object)

    def __init__(self, receive: Callable[[int, object], None]) -> None:
        super().__init__()
        self._receive = receive
        self.answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    @Slot(int, object)
    def _on_answered(self, ticket: int, answer: object) -> None:
        self._receive(ticket, answer)


class Latest(Generic[R]):
    """Runs one kind of work off the thread that made it, and delivers there. Late answers are dropped.

    Work that is superseded before it has begun is never begun.

    Args:
        pool: Where work runs.
        deliver: Called with the latest work's answer, on the thread that made this object.
        failed: Called with a sentence when the latest work ran out of memory.
    """

    def __init__(self, pool: QThreadPool, deliver: Callable[[R], None], failed: Callable[[str], None]) -> None:
        self._pool = pool
        self._deliver = deliver
        self._failed = failed
        self._ticket = 0
        self._answered = 0
        self._relay = _Relay(self._on_answered)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still awaited."""
        return self._answered != self._ticket

    def submit(self, work: Callable[[], R]) -> None:
        """Run this instead of whatever was asked for before."""
        self._ticket += 1
        ticket, relay = self._ticket, self._relay

        def job() -> None:
            if ticket == self._ticket:
                relay.answered.emit(ticket, _outcome(work))

        self._pool.start(job)

    def cancel(self) -> None:
        """Forget what was asked for."""
        self._ticket += 1
        self._answered = self._ticket

    def _on_answered(self, ticket: int, answer: object) -> None:
        if ticket != self._ticket:
            return
        self._answered = ticket
        if isinstance(answer, MemoryError):
            self._failed(str(answer))
        else:
            self._deliver(cast("R", answer))


def _outcome(work: Callable[[], object]) -> object:
    try:
        return work()
    except MemoryError as error:
        return error
