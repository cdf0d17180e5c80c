"""Work on a thread pool of which only the latest answer counts."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

R = TypeVar("R")
Then = Callable[[], None]


class BackgroundPool(QObject):
    """Runs work on a pool, and what follows from it on the thread that made this object.

    The only Qt object among the painters, without a parent: work under way keeps it alive, so that an answer never
    meets a deleted receiver, however a window is closed.
    """

    _finished = Signal(object)

    def __init__(self, pool: QThreadPool) -> None:
        super().__init__()
        self._pool = pool
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], Then]) -> None:
        """Run ``work`` on the pool, then what it returns on this object's thread."""
        self._pool.start(lambda: self._finished.emit(work()))

    @Slot(object)
    def _on_finished(self, then: Then) -> None:
        then()


class Latest(Generic[R]):
    """Runs one kind of work in the background. Late answers are dropped; work superseded before it began is not begun.

    Args:
        background: Where work runs.
        deliver: Called with the latest work's answer.
        failed: Called with what the latest work raised, such as that there was not enough memory.
    """

    def __init__(
        self, background: BackgroundPool, deliver: Callable[[R], None], failed: Callable[[BaseException], None]
    ) -> None:
        self._background = background
        self._deliver = deliver
        self._failed = failed
        self._ticket = 0
        self._settled = 0

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still awaited."""
        return self._settled != self._ticket

    def submit(self, work: Callable[[], R]) -> None:
        """Run this instead of whatever was asked for before."""
        self._ticket += 1
        ticket = self._ticket
        self._background.run(lambda: self._attempt(ticket, work))

    def cancel(self) -> None:
        """Forget what was asked for."""
        self._ticket += 1
        self._settled = self._ticket

    def _attempt(self, ticket: int, work: Callable[[], R]) -> Then:
        if ticket != self._ticket:
            return lambda: None
        try:
            result = work()
        except BaseException as raised:  # noqa: BLE001  whatever goes wrong is the answer
            error = raised
            return lambda: self._settle(ticket, lambda: self._failed(error))
        return lambda: self._settle(ticket, lambda: self._deliver(result))

    def _settle(self, ticket: int, then: Then) -> None:
        if ticket == self._ticket:
            self._settled = ticket
            then()
