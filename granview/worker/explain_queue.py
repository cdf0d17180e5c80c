"""What the worker is asked about its model: questions in order, and what is cancelled."""

import threading
from collections import deque

from granview.core.messages import Explain


class ExplainQueue:
    """Questions that were not begun with, and the mark below which all are cancelled."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._requests: deque[Explain] = deque()
        self._cancelled_up_to = 0

    def put(self, request: Explain) -> None:
        """Add a question."""
        with self._changed:
            self._requests.append(request)
            self._changed.notify()

    def cancel(self, up_to: int) -> None:
        """Forget every question with an id of at most ``up_to``."""
        with self._changed:
            self._cancelled_up_to = max(up_to, self._cancelled_up_to)
            self._requests = deque(request for request in self._requests if request.id > up_to)

    def cancelled(self, request: Explain) -> bool:
        """Whether nobody wants the answer any more."""
        return request.id <= self._cancelled_up_to

    def take(self) -> Explain:
        """The next question; waits for one."""
        with self._changed:
            self._changed.wait_for(lambda: self._requests)
            return self._requests.popleft()
