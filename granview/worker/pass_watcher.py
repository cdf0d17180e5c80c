"""Following a pass that takes long: what is written goes to the engine, and it ends when nobody wants it."""

import time
from collections.abc import Sequence
from typing import Final

from granview.core.messages import Advanced, Partial
from granview.worker.batch import SampleInfo
from granview.worker.outbox import Outbox
from granview.worker.request_queue import RequestQueue

_EVERY_S: Final = 0.1
"""At most one message in so long for a sample; more could not be read."""

_QUIET_S: Final = 0.5
"""Nothing is told of how far a pass is that is over by then."""


class PassWatcher:
    """Watches one pass of a batch.

    Args:
        items: The batch's samples, in its order.
        inbox: Knows what is cancelled.
        outbox: Where partial texts go.
    """

    def __init__(self, items: Sequence[SampleInfo], inbox: RequestQueue, outbox: Outbox) -> None:
        self._items = items
        self._inbox = inbox
        self._outbox = outbox
        self._sent_s = [0.0] * len(items)
        self._quiet_until_s = time.monotonic() + _QUIET_S

    def written(self, index: int, text: str) -> None:
        """Tell the engine, unless it was told a moment ago; the result brings the whole in any case."""
        now_s = time.monotonic()
        if now_s - self._sent_s[index] < _EVERY_S:
            return
        self._sent_s[index] = now_s
        request = self._items[index].request
        if not self._inbox.cancelled(request):
            self._outbox.send(Partial(request.id, request.sample.name, text))

    def advanced(self, done: int, total: int, part: str) -> None:
        """Tell the engine how far the pass is, unless it was told a moment ago or the pass is a short one."""
        now_s = time.monotonic()
        if total > 1 and now_s >= self._quiet_until_s:
            self._quiet_until_s = now_s + _EVERY_S
            self._outbox.send(Advanced(f"{part} {done:,} of {total:,}", done / total))

    def cancelled(self) -> bool:
        """Whether nobody wants any sample of the batch any more."""
        return all(self._inbox.cancelled(item.request) for item in self._items)
