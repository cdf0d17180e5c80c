"""What the worker is told: requests in order, what is cancelled, whose turn it is."""

import logging
import os
import threading
from collections import deque
from multiprocessing.connection import Connection
from typing import Generic, TypeVar, overload

from granview.core.messages import Cancel, CancelExplain, Explain, Grant, Request, decode_to_worker
from granview.worker.device_turn import DeviceTurn

logger = logging.getLogger(__name__)

AnyRequest = TypeVar("AnyRequest", Request, Explain)


class CancellableQueue(Generic[AnyRequest]):
    """What was not begun with, and the mark below which all is cancelled; ids grow."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._requests: deque[AnyRequest] = deque()
        self._cancelled_up_to = 0

    def put(self, request: AnyRequest) -> None:
        """Add a request."""
        with self._changed:
            self._requests.append(request)
            self._changed.notify()

    def cancel(self, up_to: int) -> None:
        """Forget every request with an id of at most ``up_to``."""
        with self._changed:
            self._cancelled_up_to = max(up_to, self._cancelled_up_to)
            self._requests = deque(request for request in self._requests if request.id > up_to)

    def cancelled(self, request: AnyRequest) -> bool:
        """Whether nobody wants the request's answer any more."""
        return request.id <= self._cancelled_up_to

    def waiting(self) -> bool:
        """Whether a request is there to be taken."""
        with self._changed:
            return bool(self._requests)

    @overload
    def take(self) -> AnyRequest: ...
    @overload
    def take(self, timeout_s: float | None) -> AnyRequest | None: ...
    def take(self, timeout_s: float | None = None) -> AnyRequest | None:
        """The next request; waits for one, without end or so long, and is None when none came in time."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._requests, timeout_s):
                return None
            return self._requests.popleft()


RequestQueue = CancellableQueue[Request]
"""Samples to run."""

ExplainQueue = CancellableQueue[Explain]
"""What the model is asked about samples."""


def listen(
    connection: "Connection[bytes, bytes]", inbox: RequestQueue, explain_queue: ExplainQueue, turn: DeviceTurn
) -> None:
    """Take what the engine says until it says the end or is gone; then the process ends, whatever it does."""
    code = 1
    try:
        while True:
            match decode_to_worker(connection.recv_bytes()):
                case Request() as request:
                    inbox.put(request)
                case Cancel(up_to):
                    inbox.cancel(up_to)
                case Explain() as explain:
                    explain_queue.put(explain)
                case CancelExplain(up_to):
                    explain_queue.cancel(up_to)
                case Grant():
                    turn.granted()
                case _:
                    code = 0
                    break
    except (EOFError, OSError):
        pass
    except BaseException:
        logger.exception("The engine cannot be understood any more.")
    finally:
        os._exit(code)
