"""From the engine's threads to the window's: events are gathered, and handed over by one queued signal."""

from collections.abc import Sequence
from threading import Lock

from PySide6.QtCore import QObject, Qt, Signal, Slot

from granview.core.events import Event


class EventBridge(QObject):
    """Give ``post`` to the engine; ``arrived`` fires on the thread that this object lives on.

    However fast events come, at most one hand-over is queued at a time, so they cannot flood the event loop.
    """

    arrived = Signal(object)
    """``tuple[Event, ...]``, in the order in which they were posted."""

    _wake = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._waiting: list[Event] = []
        self._closed = False
        self._wake.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def post(self, events: Sequence[Event]) -> None:
        """Take events from any thread; once closed, this object may be deleted while others still post."""
        with self._lock:
            if self._closed:
                return
            first = not self._waiting
            self._waiting.extend(events)
            if first:
                self._wake.emit()

    def close(self) -> None:
        """Drop what is waiting and all that still comes."""
        with self._lock:
            self._closed = True
            self._waiting.clear()

    @Slot()
    def _hand_over(self) -> None:
        with self._lock:
            events = tuple(self._waiting)
            self._waiting.clear()
        if events:
            self.arrived.emit(events)
