"""Work off the window's thread, with the answer brought back to it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from granview.core.errors import GranViewError
from granview.core.readable_errors import readable_error
from granview.gui.background.receivers import is_gone

T = TypeVar("T")
Failed = Callable[[GranViewError], None]


class Job:
    """One piece of work that was started; cancelling it drops its answer, and the work itself if it has not begun."""

    def __init__(self) -> None:
        self.cancelled = False
        self.future: Future[Any] | None = None

    def cancel(self) -> None:
        """Want the answer no longer."""
        self.cancelled = True
        if self.future is not None:
            self.future.cancel()


class Jobs(QObject):
    """A pool of threads whose answers arrive on the thread that this object lives on.

    Args:
        threads: How many pieces of work go on at a time; 1 keeps them in the order in which they were started.
        name: The threads' name.
        on_error: Told of every exception that nobody else wanted to hear of.
    """

    _finished = Signal(object)

    def __init__(self, threads: int, name: str, on_error: Failed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(threads, name)
        self._on_error = on_error
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self, work: Callable[[], T], done: Callable[[T], None] | None = None, failed: Failed | None = None
    ) -> Job:
        """Run ``work`` on the pool, then here ``done`` with its answer, or ``failed`` with what it raised, in words.

        Neither is called before this has returned, however quick the work is, nor once what it belongs to is deleted.
        """
        job = Job()
        if self._closed:
            job.cancelled = True
            return job
        if done is None and failed is None:
            failed = self._on_error
        job.future = self._pool.submit(work)
        job.future.add_done_callback(lambda future: self._bring_back((job, future, done, failed)))
        return job

    def close(self) -> None:
        """Forget what has not begun, wait for what has, and drop every answer; what is started later never begins."""
        self._closed = True
        self._finished.disconnect(self._deliver)
        self._pool.shutdown(wait=True, cancel_futures=True)

    def abandon(self) -> None:
        """Forget what has not begun, drop every answer, and wait for nothing: what goes on ends by its own limits."""
        self._closed = True
        self._finished.disconnect(self._deliver)
        self._pool.shutdown(wait=False, cancel_futures=True)

    def finish(self, last: Callable[[], None]) -> None:
        """Wait for everything that was started, then for ``last``, and drop every answer."""
        self._closed = True
        self._finished.disconnect(self._deliver)
        end = self._pool.submit(last)
        self._pool.shutdown(wait=True)
        end.result()

    def _bring_back(self, finished: tuple[Job, Future[Any], Callable[[Any], None] | None, Failed | None]) -> None:
        """On the job's own thread; once this is closed, nobody hears of it."""
        if not self._closed:
            self._finished.emit(finished)

    @Slot(object)
    def _deliver(self, finished: tuple[Job, Future[Any], Callable[[Any], None] | None, Failed | None]) -> None:
        job, future, done, failed = finished
        if job.cancelled or future.cancelled():
            return
        error = future.exception()
        if error is not None:
            answer = failed or self._on_error
            if not is_gone(answer):
                answer(readable_error(error, self.tr("Something failed")))
        elif done is not None and not is_gone(done):
            done(future.result())
