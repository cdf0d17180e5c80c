"""A table or a profile that follows the session: computed off the window's thread, only while somebody looks."""

from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from granview.gui.background.jobs import Job
from granview.gui.background.timers import once
from granview.gui.session.document import Document
from granview.store.session import Session

T = TypeVar("T")

_DELAY_MS: Final = 250


class _Signals(QObject):
    ready = Signal(object)
    failed = Signal(object)


class LiveQuery(Generic[T]):
    """Asks the session a question again after it was invalidated, at most one at a time.

    Args:
        document: Whose session is asked.
        delay_ms: How long to gather invalidations before asking.
        parent: Owns the timer.
    """

    def __init__(self, document: Document, parent: QObject, delay_ms: int = _DELAY_MS) -> None:
        self._document = document
        self._signals = _Signals(parent)
        self._signals.destroyed.connect(self._on_gone)
        self._timer = once(parent, delay_ms, self._ask)
        self._query: Callable[[Session], T] | None = None
        self._job: Job | None = None
        self._active = False
        self._dirty = False

    @property
    def ready(self) -> Any:
        """Signal with the answer."""
        return self._signals.ready

    @property
    def failed(self) -> Any:
        """Signal with the ``Exception`` that came instead of an answer."""
        return self._signals.failed

    def ask(self, query: Callable[[Session], T]) -> None:
        """Ask this from now on."""
        self._query = query
        self.invalidate()

    def invalidate(self) -> None:
        """Say that the last answer holds no longer."""
        self._dirty = True
        self._schedule()

    def set_active(self, active: bool) -> None:
        """Say whether anybody looks; what was invalidated meanwhile is asked then."""
        self._active = active
        self._schedule()

    def restart(self) -> None:
        """Drop the answer under way: another session is open."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.invalidate()

    def _on_gone(self) -> None:
        """Whoever looked was deleted, and the timer with it."""
        self._active = False

    def _schedule(self) -> None:
        if self._active and self._dirty and self._job is None and not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        if self._query is None or self._job is not None or not self._active:
            return
        self._dirty = False
        self._job = self._document.report(self._query, self._on_result, self._on_failure)

    def _on_result(self, result: T) -> None:
        self._job = None
        self._signals.ready.emit(result)
        self._schedule()

    def _on_failure(self, error: Exception) -> None:
        self._job = None
        self._signals.failed.emit(error)
        self._schedule()
